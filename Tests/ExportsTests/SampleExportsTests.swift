import Foundation
import Testing

@testable import Exports

/// Samples of other people's exports, where they are present; the counts are those of their SOURCES.tsv.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: sampleFolder)))
struct SampleExportsTests {
    @Test(
        arguments: [
            ("chat/discord_dce_json/chatanalytics_DM_2A_2M.json", 3, 1),
            ("chat/discord_dce_json/chatanalytics_GC_3A_5M.json", 6, 3),
            ("chat/discord_dce_json/chatanalytics_SV_5A_5M.json", 5, 0),
            ("chat/telegram_json/chatanalytics_BIG_20A_5475M.json", 5475, 0),
            ("chat/telegram_json/chatanalytics_DM_2A_7M.json", 8, 2),
            ("chat/telegram_json/chatanalytics_MultiChat_2C_6M.json", 6, 1),
            ("social/generic/prism-duplicate-rows.csv", 2, 0),
        ])
    func `all messages are taken over`(_ name: String, _ messages: Int, _ notices: Int) throws {
        let reading = try Reading(ByteSource(path: "\(sampleFolder)/\(name)"))
        #expect(reading.messages.count == messages)
        #expect(reading.messages.count { $0.kind == .system } == notices)
        #expect(reading.skipped.isEmpty)
        #expect(reading.messages.allSatisfy { $0.time.milliseconds != nil })
    }

    @Test(
        arguments: [
            "generic/prism-bad-rows-total.csv", "social_suites/buffer-posts.csv", "social_suites/hootsuite-posts.csv",
            "social_suites/sprout-posts.csv",
        ])
    func `a table of figures is refused`(_ name: String) throws {
        let source = try ByteSource(path: "\(sampleFolder)/social/\(name)")
        #expect(throws: ExportError.unknownFormat(hint: "a table of metrics, not of messages")) { try Reading(source) }
    }
}

private let sampleFolder = "/work/shared/samples"
