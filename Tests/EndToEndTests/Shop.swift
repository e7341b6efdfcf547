import Foundation
import Pseudoterminals
import TestSupport

/// A home with three conversations in its store, and sessions over it. From the top of the inbox: ליאת, 田中, Mia.
struct Shop {
    let home: EveningTests.Home

    init() throws {
        home = try EveningTests.Home()
        try home.run("import", "--inbox-from", "all", "posts.jsonl")
    }

    /// A shop with what was imported into a home.
    init(home: EveningTests.Home) {
        self.home = home
    }

    /// A shop with more posts, each a line of JSON.
    init(posts: [String]) throws {
        try self.init()
        try posts.joined(separator: "\n").write(
            toFile: home.folder + "/more.jsonl", atomically: true, encoding: .utf8)
        try home.run("import", "--inbox-from", "all", "more.jsonl")
    }

    /// A session, once it shows its first screen.
    /// - Parameter ready: what that screen says; nil: it is not waited for.
    func open(
        _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, term: String? = "xterm-256color",
        environment: [String: String] = [:], ready: String? = "3 to answer"
    ) throws -> Pseudoterminal {
        let terminal = try Pseudoterminal(
            BuiltProducts.path("lotse"), arguments, columns: columns, rows: rows, term: term,
            environment: home.environment.merging(environment) { $1 }, directory: home.folder)
        terminal.owner = home
        if let ready { try terminal.wait(for: ready) }
        return terminal
    }

    /// A session with settings of its own, as another moderator has them.
    func open(_ arguments: [String] = [], config: String) throws -> Pseudoterminal {
        let path = home.folder + "/config-\(UUID().uuidString).toml"
        try (config + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return try open(arguments + ["--config", path])
    }

    /// Conversations with a draft in the store.
    func draftCount() throws -> Int {
        try home.run("list", "--json").components(separatedBy: "\"has_draft\":true").count - 1
    }

    /// An executable for `$EDITOR`.
    func editor(_ script: String) throws -> [String: String] {
        let path = home.folder + "/editor"
        try Script.write(script, to: path)
        return ["EDITOR": path, "VISUAL": ""]
    }

    /// Processes of this home that still run.
    func processCount() -> Int { processes().count }

    /// The ids of the processes of this home.
    func processes() -> [Int32] {
        let wanted = "HOME=" + home.folder
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { Int32($0) }.filter { process in
            guard let data = FileManager.default.contents(atPath: "/proc/\(process)/environ") else { return false }
            return String(decoding: data, as: UTF8.self).split(separator: "\0").contains { $0 == wanted }
        }
    }
}

extension Pseudoterminal {
    /// Types, and waits until the screen is as wanted.
    func send(_ keys: String, awaiting awaited: String, until isReached: (EmulatedScreen) -> Bool) throws {
        send(keys)
        try wait(awaited, until: isReached)
    }

    /// Types, and waits until a text stands in some row.
    func send(_ keys: String, awaiting text: String) throws {
        send(keys)
        try wait(for: text)
    }

    /// Leaves the composer.
    func leaveComposer() throws {
        try send("\u{1B}", awaiting: "no composer") { !$0.text.contains("reply to") }
    }

    /// Ends the session and says how it ended.
    func quit() throws -> ExitStatus {
        send("q")
        return try waitForExit()
    }

    /// Kills the process that the guard waits for.
    func killChild() {
        for child in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
            let status = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
            guard let number = Int32(child), let rest = status?.split(separator: ")").last,
                rest.split(separator: " ").dropFirst().first == "\(processIdentifier)"
            else { continue }
            kill(number, SIGKILL)
        }
    }

    /// What it wrote, as text.
    var outputText: String { String(decoding: output, as: UTF8.self) }

    /// Its line settings are those from before it started.
    var isGivenBack: Bool { Self.describe(modes) == Self.describe(modesAtStart) }
}
