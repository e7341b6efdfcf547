import Testing

@testable import Exports

@Suite struct XArchiveReaderTests {
    private let tweets = "x-archive-tweets.js"
    private let odd = "x-archive-old-part-damaged.js"
    private let account =
        #"window.YTD.account.part0 = [{"account":{"email":"ida@mail.example","username":"idafenn","accountId":"901","#
        + #""accountDisplayName":"Ida Fenn"}}]"#

    /// A long post of the fixture `x-archive-long-posts.js`, two that begin alike, and damage.
    private let notes = #"""
        window.YTD.note_tweet.part0 = [
        {"noteTweet":{"noteTweetId":"1699999999999999","createdAt":"2023-09-08T04:00:00.000Z","core":{"text":"@@Und das ist das Ende."}}},
        {"noteTweet":{"noteTweetId":"17","core":{"text":"##Hier das eine."}}},
        {"noteTweet":{"noteTweetId":"18","core":{"text":"##Hier das andere."}}},
        {"noteTweet":{"core":{"text":"kurz"}}},{"noteTweet":null},7]
        """#
        .replacing("@@", with: String(repeating: "Der Hafen wird umgebaut &amp; alle reden mit. ", count: 6))
        .replacing(
            "##",
            with: "Zweimal derselbe Anfang, und niemand weiß, welcher von beiden gemeint ist, weil X es nicht sagt. ")

    @Test func `a post alone has everything but its author`() throws {
        let reading = try Reading(fixture: tweets)
        let message = try #require(reading.messages.first)
        #expect(message.channel == ExportedChannel(platform: "x", key: "x", name: "X"))
        #expect(message.id == "1700000000000000001" && message.account == nil)
        #expect(message.time.milliseconds == 1_694_145_600_000)
        #expect(message.text == "Kommt der Bus & die Bahn?")
        #expect(message.likes == 5 && message.shares == 2 && message.language == "de")
        #expect(message.attachments == ["bus.jpg", "https://bus.example/plan"])
        #expect(reading.messages.map(\.parent) == [nil, "1699999999999999999", nil])
        #expect(reading.messages[1].editedAt == 1_694_146_200_000)
        #expect(reading.notes.contains { $0.contains("account.js") })
        #expect(reading.notes.contains { $0.hasPrefix("1 reposts") })
        #expect(reading.repaired.isEmpty && reading.skipped.isEmpty)
    }

    @Test func `old parts are read, and damage stays where it is`() throws {
        let reading = try Reading(fixture: odd)
        #expect(reading.messages.map(\.id) == ["99999999999999999999", "3", "1700000000000000009"])
        #expect(reading.skipped.map(\.place) == ["tweets[1]", "tweets[2]", "tweets[4]"])
        #expect(reading.messages[1].text == "\u{1B}]0;x\u{07} \u{202E} \u{2400} <b> &lt; ›")
        #expect(reading.repaired.count == 2)
        #expect(reading.messages[2].time.milliseconds == xTime("1700000000000000009"))
    }

    @Test func `the whole archive has the author, all parts joined, and what was deleted`() throws {
        let tree = MemoryTree([
            ("archiv/data/ad-engagements.js", Array("window.YTD.ad_engagements.part0 = [ ]".utf8)),
            (
                "archiv/data/deleted-tweets.js",
                Array(
                    #"window.YTD.deleted_tweets.part0 = [{"tweet":{"id_str":"12","full_text":"weg"}}]"#.utf8)
            ),
            (
                "archiv/data/tweets-part1.js",
                Array(
                    #"window.YTD.tweets.part1 = [{"tweet":{"id_str":"13","full_text":"zwei"}}]"#.utf8)
            ),
            ("archiv/data/tweets.js", try exportFixture(tweets)), ("archiv/data/account.js", Array(account.utf8)),
        ])
        #expect(XArchiveTreeReader.detect(tree) == .certain)
        let reading = try Reading(tree, XArchiveTreeReader.self)
        let ida = ExportedAccount(id: "901", handle: "idafenn", name: "Ida Fenn")
        #expect(reading.owners == [ida])
        #expect(reading.messages.count == 5)
        #expect(reading.messages.allSatisfy { $0.account == ida })
        #expect(reading.messages.map(\.status) == [.deleted, nil, nil, nil, nil])
        #expect(reading.messages[1].place.description == "archiv/data/tweets-part1.js: tweets[0]")
        #expect(!String(describing: reading).contains("mail.example"))
    }

    @Test func `long posts get their whole text, and others stay as they are`() throws {
        let tree = MemoryTree([
            ("data/note-tweet.js", Array(notes.utf8)),
            ("data/tweets.js", try exportFixture("x-archive-long-posts.js")),
        ])
        let reading = try Reading(tree, XArchiveTreeReader.self)
        let beginning = String(repeating: "Der Hafen wird umgebaut & alle reden mit. ", count: 6)
        #expect(reading.messages.map(\.id) == ["1700000000000000100", "1700000000000000200", "1700000000000000300"])
        #expect(reading.messages[0].text == beginning + "Und das ist das Ende.")
        #expect(reading.messages[0].markup == nil)
        #expect(reading.messages[1].text.hasPrefix("Zweimal derselbe Anfang"))
        #expect(reading.messages[1].text.hasSuffix("… https://t.co/b"))
        #expect(reading.messages[2].text == "kurz … und weiter")
        #expect(reading.notes.contains("1 long posts have their whole text from note-tweet.js."))
    }

    @Test func `whole texts without their posts are refused with what to do`() throws {
        let error = #expect(throws: ExportError.self) { try Reading(notes, XArchiveReader.self) }
        guard case .unknownFormat(let hint) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.contains("import the whole archive"))
    }

    @Test func `direct messages are private and of their conversation`() throws {
        let messages = #"""
            window.YTD.direct_messages.part0 = [{"dmConversation":{"conversationId":"901-902","messages":[
            {"messageCreate":{"id":"1700000000000000001","text":"Psst &amp; so","senderId":"902","recipientId":"901",
            "createdAt":"2023-09-08T04:00:00.000Z","mediaUrls":["https://ton.example/a/b.png"],
            "urls":[{"url":"https://t.co/1","expanded":"https://bus.example/"}]}},
            {"joinConversation":{"id":"4"}},{"messageCreate":{}},
            {"messageCreate":{"id":"1700000000000000002","text":"Ja","senderId":"901","createdAt":"kaputt"}}]}}, 7]
            """#
        let tree = MemoryTree(texts: [
            ("data/account.js", account), ("data/direct-messages.js", messages), ("data/tweets.js", "[]"),
        ])
        let reading = try Reading(tree, XArchiveTreeReader.self)
        #expect(reading.messages.map(\.id) == ["dm:1700000000000000001", "dm:1700000000000000002"])
        #expect(reading.messages.allSatisfy { $0.isPrivate && $0.channel.grouping == .byTime })
        #expect(reading.messages[0].channel.key == "dm:901-902")
        #expect(reading.messages[0].text == "Psst & so")
        #expect(reading.messages[0].attachments == ["b.png", "https://bus.example/"])
        #expect(reading.messages[1].account?.handle == "idafenn")
        #expect(reading.skipped.map(\.place) == ["data/direct-messages.js: direct_messages[0].messages[2]"])
        #expect(reading.repaired.map(\.reason) == ["time taken from the id"])
    }

    @Test(
        arguments: [
            "window.YTD.tweets.part0 = (f)() || []", "window.YTD.tweets.part0 [ ]", "window.YTD.tweets.part = []",
            "window.YTD.tweets.part0 = []; alert(1)", "window.YTD.tweets.part0 = [];alert(1)",
            "window.YTD.tweets.part0 = [] []", "window.YTD.like.part0 = []", "window.YTD.account.part0 = []",
            "window.YTD.tweets.part0 = [{}", "window.YTD.tweets.part0 =", "window.YTD.", "window.YTD.tweets.part0 = {}",
            "window.YTD.tweets.part0 = [ {'tweet': {id_str: '1',}, }, ]", "xwindow.YTD.tweets.part0 = []",
        ])
    func `what is no list of posts is refused`(_ text: String) {
        #expect(throws: ExportError.self) { try Reading(text, XArchiveReader.self) }
    }

    @Test(arguments: ["", ";", " ;\n", "\n"])
    func `a semicolon may end the script`(_ end: String) throws {
        let text = #"window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"a"}}]"# + end
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(text.utf8))).format == "x-archive")
        #expect(try Reading(text, XArchiveReader.self).messages.count == 1)
    }

    @Test func `a file saved as UTF-16 is read`() throws {
        let text = #"window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"Grüße"}}]"#
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Reading(ByteSource(bytes: bytes)).messages.map(\.text) == ["Grüße"])
    }

    @Test(arguments: [[("data/tweets.js", "let x = 1")], [("account.js", "window.YTD.account.part0 = []")], []])
    func `other folders are not taken for an archive`(_ files: [(path: String, text: String)]) {
        #expect(XArchiveTreeReader.detect(MemoryTree(texts: files)) == .no)
    }
}
