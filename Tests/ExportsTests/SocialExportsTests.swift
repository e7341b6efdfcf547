import Foundation
import Testing

@testable import Exports

/// What holds for all formats of social networks alike.
@Suite struct SocialExportsTests {
    @Test(arguments: socialFixtures)
    func `a fixture is known as its own format and as no other`(_ name: String, _ format: String) throws {
        let source = try ByteSource(path: path(name))
        #expect(try ExportFormats.detect(source).format == format)
        let certain = ExportFormats.all.filter { $0.detect(source.head) == .certain }
        #expect(certain.map { $0.format } == [format])
    }

    @Test(arguments: socialFixtures)
    func `reading twice and in single bytes gives equal events`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let whole = try events(of: ByteSource(path: path(name)), reader)
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: path(name))))
        #expect(try events(of: ByteSource(path: path(name)), reader) == whole)
        // Whether a file is one page or a line a post is told by its head, which is no larger than the first chunk.
        let chunkSize = name == "x1-search-page.json" ? 64 : 1
        #expect(try events(of: ByteSource(bytes: bytes, chunkSize: chunkSize), reader) == whole)
        #expect(!whole.isEmpty)
    }

    @Test(arguments: socialFixtures)
    func `a fixture that ends anywhere gives an error or fewer messages`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: path(name))))
        let whole = try Reading(bytes: bytes, reader).messages.count
        for end in stride(from: 0, to: bytes.count, by: 7) {
            let outcome = Result { try Reading(bytes: Array(bytes[..<end]), reader) }
            switch outcome {
            case .success(let reading): #expect(reading.messages.count <= whole)
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(
        arguments: [
            ("x", "{\n\"id\":\"1\",\"text\":\"a\"}\n"), ("x1", "{\n\"id_str\":\"1\",\"text\":\"a\"}\n"),
            ("facebook", #"{"id":"1","created_time":"x","message":"a"}"#),
            ("instagram", #"{"id":"1","timestamp":"x","text":"a"}"#),
        ])
    func `a bracket too many behind an object ends the reading`(_ format: String, _ object: String) throws {
        let reader = try #require(ExportFormats.named(format))
        for end in ["}", "]", ","] { #expect(throws: ExportError.self) { try Reading(object + end, reader) } }
        #expect(try Reading(object, reader).messages.count == 1)
    }

    @Test(arguments: otherFixtures)
    func `the fixtures of other formats stay theirs`(_ name: String) throws {
        let head = try ByteSource(path: path(name)).head
        for (_, format) in socialFixtures {
            let reader = try #require(ExportFormats.named(format))
            #expect(reader.detect(head) == .no)
        }
    }

    @Test(
        arguments: [
            #"{"id":1,"message":"x","created_time":"2024-06-01T08:00:00+0000"}"#,
            #"{"id":1,"author_id":2,"conversation_id":3,"text":"x"}"#, #"{"kind":"note","text":"\"youtube#comment\""}"#,
            #"{"id":1,"title":"x","text":"\"format_id\""}"#, #"{"id":1,"action":"delete","text":"x"}"#,
        ])
    func `lines that only look alike stay generic`(_ line: String) throws {
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(line.utf8))).format == "jsonl")
    }

    @Test(
        arguments: [
            "x", "x1", "x-archive", "youtube", "ytdlp", "facebook", "facebook-dyi", "instagram",
            "instagram-dyi", "tiktok", "mastodon-outbox", "bluesky", "bluesky-car",
        ])
    func `hostile bytes give an error or nothing, never a crash`(_ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let inputs = [
            deep, #"{"data":["# + deep + "]}", #"{"items":["# + deep + "]}", #"{"comments":["# + deep + "]}",
            #"{"1_2":"# + deep + "}", "\0\0\0", "{", "[", "\"", "{\"data\":", "}", "null", "{\"data\":{\"id\":{}}}",
        ]
        for input in inputs {
            switch Result(catching: { try Reading(input, reader) }) {
            case .success(let reading): #expect(reading.messages.isEmpty)
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(
        arguments: [
            ("youtube", #"{"kind":"youtube#comment","snippet":{}},"#), ("x", "{\n\"id\":\"1\",\"text\":\"a\"},"),
            ("facebook", #"{"id":"1","created_time":"x","message":"a"},:"#),
        ])
    func `a byte between documents that begins nothing ends the reading`(_ format: String, _ text: String) throws {
        let reader = try #require(ExportFormats.named(format))
        #expect(throws: ExportError.self) { try Reading(text, reader) }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: socialSamples)), arguments: sampleCounts)
    func `samples give the counts of their list`(_ sample: SampleCount) throws {
        let source = try ByteSource(path: "\(socialSamples)/\(sample.name)")
        #expect(try ExportFormats.detect(source).format == sample.format)
        let reading = try Reading(source)
        #expect(reading.messages.count == sample.messages)
        #expect(Set(reading.messages.compactMap(\.account)).count == sample.authors)
        let times = reading.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == exportedTime(sample.first, in: nil)?.milliseconds)
        #expect(times.max() == exportedTime(sample.last, in: nil)?.milliseconds)
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
    }

    private func path(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        return folder.appending(path: name).path
    }

    private func events(of source: ByteSource, _ reader: any ExportReader.Type) throws -> [ExportEvent] {
        var source = source
        var events: [ExportEvent] = []
        try reader.read(&source, options: ExportOptions()) { events.append($0) }
        return events
    }
}

private let socialFixtures = [
    ("x-pages-includes-edit-long.jsonl", "x"), ("x-flattened-damaged-compliance.jsonl", "x"),
    ("youtube-threads-moderation-owner.json", "youtube"), ("youtube-comment-pages-damaged.json", "youtube"),
    ("ytdlp-reply-uploader-null-author.info.json", "ytdlp"), ("ytdlp-other-site-damaged.info.json", "ytdlp"),
    ("facebook-feed-nested-comments.json", "facebook"), ("facebook-pages-restricted-damaged.json", "facebook"),
    ("x1-stream-repost-extended-notices.jsonl", "x1"), ("x1-search-page.json", "x1"),
    ("x-archive-tweets.js", "x-archive"), ("x-archive-old-part-damaged.js", "x-archive"),
    ("facebook-dyi-comments-spoiled-letters.json", "facebook-dyi"),
    ("facebook-dyi-posts-labels.json", "facebook-dyi"), ("instagram-dyi-reels-dutch.json", "instagram-dyi"),
    ("instagram-dyi-bare-old-time.json", "instagram-dyi"), ("instagram-objects-by-id.json", "instagram"),
    ("instagram-media-comments-replies.json", "instagram"), ("tiktok-comments.json", "tiktok"),
    ("tiktok-newer-nested-damaged.json", "tiktok"), ("mastodon-outbox-visibility-boost.json", "mastodon-outbox"),
    ("mastodon-outbox-bare-array.json", "mastodon-outbox"),
    ("bluesky-thread-placeholders-facets.json", "bluesky"), ("bluesky-capture-records.json", "bluesky"),
]

private let otherFixtures = [
    "csv-german-excel.csv", "discord-direct-chat-time-missing.json", "discord-reply-forward-embed-system.json",
    "jsonl-author-object-late-keys.jsonl", "telegram-account-with-two-chats.json",
    "telegram-links-service-local-time.json", "wxr-hafenblog.xml",
]

struct SampleCount: CustomTestStringConvertible, Sendable {
    var name: String
    var format: String
    var messages: Int
    var authors: Int
    var first: String
    var last: String

    var testDescription: String { name }

    init(_ name: String, _ format: String, _ messages: Int, _ authors: Int, _ first: String, _ last: String) {
        self.name = name
        self.format = format
        self.messages = messages
        self.authors = authors
        self.first = first
        self.last = last
    }
}

private let socialSamples = "/work/shared/samples/social"
private let sampleCounts = [
    SampleCount(
        "bluesky/marshalx-thread_view_post_with_embed_media.json", "bluesky", 1, 1, "2023-09-28T12:49:36.735Z",
        "2023-09-28T12:49:36.735Z"),
    SampleCount(
        "bluesky/indigo-capture_atprotocom.json", "bluesky", 20, 1, "2023-10-06T20:28:09.688Z",
        "2023-12-06T00:21:07.723Z"),
    SampleCount(
        "facebook_dyi/waultar-comments.json", "facebook-dyi", 4, 1, "2009-04-15T12:20:00Z",
        "2019-04-18T17:17:57Z"),
    SampleCount(
        "instagram_graph/pyfb-ig-comments_fields.json", "instagram", 2, 2, "2020-02-24T09:15:16Z",
        "2020-06-01T10:56:52Z"),
    SampleCount(
        "instagram_graph/pyfb-ig-comments_p1.json", "instagram", 2, 0, "2020-06-01T10:16:39Z",
        "2020-06-01T10:56:52Z"),
    SampleCount(
        "instagram_graph/pyfb-ig-media_default.json", "instagram", 1, 0, "2021-07-26T10:45:20Z",
        "2021-07-26T10:45:20Z"),
    SampleCount(
        "instagram_graph/pyfb-ig-model-comment.json", "instagram", 2, 1, "2020-02-24T09:15:16Z",
        "2020-02-24T09:18:08Z"),
    SampleCount(
        "instagram_graph/pyfb-ig-model-media.json", "instagram", 1, 1, "2021-07-26T10:45:20Z",
        "2021-07-26T10:45:20Z"),
    SampleCount(
        "tiktok/eyra-user_data.json", "tiktok", 1, 0, "2024-04-01T12:00:00Z",
        "2024-04-01T12:00:00Z"),
    SampleCount(
        "mastodon_outbox/bsmith-mikrotik-outbox-array.json", "mastodon-outbox", 35, 1, "2023-05-17T09:16:31Z",
        "2023-08-08T13:15:33Z"),
    SampleCount(
        "instagram_dyi/readme-example-post_comments_1.json", "instagram-dyi", 1, 0, "2017-04-19T03:35:00Z",
        "2017-04-19T03:35:00Z"),
    SampleCount("twitter_v1/corebird-TD1-retweet.json", "x1", 1, 1, "2014-05-05T06:48:32Z", "2014-05-05T06:48:32Z"),
    SampleCount(
        "twitter_archive/julowe-mock_tweets.js", "x-archive", 5, 0, "2023-07-01T16:45:30Z", "2023-11-15T12:00:45Z"),
    SampleCount("twitter_v2/twarccsv-cotweet.jsonl", "x", 1, 1, "2022-10-04T15:25:05Z", "2022-10-04T15:25:05Z"),
    SampleCount("twitter_v2/twarccsv-edited_after.jsonl", "x", 1, 1, "2022-10-03T17:57:11Z", "2022-10-03T17:57:11Z"),
    SampleCount("twitter_v2/twarccsv-edited_before.jsonl", "x", 1, 1, "2022-10-03T17:57:01Z", "2022-10-03T17:57:01Z"),
    SampleCount("twitter_v2/twarccsv-flat.jsonl", "x", 100, 96, "2021-04-08T19:31:31Z", "2021-04-08T19:34:16Z"),
    SampleCount("twitter_v2/twarccsv-media_tweet.jsonl", "x", 1, 1, "2022-08-13T20:36:51Z", "2022-08-13T20:36:51Z"),
    SampleCount("twitter_v2/twarccsv-noflat.jsonl", "x", 100, 96, "2021-04-08T19:31:31Z", "2021-04-08T19:34:16Z"),
    SampleCount("twitter_v2/twarccsv-two_tweets.jsonl", "x", 1, 1, "2021-05-18T19:24:56Z", "2021-05-18T19:24:56Z"),
    SampleCount(
        "youtube_api/pyyt-comment_threads_by_video_id.json", "youtube", 6, 6, "2019-03-23T15:59:16Z",
        "2019-07-20T20:22:27Z"),
    SampleCount(
        "ytdlp/korni [SgmJZ8AgGog].info.json", "ytdlp", 2, 2, "2022-09-20T00:00:00Z", "2022-09-26T00:00:00Z"),
    SampleCount(
        "facebook_graph/pyfb-comment_info.json", "facebook", 1, 0, "2021-07-21T21:05:14Z", "2021-07-21T21:05:14Z"),
    SampleCount(
        "facebook_graph/pyfb-comments_info.json", "facebook", 2, 0, "2021-07-21T21:05:14Z", "2021-07-22T00:06:22Z"),
    SampleCount(
        "facebook_graph/pyfb-comments_p1.json", "facebook", 10, 0, "2021-08-10T18:45:03Z", "2021-08-12T18:30:51Z"),
    SampleCount(
        "facebook_graph/pyfb-comments_p2.json", "facebook", 5, 0, "2021-08-13T08:29:27Z", "2021-08-14T07:24:42Z"),
    SampleCount(
        "facebook_graph/pyfb-feed_fields_p1.json", "facebook", 5, 0, "2021-06-22T18:06:08Z", "2021-07-04T19:50:58Z"),
    SampleCount(
        "facebook_graph/pyfb-feeds_default_fields_p1.json", "facebook", 5, 0, "2021-06-30T21:21:18Z",
        "2021-07-09T19:09:52Z"),
    SampleCount(
        "facebook_graph/pyfb-messages_info.json", "facebook", 2, 1, "2021-07-23T09:50:48Z", "2021-07-23T10:24:23Z"),
    SampleCount(
        "facebook_graph/pyfb-model-comment.json", "facebook", 1, 1, "2021-07-23T08:35:18Z", "2021-07-23T08:35:18Z"),
]
