import Testing

@testable import Exports

@Suite struct X1ReaderTests {
    private let stream = "x1-stream-repost-extended-notices.jsonl"

    @Test func `all fields of a post are taken over, and the id is the one written as text`() throws {
        let message = try #require(try Reading(fixture: stream).messages.first)
        #expect(message.channel == ExportedChannel(platform: "x", key: "x", name: "X"))
        #expect(message.id == "1700000000000000001")
        #expect(message.account == ExportedAccount(id: "901", handle: "idafenn", name: "Ida Fenn"))
        #expect(message.time.milliseconds == 1_694_145_600_000)
        #expect(message.text == "Kommt der Bus & die Bahn?")
        #expect(message.markup == "Kommt der Bus &amp; die Bahn?")
        #expect(message.attachments == ["bus.jpg", "https://bus.example/plan"])
        #expect(message.likes == 5 && message.shares == 2 && message.language == "de")
        #expect(message.permalink == "https://x.com/i/status/1700000000000000001")
        #expect(message.parent == nil)
    }

    @Test func `cut posts and reposts have their whole text`() throws {
        let messages = try Reading(fixture: stream).messages
        #expect(messages.map(\.id) == ["1700000000000000001", "1700000000000000005", "1700000000000000009", "5"])
        #expect(messages[1].text == "Ja, um acht, und zwar an jedem Werktag.")
        #expect(messages[1].parent == "1700000000000000001")
        #expect(messages[1].time.milliseconds == 1_694_145_600_000)
        #expect(messages[1].language == nil)
        #expect(messages[2].text == "RT @idafenn: Kommt der Bus & die Bahn?")
        #expect(messages[2].account == ExportedAccount(id: "903", name: ""))
    }

    @Test func `what a stream says between posts is no message, and damage stays where it is`() throws {
        let reading = try Reading(fixture: stream)
        #expect(reading.skipped.map(\.place) == ["line 5", "line 6", "line 9"])
        #expect(reading.skipped[0].reason.contains("1700000000000000003"))
        #expect(
            reading.repaired.map(\.reason)
                == [
                    "time taken from the id",
                    "lone surrogates became U+FFFD, U+0000 became U+2400, time unknown",
                ])
        #expect(reading.messages[3].text == "\u{1B}[2J\u{202E}\u{2400}\u{FFFD}")
        #expect(reading.notes.dropFirst().map { $0.prefix(1) } == ["1", "1"])
    }

    @Test func `a page of results is read, and one that is cut short is refused`() throws {
        let reading = try Reading(fixture: "x1-search-page.json")
        #expect(reading.messages.map(\.id) == ["1700000000000000001", "1700000000000000007"])
        #expect(reading.messages[1].parent == reading.messages[0].id)
        let bytes = try exportFixture("x1-search-page.json")
        #expect(throws: ExportError.self) { try Reading(bytes: Array(bytes.dropLast(5)), X1Reader.self) }
    }

    @Test(
        arguments: [
            (#"[{"id_str":"1","created_at":"Fri Sep 08 04:00:00 +0000 2023","text":"a","user":{"id_str":"2"}}]"#, 1),
            (
                "{\n\"id_str\":\"1\",\"created_at\":\"x\",\"text\":\"a\",\"favorite_count\":1\n}\n{\n\"id_str\":\"2\",\"text\":\"b\"}",
                2
            ),
            (#"{"limit":{"track":1}}"# + "\n", 0),
        ])
    func `arrays, single objects and streams are read`(_ json: String, _ messages: Int) throws {
        #expect(try Reading(json, X1Reader.self).messages.count == messages)
    }

    @Test func `the same post has the same id, author and parent as in the API v2 and in the archive`() throws {
        let second =
            #"{"id":"1700000000000000005","author_id":"902","conversation_id":"1700000000000000001","#
            + #""author":{"id":"902","username":"tomwald","name":"Tom Wald"},"created_at":"2023-09-08T04:00:00.000Z","#
            + #""text":"Ja","referenced_tweets":[{"type":"replied_to","id":"1700000000000000001"}]}"#
        let part =
            #"[{"tweet":{"id_str":"1700000000000000005","in_reply_to_status_id_str":"1700000000000000001","#
            + #""created_at":"Fri Sep 08 04:00:00 +0000 2023","full_text":"Ja"}}]"#
        let account = #"[{"account":{"accountId":"902","username":"tomwald","accountDisplayName":"Tom Wald"}}]"#
        let tree = MemoryTree(texts: [
            ("tweets.js", "window.YTD.tweets.part0 = " + part), ("account.js", "window.YTD.account.part0 = " + account),
        ])
        let new = try #require(try Reading(second, XReader.self).messages.first)
        let archived = try #require(try Reading(tree, XArchiveTreeReader.self).messages.first)
        for old in [try Reading(fixture: stream).messages[1], archived] {
            #expect(old.channel == new.channel && old.id == new.id && old.parent == new.parent)
            #expect(old.account == new.account)
            #expect(old.time.milliseconds == new.time.milliseconds)
            #expect(old.permalink == new.permalink)
        }
    }

    @Test(
        arguments: [
            ("Wed Nov 15 12:00:45 +0000 2023", 1_700_049_645_000),
            ("Wed Nov 15 22:00:45 +1000 2023", 1_700_049_645_000),
            ("Mon Nov 15 12:00:45 +0000 2023", 1_700_049_645_000), ("Wed Feb 30 12:00:45 +0000 2023", nil),
            ("Mit Okt 15 12:00:45 +0000 2023", nil), ("Wed Nov 15 12:00:45 +0000 99999", nil),
            ("Wed Nov 15 24:00:45 +0000 2023", nil), ("Wed Nov 15 12:00 +0000 2023", nil), ("", nil),
            ("Wed Nov 15 12:00:45 0000 2023", nil), ("1700049645", 1_700_049_645_000),
        ] as [(String, Int64?)])
    func `times are English whatever the machine speaks`(_ written: String, _ expected: Int64?) {
        #expect(x1Time(written)?.milliseconds == expected)
    }
}
