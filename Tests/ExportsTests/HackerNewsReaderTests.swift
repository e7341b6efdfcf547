import Foundation
import Testing

@testable import Exports

@Suite struct HackerNewsReaderTests {
    @Test func `items become messages, and deleted and dead ones keep their status`() throws {
        let reading = try Reading(fixture: "hackernews-items-deleted-dead-null.json")
        let messages = reading.messages
        #expect(messages.map(\.id) == ["9100001", "9100002", "9100003", "9100004"])
        #expect(messages.map(\.parent) == [nil, "9100001", "9100001", "9100002"])
        #expect(messages.map(\.status) == [nil, nil, .deleted, .hidden])
        #expect(messages[0].text == "Ask HN: Kräne & Häfen\n\nWer baut sowas?\n\nDanke")
        #expect(messages[0].markup == "Wer baut <i>sowas</i>?<p>Danke")
        #expect(messages[0].likes == 41)
        #expect(messages[1].text == "Wir > die")
        #expect(messages[1].permalink == "https://news.ycombinator.com/item?id=9100002")
        #expect(messages[2].account == nil && messages[2].text.isEmpty)
        #expect(reading.skipped.map(\.place) == ["items[2]", "items[5]"])
        #expect(reading.skipped.map(\.reason) == ["null", "no id"])
    }

    @Test func `search hits know their story and give the same ids as items`() throws {
        let reading = try Reading(fixture: "hackernews-algolia-hits.json")
        #expect(reading.messages.map(\.id) == ["9100002", "9100009"])
        #expect(reading.messages.map(\.parent) == ["9100001", nil])
        #expect(reading.messages.map(\.thread?.id) == ["9100001", "9100009"])
        #expect(reading.messages[1].text == "Ein Link\n\nhttps://example.org/")
        #expect(reading.notes.contains("The search found 40, 2 are in this page of it."))
        let item = try Reading(fixture: "hackernews-items-deleted-dead-null.json").messages[1]
        #expect(item.text == reading.messages[0].text && item.time == reading.messages[0].time)
    }

    @Test func `one item a line is read, and a bad line costs only itself`() throws {
        let good = #"{"by":"a","id":1,"type":"story","time":1,"title":"x"}"#
        let text = good + "\n{\n" + #"{"id":2,"time":2,"parent":1}"#
        let reading = try Reading(ByteSource(bytes: Array(text.utf8)))
        #expect(reading.messages.map(\.id) == ["1", "2"])
        #expect(reading.skipped.map(\.place) == ["line 2"])
    }

    @Test(arguments: ["hackernews-items-deleted-dead-null.json", "hackernews-algolia-hits.json"])
    func `reading twice gives the same, and a cut file is refused`(_ name: String) throws {
        let first = try Reading(fixture: name)
        #expect(try Reading(fixture: name).messages == first.messages)
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        for count in stride(from: 200, to: bytes.count - 2, by: 11) {
            #expect(throws: ExportError.self) { try Reading(bytes: Array(bytes.prefix(count)), HackerNewsReader.self) }
        }
    }

    @Test(
        arguments: [
            (#"{"by":"a","id":1,"type":"story","time":1}"#, "hackernews"),
            (#"{"id":1,"type":"note","time":1,"by":"a"}"#, "jsonl"), (#"{"hits":[1]}"#, "jsonl"),
        ])
    func `the format is known by its own marks`(_ content: String, _ format: String) throws {
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(content.utf8))).format == format)
    }
}

@Suite(.enabled(if: FileManager.default.fileExists(atPath: itemSamples)))
struct HackerNewsSampleTests {
    @Test(arguments: ["official-readme-items.json", "official-readme-items.ndjson"])
    func `counts and times are those of the samples`(_ name: String) throws {
        let reading = try Reading(ByteSource(path: "\(itemSamples)/\(name)"))
        #expect(reading.messages.count == 5 && reading.skipped.isEmpty)
        #expect(Set(reading.messages.compactMap(\.account)).count == 4)
        #expect(reading.messages.compactMap(\.time.milliseconds).min() == 1_175_714_200_000)
        #expect(reading.messages.compactMap(\.time.milliseconds).max() == 1_314_211_127_000)
    }
}

private let itemSamples = "/work/shared/samples/social/hackernews"
