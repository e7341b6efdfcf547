import Testing

@testable import Exports

@Suite struct BlueskyReaderTests {
    private let thread = "bluesky-thread-placeholders-facets.json"

    @Test func `a post has all that a view gives`() throws {
        let message = try Reading(fixture: thread).messages[0]
        #expect(message.channel == ExportedChannel(platform: "bluesky", key: "bluesky", name: "Bluesky"))
        #expect(message.id == "at://did:plc:ida/app.bsky.feed.post/3kb")
        #expect(message.parent == "at://did:plc:kai/app.bsky.feed.post/3ka")
        #expect(message.thread?.id == "at://did:plc:kai/app.bsky.feed.post/3ka")
        #expect(message.account == ExportedAccount(id: "did:plc:ida", handle: "ida.example", name: "Ida Fenn"))
        #expect(message.time.milliseconds == 1_717_228_800_000)
        #expect(message.language == "de" && message.likes == 4 && message.shares == 3 && message.status == nil)
        #expect(message.permalink == "https://bsky.app/profile/did:plc:ida/post/3kb")
        #expect(message.attachments == ["Ein Kran", "bafkrei1", "at://did:plc:tom/app.bsky.feed.post/3kz"])
    }

    @Test func `links count bytes, and their target is shown where the words are another address`() throws {
        let message = try Reading(fixture: thread).messages[0]
        #expect(
            message.text
                == "Grüße vom Hafen: bus.example/pl… (https://bus.example/plan) und https://kran.example")
        #expect(message.markup == "Grüße vom Hafen: bus.example/pl… und https://kran.example")
    }

    @Test(
        arguments: [
            (0, 1, "üb"), (0, 2, "ü (u)b"), (2, 3, "üb (u)"), (0, 9, "üb"), (-1, 2, "üb"), (2, 2, "üb"), (1, 2, "üb"),
            (0, Int.max, "üb"), (Int.min, Int.max, "üb"),
        ])
    func `a range that does not fit the text counts for nothing`(_ start: Int, _ end: Int, _ shown: String) {
        let post = BlueskyPost(text: "üb", links: [BlueskyPost.Link(start: start, end: end, target: "u")])
        #expect(post.textWithTargets == shown)
    }

    @Test func `placeholders are no messages, labels hide, and damage stays where it is`() throws {
        let reading = try Reading(fixture: thread)
        #expect(reading.messages.map { $0.id?.suffix(3) } == ["3kb", "3ka", "3kd"])
        #expect(reading.messages.map(\.status) == [nil, .hidden, .spam])
        #expect(reading.messages[1].account == ExportedAccount(id: "did:plc:kai", name: ""))
        #expect(reading.messages[1].time.milliseconds == 1_717_225_200_000)
        #expect(reading.messages[2].time == ExportedTime(milliseconds: nil, written: "bald", zoneIsKnown: false))
        #expect(reading.messages[2].text == "\u{1B}]0;x\u{07}\u{202E}\u{2400}")
        #expect(reading.skipped.map(\.place) == ["posts[2]", "posts[4]"])
        #expect(reading.repaired.map(\.place) == ["posts[1]", "posts[3]"])
        #expect(
            reading.notes.dropFirst() == ["1 posts are not shown (blocked).", "1 posts are not shown (not found)."])
    }

    @Test func `a capture names the account once for its records`() throws {
        let reading = try Reading(fixture: "bluesky-capture-records.json")
        #expect(reading.messages.map(\.account?.name) == ["Ida Fenn", nil])
        #expect(reading.messages[0].time.milliseconds == 1_717_228_800_000)
        #expect(reading.messages[0].attachments == ["https://seite.example"])
        #expect(reading.messages[0].thread?.id == reading.messages[0].id)
        #expect(reading.repaired.map(\.reason) == ["no usable id, no usable author"])
        #expect(reading.skipped.map(\.place) == ["postRecords[2]"])
        #expect(reading.exportedAt == 1_717_286_400_000)
        #expect(!String(describing: reading).contains("mail.example"))
    }

    @Test func `a feed is read without what its posts answer`() throws {
        let view = #"{"uri":"at://did:plc:a/app.bsky.feed.post/1","record":{"$type":"app.bsky.feed.post","text":"a"}}"#
        let feed = #"{"feed":[{"post":\#(view),"reply":{"parent":\#(view)}}],"cursor":"x"}"#
        #expect(try Reading(ByteSource(bytes: Array(feed.utf8))).messages.count == 1)
        let thread = #"{"thread":{"$type":"app.bsky.feed.defs#notFoundPost","notFound":true}}"#
        #expect(try Reading(ByteSource(bytes: Array(thread.utf8))).messages.isEmpty)
    }

    @Test func `threads of any depth are read without recursion`() throws {
        let view = #"{"post":{"uri":"at://did:plc:a/app.bsky.feed.post/1","record":{"text":"a"}},"replies":["#
        let json =
            #"{"thread":"# + String(repeating: view, count: 5000) + String(repeating: "]}", count: 5000) + "}"
        #expect(try Reading(json, BlueskyReader.self).messages.count == 5000)
    }

    @Test(arguments: ["7", "{", #"{"thread":{"replies":[{}"#, #"{"thread":{}} x"#])
    func `an answer that is cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, BlueskyReader.self) }
    }

    @Test(arguments: ["did:plc:a/../x", "did:plc:a b", "did:plc:a?x", "did:plc:ü"])
    func `an account that does not fit an address makes none`(_ did: String) {
        #expect(BlueskyAddress("at://\(did)/app.bsky.feed.post/1")?.permalink == nil)
    }
}
