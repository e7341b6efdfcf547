import Foundation
import Testing

@testable import Exports

/// The hostile archives and compressed files of `make_hostile.py`, in the folder that LOTSE_HOSTILE names.
@Suite(.enabled(if: HostileCase.folder != nil), .serialized)
struct HostileContainersTests {
    /// Peak memory, and time for one file.
    private static let memoryLimit = 256
    private static let secondsLimit = 10.0

    @Test(arguments: HostileCase.containers)
    func `verdict and counts are those of the manifest`(_ hostile: HostileCase) throws {
        resetPeak()
        let start = ContinuousClock.now
        let outcome = Result { try InputReading(ExportInput.open(pathBytes: hostile.path)).reading }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        switch outcome {
        case .failure(let error):
            #expect(error is ExportError)
            #expect(hostile.verdict == "reject", "\(error)")
        case .success(let reading):
            #expect(hostile.verdict != "reject", "imported \(reading.messages.count)")
            #expect(reading.messages.count == hostile.imported + (seenTwice[hostile.name] ?? 0))
            let notes = reading.notes.filter { $0.contains("passed over") }
            #expect(reading.repaired.count + notes.count == hostile.repaired - (unreportedNames[hostile.name] ?? 0))
        }
        if ProcessInfo.processInfo.environment["LOTSE_SHOW"] != nil {
            print(hostile.name, outcome.shown, seconds, peak() ?? 0)
        }
        #expect(seconds < Self.secondsLimit)
        #expect(try #require(peak()) < Self.memoryLimit, "MiB")
    }

    /// Lets the peak begin at what is used now.
    private func resetPeak() {
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    /// The most memory that was used at once, MiB.
    private func peak() -> Int? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") }.map { $0 / 1024 }
    }
}

/// The store merges what both files hold.
private let seenTwice = ["zip/bad_name_bytes.zip": 3]
/// Names that are not UTF-8 are a matter of showing them, not of the messages.
private let unreportedNames = ["zip/bad_name_bytes.zip": 2]

extension Result where Success == Reading {
    fileprivate var shown: String {
        switch self {
        case .success(let reading): "imports \(reading.messages.count) \(reading.notes)"
        case .failure(let error): "\(error)"
        }
    }
}
