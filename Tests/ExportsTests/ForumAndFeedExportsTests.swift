import Foundation
import Testing

@testable import Exports

/// What holds for the formats of forums, feeds and Isso alike.
@Suite struct ForumAndFeedExportsTests {
    @Test(arguments: forumFixtures)
    func `a fixture is known as its own format and as no other`(_ name: String, _ format: String) throws {
        let head = try exportFixture(name)[...].prefix(65536)
        #expect(try ExportFormats.detect(ByteSource(bytes: exportFixture(name))).format == format)
        let source = try ByteSource(bytes: Array(head))
        #expect(ExportFormats.all.filter { $0.detect(source.head) == .certain }.map { $0.format } == [format])
    }

    @Test func `the fixtures of other formats stay theirs`() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let own = Dictionary(uniqueKeysWithValues: forumFixtures)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            guard let source = try? ByteSource(path: folder.appending(path: name).path) else { continue }
            for format in Set(own.values) where own[name] != format {
                #expect(ExportFormats.named(format)?.detect(source.head) == .no, "\(format) takes \(name)")
            }
        }
    }

    @Test(arguments: forumFixtures)
    func `single bytes give equal events`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        #expect(try exportEvents(bytes, reader, chunkSize: 1) == exportEvents(bytes, reader))
    }

    @Test(arguments: forumFixtures.filter { $0.1 != "isso-database" })
    func `a cut file is refused`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        let end = try #require(bytes.lastIndex { !XMLCharacters.isBlank($0) })
        for count in stride(from: 0, to: end, by: max(13, end / 100)) {
            #expect(throws: ExportError.self) { try Reading(bytes: Array(bytes.prefix(count)), reader) }
        }
    }

    @Test(arguments: forumFixtures.filter { !$0.0.contains("long-body") })
    func `damage anywhere gives an error or messages`(_ name: String, _ format: String) throws {
        let bytes = try exportFixture(name)
        try expectNoCrash(bytes, #require(ExportFormats.named(format)), atMost: 100)
    }

    @Test(
        arguments: [
            #"<html><a href="http://wordpress.org/export/1.2/">x</a></html>"#,
            #"<rss version="2.0"><channel><item><title>"http://wordpress.org/export/1.2/"</title></item></channel></rss>"#,
            #"<!-- WordPress eXtended RSS --><feed xmlns="http://www.w3.org/2005/Atom"/>"#,
            #"{"a":"<","b":"\"http://wordpress.org/export/"}"#,
        ])
    func `words about WordPress's export do not make one`(_ text: String) {
        #expect(WordPressReader.detect(Array(text.utf8)[...]) == .no)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: samples)),
        arguments: [
            SampleCount(
                "chat/discourse_topic/perceval_discourse_post.json", "discourse", 1, 1, "2015-07-28T14:49:13.558Z",
                "2015-07-28T14:49:13.558Z"),
            SampleCount(
                "chat/discourse_topic/perceval_discourse_topic_1148.json", "discourse", 20, 10,
                "2016-01-26T20:07:49.559Z", "2016-02-22T00:51:51.300Z"),
            SampleCount(
                "social/feeds/reddit-comments-thr.atom", "feed", 4, 4, "2024-01-15T12:00:00Z", "2024-01-15T14:00:00Z"),
            SampleCount("social/isso/isso-generic.json", "isso", 2, 2, "2005-02-24T04:03:37Z", "2005-05-08T06:50:26Z"),
            SampleCount(
                "social/stackexchange/hetero-Posts.xml", "stackexchange", 4, 2, "2020-01-01T00:00:00Z",
                "2020-04-01T00:00:00Z"),
            SampleCount(
                "social/stackexchange/hetero-Comments.xml", "stackexchange", 1, 1, "2020-01-06T00:00:00Z",
                "2020-01-06T00:00:00Z"),
        ])
    func `samples give the counts of their list`(_ sample: SampleCount) throws {
        let source = try ByteSource(path: "\(samples)/\(sample.name)")
        #expect(try ExportFormats.detect(source).format == sample.format)
        let reading = try Reading(source)
        #expect(reading.messages.count == sample.messages)
        #expect(Set(reading.messages.compactMap { $0.account?.id ?? $0.account?.name }).count == sample.authors)
        let times = reading.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == exportedTime(sample.first, in: nil)?.milliseconds)
        #expect(times.max() == exportedTime(sample.last, in: nil)?.milliseconds)
        #expect(reading.skipped.isEmpty)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: samples)),
        arguments: [("1148", 20, 9), ("1149", 2, 0)])
    func `sample topics have their replies`(_ topic: String, _ messages: Int, _ replies: Int) throws {
        let reading = try Reading(
            ByteSource(path: "\(samples)/chat/discourse_topic/perceval_discourse_topic_\(topic).json"))
        #expect(reading.messages.count == messages)
        #expect(reading.messages.count { $0.parent != nil } == replies)
    }
}

private let samples = "/work/shared/samples"
private let forumFixtures = [
    ("discourse-topic-title-last-whisper-gap.json", "discourse"), ("discourse-private-page-damaged.json", "discourse"),
    ("feed-reddit-thread.atom", "feed"), ("feed-wordpress-comments.rss", "feed"),
    ("stackexchange-posts-wiki-long-body.xml", "stackexchange"), ("stackexchange-comments.xml", "stackexchange"),
    ("isso-ids-repeat-comments-first.json", "isso"), ("isso-one-thread.json", "isso"),
    ("isso-comments.db", "isso-database"),
]
