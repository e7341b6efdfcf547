import Testing

@testable import Exports

@Suite struct YouTubeTakeoutReaderTests {
    @Test func `comments have ids, parents and their runs joined`() throws {
        let reading = try Reading(
            fixture: "youtube-takeout-runs-parents-damaged.csv", options: ExportOptions(mapping: ["owner": "jule"]))
        let messages = reading.messages
        #expect(messages.map(\.id) == ["UgAAA", "UgBBB", "UgCCC", "UgDDD"])
        #expect(messages.map(\.parent) == [nil, "UgAAA", nil, nil])
        #expect(
            messages.map(\.text) == [
                "hallo, \"alle\" zusammen", "eins zwei\nDrei", "einfach Text", "\u{1B}[31m\u{FFFD} x",
            ])
        #expect(messages.map(\.channel.key) == ["vid_1", "vid_1", "post9", "vid_2"])
        #expect(messages[0].account == ExportedAccount(id: "UCjule", handle: "jule", name: "jule"))
        #expect(messages[0].time.milliseconds == 1_767_225_600_123)
        #expect(messages[1].permalink == "https://www.youtube.com/watch?v=vid_1&lc=UgBBB")
        #expect(reading.skipped.map(\.place) == ["line 5"])
        #expect(reading.repaired.map(\.reason) == ["lone surrogates became U+FFFD, time unknown"])
        #expect(reading.owners.map(\.id) == ["UCjule", "UCjule", "UCjule"])
    }

    @Test func `quotes that are not doubled do not end a cell of JSON`() throws {
        let reading = try Reading(fixture: "youtube-takeout-bare-quotes.csv")
        #expect(reading.messages.map(\.text) == ["hello, ", "ab", "two\nlines"])
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }

    @Test func `a live chat is a channel of its own`() throws {
        let message = try #require(try Reading(fixture: "youtube-takeout-live-chats.csv").messages.first)
        #expect(
            message.channel
                == ExportedChannel(
                    platform: "youtube", key: "live:abc", name: "abc (live)", grouping: .byTime))
        #expect(message.text == "hi chat")
        #expect(message.id == "lc1")
    }

    @Test func `a cell that is cut is an error with its line`() throws {
        let table = "Comment ID,Channel ID,Video ID,Comment Text\na,b,c,\"{\"\"text\"\":\"\"x"
        #expect(throws: ExportError.malformed(place: "line 2", reason: "a quote opens here and is never closed")) {
            try Reading(table, YouTubeTakeoutReader.self)
        }
    }
}

@Suite struct RedditGDPRReaderTests {
    @Test func `comments are those of the other formats of Reddit`() throws {
        let reading = try Reading(
            fixture: "reddit-gdpr-comments-damaged.csv", options: ExportOptions(mapping: ["owner": "jule_r"]))
        let messages = reading.messages
        #expect(messages.map(\.id) == ["t1_abc1", "t1_abc2", "t1_abc3"])
        #expect(messages.map(\.parent) == ["t3_p1", "t1_abc1", nil])
        #expect(messages.map(\.thread?.id) == ["t3_p1", "t3_p1", nil])
        #expect(messages[0].channel == ExportedChannel(platform: "reddit", key: "radtreff", name: "r/Radtreff"))
        #expect(messages[0].account == ExportedAccount(id: "jule_r", handle: "jule_r", name: "jule_r"))
        #expect(messages[0].permalink == "https://www.reddit.com/r/Radtreff/comments/p1/x/abc1/")
        #expect(messages[1].permalink == nil)
        #expect(messages[1].text == "zwei\nZeilen \u{1B}[2J")
        #expect(messages[0].time.milliseconds == 1_673_786_096_000)
        #expect(messages[2].time == .unknown)
        #expect(reading.skipped.map(\.place) == ["line 5"])
        #expect(reading.owners.map(\.handle) == ["jule_r"])
    }

    @Test func `no address of a computer is in anything that is read`() throws {
        let events = try exportEvents(exportFixture("reddit-gdpr-comments-damaged.csv"), RedditGDPRReader.self)
        #expect(!events.contains { "\($0)".contains("192.0.2.7") || "\($0)".contains("2001:db8") })
    }

    @Test func `posts have their title first`() throws {
        let messages = try Reading(fixture: "reddit-gdpr-posts.csv").messages
        #expect(messages.map(\.id) == ["t3_p1", "t3_p2"])
        #expect(messages.map(\.text) == ["Samstag?\n\nWer kommt?", "Karte\n\nhttps://karten.example/"])
        #expect(
            messages[0].thread
                == ExportedThread(
                    id: "t3_p1", title: "Samstag?", link: "https://www.reddit.com/comments/p1/"))
        #expect(messages.allSatisfy { $0.parent == nil && $0.account?.name == "account owner" })
    }
}

@Suite struct LinkedInReaderTests {
    @Test func `comments escape quotes with backslashes`() throws {
        let reading = try Reading(
            fixture: "linkedin-comments-backslash-damaged.csv", options: ExportOptions(stem: "Comments_17529000"))
        let messages = reading.messages
        #expect(
            messages.map(\.text) == [
                "Eins", "Sie sagte \"ja, gern\",\n\nund ging.", "\u{1B}[31mrot", "ohne \"Adresse\"",
            ])
        #expect(
            messages.map(\.parent) == [
                "urn:li:ugcPost:7458194261025673000", "urn:li:activity:7401794121226567111", nil, nil,
            ])
        #expect(messages[0].account?.id == "17529000")
        #expect(messages[0].time.milliseconds == exportedTime("2026-05-08T09:00:00Z", in: nil)?.milliseconds)
        #expect(messages[0].time.zoneIsKnown)
        #expect(messages[1].time == .unknown)
        #expect(messages[2].permalink == nil)
        #expect(messages.allSatisfy { $0.id == nil && $0.channel.key == "linkedin" })
        #expect(reading.skipped.map(\.place) == ["line 7"])
    }

    @Test func `shares have ids, and lines in quotes of their own are taken out of them`() throws {
        let messages = try Reading(fixture: "linkedin-shares-wrapped-lines.csv").messages
        #expect(messages.map(\.id) == ["urn:li:share:7458194261025673111", "urn:li:ugcPost:7448081445065035000"])
        #expect(messages[0].attachments == ["https://blog.example/a"])
        #expect(messages[1].time.milliseconds == 7_448_081_445_065_035_000 >> 22)
        #expect(messages[1].text == "zwei")
    }

    @Test(
        arguments: [
            ("a\"\n\"b", "a\nb"), ("a\"\n\"\"\n\"b", "a\n\nb"), ("a\nb", "a\nb"), ("a\"", "a\""), ("\"\n\"", "\n"),
            ("a\"\nb\n\"c", "a\"\nb\n\"c"),
        ])
    func `wrapped lines are unwrapped only where all are`(_ written: String, _ text: String) {
        #expect(LinkedInRow.unwrapped(written) == text)
    }

    @Test(arguments: ["Date,Link,Message\n2024-01-01,https://forum.example/1,x\n", "date,text\n"])
    func `other tables of three columns stay generic`(_ table: String) throws {
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(table.utf8))).format == "csv")
    }
}
