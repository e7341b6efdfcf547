import Foundation
import Testing

@testable import Exports

/// The hostile mailboxes of `make_hostile.py`, in the folder that LOTSE_HOSTILE names.
@Suite(.enabled(if: MailHostileCase.folder != nil))
struct MailHostileTests {
    @Test(arguments: MailHostileCase.all)
    func `the verdict, counts and places are those of the manifest`(_ hostile: MailHostileCase) throws {
        let folder = try #require(MailHostileCase.folder)
        let start = ContinuousClock.now
        var source = try ByteSource(path: "\(folder)/\(hostile.name)")
        var reading = Reading()
        let outcome = Result { try MboxReader.read(&source, options: ExportOptions()) { reading.take($0) } }
        #expect(ContinuousClock.now - start < .seconds(10))
        guard hostile.verdict != "reject" else {
            #expect(throws: ExportError.self) { try outcome.get() }
            return
        }
        try outcome.get()
        #expect(reading.messages.count == hostile.imported)
        #expect(reading.skipped.map(\.place) == hostile.skipped)
        let repairs = reading.repaired.filter { $0.reason != Repairs.nul.description }
        #expect(repairs.count == hostile.repaired - (foundByTheStore[hostile.name] ?? 0), "\(reading.repaired)")
    }
}

/// A repeated id can be seen only where all messages are.
private let foundByTheStore = ["mbox/ids.mbox": 1]

struct MailHostileCase: CustomTestStringConvertible, Sendable {
    var name: String
    var verdict: String
    var imported: Int
    var repaired: Int
    var skipped: [String]

    var testDescription: String { name }

    static let folder = ProcessInfo.processInfo.environment["LOTSE_HOSTILE"]

    static let all: [MailHostileCase] = {
        guard let folder, let data = FileManager.default.contents(atPath: "\(folder)/manifest.json"),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
        else { return [] }
        return manifest.files.filter { $0.format == "mbox" }.map { file in
            MailHostileCase(
                name: file.name, verdict: file.expect.verdict, imported: file.expect.imported,
                repaired: file.expect.warn, skipped: file.expect.skipped.map(\.where))
        }
    }()

    private struct Manifest: Decodable {
        var files: [File]

        struct File: Decodable {
            var name: String
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
