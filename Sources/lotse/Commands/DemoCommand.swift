import ArgumentParser
import Conversations
import Dashboard
import Exports
import Foundation
import Runtime
import Screen
import Store

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Look around with invented conversations; nothing of it is kept.")

    @OptionGroup var common: CommonOptions

    @OptionGroup var lines: LineOptions

    func run() throws {
        let isInteractive = lines.linear || isatty(0) == 1 && isatty(1) == 1
        // Before the import's threads, which inherit what is blocked.
        let signals = isInteractive ? Signals() : nil
        var options = common
        let folder = try TemporaryFolder()
        options.store = folder.path + "/store.db"
        let invocation = try options.invocation()
        let store = try invocation.openStore(creating: true)
        let summaries = try Demo.fill(store, try Demo.exports(invocation.paths), now: invocation.now)
        guard isInteractive else {
            for summary in summaries { try invocation.say(summary.sentence) }
            let size = Size(columns: 80, rows: 24)
            let grid = try MainActor.assumeIsolated {
                try renderScreen(invocation, store: store, size: size, keys: KeyScript(""), keepsTheme: false)
            }
            for line in grid.text { try invocation.out.line(line) }
            return
        }
        try MainActor.assumeIsolated {
            if lines.linear { return try openLines(invocation, store: store, signals: signals) }
            try openDashboard(invocation, store: store, signals: signals, keepsTheme: false)
        }
    }
}

/// A private folder that goes with its owner.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "lotse-demo-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else {
            throw CommandFailure(Phrase("No temporary folder can be made: %1.", SystemError.words(errno)))
        }
        path = String(cString: made)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension Demo {
    /// The exports of the invented community, as they are installed with the program.
    static func exports(_ paths: Paths) throws -> [DemoExport] {
        guard let folder = paths.demoFolder() else {
            throw CommandFailure("The demo's exports are not installed. LOTSE_DATA names the folder that has them.")
        }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map { DemoExport(name: name, bytes: [UInt8]($0)) }
        }
    }
}
