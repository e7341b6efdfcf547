import Foundation
import Testing

@testable import Exports

/// The hostile exports of `make_hostile.py`, in the folder that LOTSE_HOSTILE names.
@Suite(.enabled(if: HostileCase.folder != nil))
struct HostileExportsTests {
    @Test(arguments: HostileCase.all)
    func `the verdict, counts and places are those of the manifest`(_ hostile: HostileCase) throws {
        let outcome = Result { try Reading(ByteSource(pathBytes: hostile.path)) }
        switch outcome {
        case .failure(let error):
            #expect(error is ExportError)
            if asksForTheOrderOfDates.contains(hostile.name), case ExportError.mapping = error { return }
            #expect(hostile.verdict == "reject", "\(error)")
        case .success(let reading):
            #expect(hostile.verdict != "reject", "imported \(reading.messages.count)")
            #expect(reading.messages.count == hostile.imported + (repeatedIDs[hostile.name] ?? 0))
            #expect(reading.skipped.map(\.place) == hostile.skipped)
            // The manifest does not count U+2400 for U+0000; reliability.md, which came later, does.
            let repairs = reading.repaired.filter { $0.reason != Repairs.nul.description }
            #expect(repairs.count == hostile.repaired - (foundByTheStore[hostile.name] ?? 0), "\(reading.repaired)")
        }
    }
}

private let hostileFormats: Set<String> = ["csv", "jsonl", "discord", "telegram", "tweets.js", "whatsapp", "none"]
/// Ids that repeat are merged by the store: the reader hands over both sightings.
private let repeatedIDs = ["csv/ids.csv": 1]
/// The manifest would have the order guessed and say so; the reader asks instead.
private let asksForTheOrderOfDates: Set = ["whatsapp/day_month_never.txt"]
/// Repeated ids and replies in a circle can be seen only where all messages are.
private let foundByTheStore = [
    "csv/ids.csv": 2, "jsonl/reply_cycles.jsonl": 4, "discord/reply_cycle.json": 2, "telegram/reply_cycle.json": 2,
    "tweets/reply_cycle.js": 1,
]

struct HostileCase: CustomTestStringConvertible, Sendable {
    var name: String
    var path: [UInt8]
    var verdict: String
    var imported: Int
    var repaired: Int
    var skipped: [String]

    var testDescription: String { name.debugDescription }

    static let folder = ProcessInfo.processInfo.environment["LOTSE_HOSTILE"]

    static let all = cases {
        hostileFormats.contains($0.format) && !$0.name.hasPrefix("gz/")
    }

    /// Archives and compressed files.
    static let containers = cases { ["zip", "jsonl+gz", "slack-zip"].contains($0.format) || $0.name.hasPrefix("gz/") }

    private static func cases(where isWanted: (Manifest.File) -> Bool) -> [HostileCase] {
        guard let folder, let data = FileManager.default.contents(atPath: "\(folder)/manifest.json") else { return [] }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: data) else { return [] }
        return manifest.files.filter(isWanted).map { HostileCase($0, folder) }
    }

    private init(_ file: Manifest.File, _ folder: String) {
        name = file.name
        path = Array("\(folder)/".utf8) + bytes(hexadecimal: file.name_hex)
        verdict = file.expect.verdict
        imported = file.expect.imported
        repaired = file.expect.warn
        // A run of lines is reported by its first.
        skipped = file.expect.skipped.map { $0.where.replacing("lines 1-2", with: "line 1") }
    }

    private struct Manifest: Decodable {
        var files: [File]

        struct File: Decodable {
            var name: String
            var name_hex: String
            var format: String
            var expect: Expect
        }

        struct Expect: Decodable {
            var verdict: String
            var imported: Int
            var warn: Int
            var skipped: [Skipped]
        }

        struct Skipped: Decodable {
            var `where`: String
        }
    }
}

private func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = text.utf8.map { UInt8(hexadecimalDigit($0) ?? 0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
