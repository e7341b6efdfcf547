import ArgumentParser
import Conversations
import Foundation
import Runtime
import Store

/// Records acts and says of each when it is on disk: for the tests that kill the process and cut the power.
struct DriveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "_drive", abstract: "For the fault tests.", shouldDisplay: false)

    enum Synchronous: String, CaseIterable, ExpressibleByArgument {
        case full, normal
    }

    @Argument var folder: String
    @Option var n = 100
    @Option var synchronous = Synchronous.full

    func run() throws {
        do {
            let store = try FaultStore.open(folder, synchronous: synchronous == .full ? .full : .normal)
            let prefix = "\(ProcessInfo.processInfo.processIdentifier)-\(UInt64.random(in: .min ... .max))"
            for index in 0..<n {
                let id = "\(prefix)-\(index)"
                try store.recordDriverAct(id, now: Surroundings.clock, checkpoints: index % 10 == 9)
                try TextOutput.standardOutput().line("ACK \(id)")
            }
        } catch {
            try TextOutput.standardOutput().line("FAIL \(error)")
            throw CommandFailure(nil, status: ExitStatus.driverFailed)
        }
    }
}

/// Says whether a store is sound and which acts of the driver it holds.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "_check", abstract: "For the fault tests.", shouldDisplay: false)

    @Argument var folder: String

    func run() throws {
        let out = TextOutput.standardOutput()
        guard access(FaultStore.path(folder), F_OK) == 0 else { return try out.line("OK") }
        do {
            let store = try FaultStore.open(folder, synchronous: .full)
            let problems = try store.integrityProblems()
            let digests = try store.rebuild(keep: false)
            if !problems.isEmpty || digests.before != digests.after {
                try out.line("CORRUPT " + (problems + ["\(digests.before) \(digests.after)"]).joined(separator: "; "))
            } else {
                try out.line("OK")
            }
            for id in try store.driverActs() { try out.line("HAVE \(id)") }
        } catch let error as StoreError {
            try out.line("CORRUPT \(error)")
        }
    }
}

enum FaultStore {
    static func path(_ folder: String) -> String { folder + "/store.db" }

    static func open(_ folder: String, synchronous: StoreOptions.Synchronous) throws(StoreError) -> Store {
        try Store.open(
            path(folder),
            options: StoreOptions(
                busyTimeout: 5000, synchronous: synchronous, actor: Actor(name: "driver", osUser: "driver")))
    }
}
