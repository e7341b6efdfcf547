import Conversations
import Dashboard
import Foundation
import Glibc
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// A store and the line mode on it, without a terminal.
@MainActor final class LinearSession {
    final class Clock {
        var now = Moment.noon.minutes(60)
    }

    private final class Paper {
        var lines: [String] = []
        var onLine: (String) -> Void = { _ in }
    }

    let temporary: TemporaryStore
    let loop: LinearLoop
    let clock = Clock()
    private let paper = Paper()

    init(
        _ temporary: TemporaryStore, store: Store? = nil, catalogue: Catalogue = .english,
        repertoire: Repertoire = .unicode, editor: ExternalEditor? = nil,
        platforms: [String: PlatformRules] = [:]
    ) throws {
        self.temporary = temporary
        let (clock, paper) = (clock, paper)
        loop = LinearLoop(
            store: store ?? temporary.store, mailbox: try #require(Mailbox()),
            settings: DashboardSettings(storeName: "test", actor: "anna", platforms: platforms),
            setting: LinearLoop.Setting(
                catalogue: catalogue, repertoire: repertoire, editor: editor, stopGroup: {}),
            clock: { clock.now }, signals: nil, log: LogFile.logger(folder: temporary.folder), say: { "\($0)" },
            write: {
                paper.lines.append($0)
                paper.onLine($0)
                return true
            })
    }

    /// All that was printed.
    var lines: [String] { paper.lines }

    /// Something to do when a line is printed.
    func onLine(_ action: @escaping (String) -> Void) { paper.onLine = action }

    /// Types lines and gives what was printed since.
    @discardableResult
    func type(_ typed: String...) -> [String] {
        let start = paper.lines.count
        for line in typed { loop.take(line) }
        return Array(paper.lines[start...])
    }

    /// Runs over a pipe that ends after these bytes, as `lotse --linear < script` does.
    func run(_ script: String) throws -> DashboardLoop.End {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let bytes = Array(script.utf8)
        try #require(write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        return loop.run(LineInput(fileDescriptor: ends[0]))
    }

    /// Three conversations; the newest is by 田中, the oldest by Mia, with an answer by Jonas.
    static func shop() throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?", minute: 0),
            post("2", by: "Jonas", "Bei mir kam es nach drei Tagen.", minute: 5, parent: "1"),
            post("3", by: "Ayşe", "Der neue Kaffee ist großartig!", minute: 7),
            post("4", by: "田中", "Do you ship to Kyoto?\n(two lines)", minute: 9),
        ])
        return temporary
    }
}
