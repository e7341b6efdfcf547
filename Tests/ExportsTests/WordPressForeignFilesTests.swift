import Foundation
import Testing

@testable import Exports

/// Files that lie outside the project, where they are there: hostile ones and those of other projects.
struct WordPressForeignFilesTests {
    private static let samples = "/work/shared/samples/social/wxr/wpimporter-"
    private static let hostile = ProcessInfo.processInfo.environment["LOTSE_HOSTILE"]

    struct Manifest: Decodable {
        struct Entry: Decodable {
            struct Expectation: Decodable {
                var verdict: String
                var imported: Int
                var warn: Int
            }
            var name: String
            var expect: Expectation
        }
        var files: [Entry]
    }

    private static func sample(_ name: String) throws -> WordPressOutcome {
        try WordPressOutcome(Array(Data(contentsOf: URL(fileURLWithPath: samples + name + ".xml"))))
    }

    @Test(.enabled(if: hostile != nil)) func `hostile files do what their manifest says`() throws {
        let root = URL(fileURLWithPath: try #require(Self.hostile))
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: root.appendingPathComponent("manifest.json")))
        let entries = manifest.files.filter { $0.name.hasPrefix("wxr/") }
        #expect(!entries.isEmpty)
        for entry in entries {
            let bytes = Array(try Data(contentsOf: root.appendingPathComponent(entry.name)))
            let outcome = Result { try WordPressOutcome(bytes) }
            switch outcome {
            case .success(let read):
                #expect(entry.expect.verdict == "import", "\(entry.name)")
                #expect(read.messages.count == entry.expect.imported, "\(entry.name)")
                #expect(read.repairs.count == entry.expect.warn, "\(entry.name): \(read.repairs)")
                #expect(read.skipped.isEmpty, "\(entry.name)")
                #expect(!read.messages.contains { $0.text.contains("\u{1B}") }, "\(entry.name)")
            case .failure(let error):
                #expect(entry.expect.verdict == "reject", "\(entry.name): \(error)")
                #expect(error is ExportError)
            }
        }
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: samples + "small-export.xml")),
        arguments: [
            ("small-export", 1, "2011-01-18 07:40:14"), ("valid-wxr-1.0", 1, "2010-10-20 14:08:20"),
            ("valid-wxr-1.1", 1, "2010-10-16 20:53:18"), ("test-serialized-comment-meta", 1, "2020-01-05 12:50:15"),
            ("wxr-utf-8-challenges", 0, nil), ("crazy-cdata-escaped", 0, nil),
        ])
    func `samples give their comments`(name: String, count: Int, time: String?) throws {
        let read = try Self.sample(name)
        #expect(read.messages.count == count)
        #expect(read.messages.first?.time.written == time)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: samples + "small-export.xml")))
    func `the theme unit test gives all of its comments`() throws {
        let read = try Self.sample("theme-unit-test-data")
        #expect(read.messages.count == 33)
        #expect(read.messages.filter { $0.status == .published }.count == 30)
        #expect(read.messages.filter { $0.status == .pending }.count == 3)
        #expect(read.messages.filter { $0.kind == .system }.count == 4)
        // 12 by e-mail or name; one of them also writes logged in, which is an account of its own.
        #expect(Set(read.messages.compactMap { $0.account?.id ?? $0.account?.name }).count == 13)
        #expect(Set(read.messages.compactMap(\.thread)).count == 7)
        let times = read.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == 1_188_866_943_000)
        #expect(times.max() == 1_673_853_476_000)
        #expect(read.repairs.isEmpty)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: samples + "small-export.xml")),
        arguments: [("malformed", "line 90, column 2"), ("crazy-cdata", "line 18, column 71")])
    func `broken samples are refused with their place`(name: String, place: String) {
        let error = #expect(throws: ExportError.self) { try Self.sample(name) }
        guard case .malformed(let found, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.prefix { $0 != "," } == place.prefix { $0 != "," })
    }
}
