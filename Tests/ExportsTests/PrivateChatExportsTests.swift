import Foundation
import Testing

@testable import Exports

/// What holds for the exports of chat services alike.
@Suite struct PrivateChatExportsTests {
    @Test(arguments: chatFixtures)
    func `a fixture is known as its own format and as no other`(_ name: String, _ format: String) throws {
        let source = try ByteSource(bytes: exportFixture(name))
        #expect(try ExportFormats.detect(source).format == format)
        let certain = ExportFormats.all.filter { $0.detect(source.head) == .certain }
        #expect(certain.map { $0.format } == [format])
    }

    @Test func `the fixtures of other formats stay theirs`() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let own = Dictionary(uniqueKeysWithValues: chatFixtures)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let head = try ByteSource(bytes: exportFixture(name)).head
            for format in Set(own.values) where own[name] != format {
                #expect(ExportFormats.named(format)?.detect(head) == .no, "\(format) takes \(name)")
            }
        }
    }

    @Test(arguments: chatFixtures)
    func `reading in single bytes gives equal events`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        let whole = try exportEvents(bytes, reader)
        #expect(!whole.isEmpty)
        // A byte order mark must be in the first chunk.
        #expect(try exportEvents(bytes, reader, chunkSize: bytes[0] >= 0xEF ? 3 : 1) == whole)
    }

    @Test(arguments: chatFixtures)
    func `a fixture that ends anywhere gives an error or fewer messages`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        let whole = try Reading(bytes: bytes, reader).messages.count
        for end in stride(from: 0, to: bytes.count, by: 7) {
            switch Result(catching: { try Reading(bytes: Array(bytes[..<end]), reader) }) {
            case .success(let reading): #expect(reading.messages.count <= whole)
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(arguments: chatFixtures)
    func `bytes that were replaced never end it otherwise`(_ name: String, _ format: String) throws {
        try expectNoCrash(exportFixture(name), #require(ExportFormats.named(format)), atMost: 40)
    }

    @Test(arguments: Set(chatFixtures.map(\.1)).sorted())
    func `hostile bytes give an error or nothing, never a crash`(_ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        for input in [
            deep, "{\"messages\":[\(deep)]}", "{\"messages\":\(deep)}", "[{\"MessageType\":\(deep)}]", "\0\0\0",
            "{", "[", "\"", "{\"messages\":", "}", "null", "[null]", "{\"chatItem\":\(deep)}",
        ] {
            switch Result(catching: { try Reading(input, reader) }) {
            case .success(let reading): #expect(reading.messages.isEmpty, "\(input.prefix(40))")
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: privateChatSamples)))
    func `samples of other formats stay theirs`() throws {
        let own = ["messenger_json", "signal_plaintext_export", "signal_export_md"]
        let files = FileManager.default.enumerator(atPath: privateChatSamples)?.compactMap { $0 as? String } ?? []
        var count = 0
        for name in files where !own.contains(where: { name.hasPrefix($0) }) {
            guard let source = try? ByteSource(path: "\(privateChatSamples)/\(name)") else { continue }
            count += 1
            for format in Set(chatFixtures.map(\.1)) {
                #expect(ExportFormats.named(format)?.detect(source.head) == .no, "\(format) takes \(name)")
            }
        }
        #expect(count > 20)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: privateChatSamples)), arguments: chatSampleCounts)
    func `samples give the counts of their list`(_ sample: TextSample) throws {
        let source = try ByteSource(path: "\(privateChatSamples)/\(sample.name)")
        #expect(try ExportFormats.detect(source).format == sample.format)
        let reading = try Reading(source)
        let kinds = [ExportedMessage.Kind.message, .action, .system].map { kind in
            reading.messages.count { $0.kind == kind }
        }
        #expect(kinds == sample.kinds)
        #expect(reading.skipped.count == sample.skipped, "\(reading.skipped)")
        let times = reading.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == exportedTime(sample.first, in: nil)?.milliseconds)
        #expect(times.max() == exportedTime(sample.last, in: nil)?.milliseconds)
    }
}

private let chatFixtures = [
    ("matrix-edits-threads-redactions.json", "matrix"), ("matrix-damaged-hostile-unordered.json", "matrix"),
    ("messenger-spoiled-letters-newest-first.json", "messenger"), ("messenger-damaged-hostile.json", "messenger"),
    ("signal-quote-group-revisions.jsonl", "signal"), ("signal-raw-line-ends-damaged.jsonl", "signal"),
    ("signal-markdown-media-reactions.md", "signal-markdown"),
    ("signal-markdown-forged-hostile.txt", "signal-markdown"),
]

private let privateChatSamples = "/work/shared/samples/chat"
private let chatSampleCounts = [
    TextSample(
        name: "messenger_json/chatanalytics_2A_7M.json", format: "messenger", kinds: [7, 0, 0],
        first: "2014-11-05T00:27:20.411Z", last: "2014-11-05T00:35:32.056Z"),
    TextSample(
        name: "signal_plaintext_export/note-to-self_main.jsonl", format: "signal", kinds: [4, 0, 1],
        first: "2024-12-23T21:24:54.736Z", last: "2024-12-23T21:26:20Z"),
    TextSample(
        name: "signal_plaintext_export/literal-newline_main.jsonl", format: "signal", kinds: [1, 0, 0], first: "",
        last: ""),
    TextSample(
        name: "signal_export_md/chatminer_test_export.txt", format: "signal-markdown", kinds: [2, 0, 0],
        first: "2019-12-24T12:23:00Z", last: "2020-01-17T21:49:00Z"),
]
