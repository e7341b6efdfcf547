import Foundation
import Testing

@testable import Exports

/// The hostile archives and compressed files of `make_hostile.py`, in the folder that LOTSE_HOSTILE names.
@Suite(.enabled(if: HostileCase.folder != nil), .serialized)
struct HostileContainersTests {
    @Test(arguments: HostileCase.containers)
    func `verdict and counts are those of the manifest`(_ hostile: HostileCase) throws {
        let outcome = Result { try InputReading(ExportInput.open(pathBytes: hostile.path)).reading }
        switch outcome {
        case .failure(let error):
            #expect(error is ExportError)
            #expect(hostile.verdict == "reject", "\(error)")
        case .success(let reading):
            #expect(hostile.verdict != "reject", "imported \(reading.messages.count)")
            #expect(reading.messages.count == hostile.imported + (seenTwice[hostile.name] ?? 0))
            let notes = reading.notes.filter { $0.contains("passed over") }
            #expect(reading.repaired.count + notes.count == hostile.repaired - (unreported[hostile.name] ?? 0))
        }
    }
}

/// The store merges what both files hold.
private let seenTwice = ["zip/bad_name_bytes.zip": 3]
/// Names that are not UTF-8 are a matter of showing them, not of the messages; that a message came twice only the
/// store can see.
private let unreported = ["zip/bad_name_bytes.zip": 2, "slack/times.zip": 1]
