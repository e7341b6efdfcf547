import Foundation
import Testing

@testable import Exports

@Suite struct RedditReaderTests {
    @Test func `lines of a dump become messages with fullnames`() throws {
        let messages = try Reading(fixture: "pushshift-string-times-deleted.ndjson").messages
        #expect(messages.map(\.id) == ["t1_k2aa1", "t3_pq1", "t1_k2aa2", "t1_k2aa3", "t1_k2aa5"])
        #expect(messages.map(\.parent) == ["t3_pq1", nil, "t1_qglj", "t1_k2aa1", "t1_k2aa1"])
        #expect(messages.allSatisfy { $0.thread?.id == "t3_pq1" && $0.channel.key == "hafenstadt" })
        #expect(messages[0].text == "Kran 4 > Kran 3 / ehrlich")
        #expect(messages[0].markup == "Kran 4 &gt; Kran 3 / ehrlich")
        #expect(messages[0].time.milliseconds == 1_192_450_635_000)
        #expect(messages[1].text == "Fähre für alle\n\nhttps://example.org/plan.pdf")
        #expect(messages[1].permalink == "https://www.reddit.com/r/Hafenstadt/comments/pq1/faehre/")
        #expect(messages[1].editedAt == 1_517_443_300_000)
        #expect(messages.map(\.likes) == [-2, 12, nil, nil, nil])
    }

    @Test func `what is deleted or removed is kept with its status, and no author is made up`() throws {
        let reading = try Reading(fixture: "pushshift-string-times-deleted.ndjson")
        #expect(reading.messages.map(\.status) == [nil, nil, .deleted, .hidden, .deleted])
        #expect(reading.messages[2].account == nil)
        #expect(reading.messages[3].account?.isOwner == true)
        #expect(reading.messages[4].account?.isBot == true)
        #expect(reading.skipped.map(\.place) == ["line 5"])
        #expect(reading.repaired.map(\.place) == ["line 4"])
        #expect(reading.repaired.map(\.reason) == ["time unknown"])
    }

    @Test func `replies are found at every depth, and what more stands for is a noted gap`() throws {
        let reading = try Reading(fixture: "reddit-thread-more-nested.json")
        #expect(reading.messages.map(\.id) == ["t3_pq1", "t1_k2aa1", "t1_k2aa2", "t1_k2aa9"])
        #expect(reading.messages.map(\.parent) == [nil, "t3_pq1", "t1_k2aa1", "t3_pq1"])
        #expect(reading.messages.allSatisfy { $0.thread?.title == "Fähre für alle" })
        #expect(reading.messages.map(\.status) == [nil, nil, .hidden, nil])
        #expect(reading.messages[0].text == "Fähre für alle\n\nWer macht mit?")
        #expect(reading.messages[1].text == "Ich! <3")
        #expect(reading.messages[1].time.milliseconds == 1_517_443_260_000)
        #expect(reading.messages[2].place.description == "[1].data.children[0].replies[0]")
        #expect(reading.skipped.map(\.place) == ["[1].data.children[1]"])
        #expect(reading.notes.contains { $0.hasPrefix("7 further replies") })
    }

    @Test func `private messages are private, and actions of moderators are no messages`() throws {
        let reading = try Reading(fixture: "reddit-inbox-private-modaction.json")
        #expect(reading.messages.map(\.id) == ["t4_qa1", "t1_g1x"])
        #expect(reading.messages.map(\.isPrivate) == [true, false])
        #expect(reading.messages[1].thread?.id == "t3_hs03")
        #expect(reading.messages[1].thread?.title == "Kran")
        #expect(reading.notes.contains { $0.hasPrefix("1 entries are no messages") })
    }

    @Test func `both formats agree on the same comment`() throws {
        let data =
            #"{"id":"k1","link_id":"t3_p","parent_id":"t3_p","subreddit":"Hafen","author":"a","body":"&amp;","created_utc":9}"#
        var dumped = try #require(try Reading(data, PushshiftReader.self).messages.first)
        let listing = #"{"kind":"Listing","data":{"children":[{"kind":"t1","data":\#(data)}]}}"#
        let listed = try #require(try Reading(listing, RedditListingReader.self).messages.first)
        dumped.place = listed.place
        #expect(dumped == listed)
    }

    @Test(
        arguments: [
            "pushshift-string-times-deleted.ndjson", "reddit-thread-more-nested.json",
            "reddit-inbox-private-modaction.json",
        ])
    func `reading again and in chunks of one byte gives the same`(_ name: String) throws {
        let first = try Reading(fixture: name)
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        let reader = try ExportFormats.detect(ByteSource(bytes: bytes))
        var messages: [ExportedMessage] = []
        var source = try ByteSource(bytes: bytes, chunkSize: 1)
        try reader.read(&source, options: ExportOptions()) { event in
            if case .message(let message) = event { messages.append(message) }
        }
        #expect(messages == first.messages)
        #expect(try Reading(fixture: name).messages == first.messages)
    }

    @Test func `a listing that is cut anywhere is refused`() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let bytes = Array(try Data(contentsOf: folder.appending(path: "reddit-thread-more-nested.json")))
        for count in stride(from: 1, to: bytes.count - 2, by: 7) {
            #expect(throws: ExportError.self) {
                try Reading(bytes: Array(bytes.prefix(count)), RedditListingReader.self)
            }
        }
    }

    @Test func `replies nested a hundred thousand deep cost their thread and nothing else`() throws {
        let deep = String(repeating: #"{"kind":"t1","data":{"replies":"#, count: 100_000)
        let good = #"{"kind":"t1","data":{"id":"k","subreddit":"s","body":"x","created_utc":1}}"#
        let tail = String(repeating: "}}", count: 100_000)
        let text = #"{"kind":"Listing","data":{"children":[\#(deep)1\#(tail),\#(good)]}}"#
        let reading = try Reading(text, RedditListingReader.self)
        #expect(reading.messages.map(\.id) == ["t1_k"])
        #expect(reading.skipped.map(\.place) == ["data.children[0]"])
    }

    @Test func `addresses are never made of free text`() throws {
        let text =
            #"{"id":"../x","link_id":"t3_p\u001b","subreddit":"s","body":"x","created_utc":1,"permalink":"/r/\u202ex"}"#
        #expect(try Reading(text, PushshiftReader.self).messages.map(\.permalink) == [nil])
    }

    @Test(
        arguments: [
            (#"{"kind":"Listing","data":{"children":["#, "reddit"), (#"[{"data":{},"kind":"Listing"}]"#, "reddit"),
            (#"{"json":{"data":{"things":[{"kind":"t1""#, "reddit"),
            (#"{"body":"x","created_utc":1,"subreddit":"s"}"#, "pushshift"),
            (#"{"subreddit":"s","text":"x"}"#, "jsonl"), (#"{"kind":"Listing","text":"x"}"#, "jsonl"),
        ])
    func `the formats are known by their own marks`(_ content: String, _ format: String) throws {
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(content.utf8))).format == format)
    }
}

@Suite(.enabled(if: FileManager.default.fileExists(atPath: redditSamples)))
struct RedditSampleTests {
    @Test(
        arguments: [
            ("reddit_listing/goreddit-message-inbox.json", 2, 1), ("reddit_listing/goreddit-post-more.json", 3, 2),
            ("reddit_listing/goreddit-moderation-actions.json", 0, 0),
            ("reddit_listing/goreddit-post-post.json", 3, 1),
            ("reddit_listing/goreddit-subreddit-posts.json", 2, 2),
            ("reddit_listing/goreddit-user-comments.json", 1, 1),
            ("reddit_listing/goreddit-user-overview.json", 2, 1),
            ("reddit_pushshift/RC_2007-10.excerpt.ndjson", 3, 2), ("reddit_pushshift/RC_2018-02.excerpt.ndjson", 3, 3),
        ])
    func `counts are those of the samples`(_ name: String, _ messages: Int, _ authors: Int) throws {
        let reading = try Reading(ByteSource(path: "\(redditSamples)/\(name)"))
        #expect(reading.messages.count == messages)
        #expect(Set(reading.messages.compactMap(\.account)).count == authors)
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }
}

private let redditSamples = "/work/shared/samples/social"
