import Foundation
import Testing

/// The built program, run as people run it, with a folder of its own for its store.
final class LotseProgram {
    struct Result {
        var status: Int32
        var out: String
        var err: String

        var lines: [String] { out.split(separator: "\n").map(String.init) }

        /// The objects of `--json`.
        var objects: [[String: Any]] {
            lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        }
    }

    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "lotse-cli-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var store: String { folder + "/store.db" }

    /// Runs with the store of this folder and a fixed clock.
    func run(_ arguments: String..., input: String = "") throws -> Result {
        try run(bytes: arguments.map { Array($0.utf8) }, input: input)
    }

    /// - Parameter before: a program and its arguments that runs lotse, `setpriv` say.
    func run(
        bytes arguments: [[UInt8]], input: String = "", withStore: Bool = true, before: [String] = []
    ) throws -> Result {
        let path = folder + "/run-" + UUID().uuidString
        try Data(input.utf8).write(to: URL(fileURLWithPath: path + ".in"))
        defer { for ending in ["in", "out", "err"] { unlink(path + "." + ending) } }
        let common =
            withStore ? ["--store", store, "--config", folder + "/none.toml", "--now", "2026-11-01T12:00:00Z"] : []
        let split = arguments.firstIndex { $0.first == UInt8(ascii: "-") } ?? arguments.count
        let all = Array(arguments[..<split]) + common.map { Array($0.utf8) } + Array(arguments[split...])
        let status = try spawn(before.map { Array($0.utf8) } + [Array(Self.path.utf8)] + all, files: path)
        return Result(status: status, out: try text(path + ".out"), err: try text(path + ".err"))
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// Not Foundation's Process: arguments may be bytes that are not UTF-8.
    private func spawn(_ arguments: [[UInt8]], files: String) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files + ".in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files + ".out", O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files + ".err", O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { argument in
            strdup(argument.map { CChar(bitPattern: $0) } + [CChar(0)])
        }
        pointers.append(nil)
        var environment: [UnsafeMutablePointer<CChar>?] = [
            strdup("LANG=C.UTF-8"), strdup("HOME=" + folder), strdup("TMPDIR=" + folder), nil,
        ]
        defer { for pointer in pointers + environment { free(pointer) } }
        var child: pid_t = 0
        let failure = posix_spawnp(
            &child, String(decoding: arguments[0], as: UTF8.self), &actions, nil, &pointers, &environment)
        guard failure == 0 else { throw CocoaError(.executableLoad) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// The program lies beside the test runner.
    static let path: String = {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (runner as NSString).deletingLastPathComponent + "/lotse"
    }()

    /// Writes an export of an invented forum.
    func write(_ name: String, _ lines: [String]) throws -> String {
        let path = folder + "/" + name
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Three messages of two conversations.
    func forum() throws -> String {
        try write(
            "forum.jsonl",
            [
                #"{"id":"1","author":"Mia","author_id":"u1","time":"2026-10-31T10:00:00Z","text":"Wann kommt mein Rad?"}"#,
                #"{"id":"2","author":"Ole","author_id":"u2","time":"2026-10-31T11:00:00Z","text":"Same here","reply_to":"1"}"#,
                #"{"id":"3","author":"Ada","author_id":"u3","time":"2026-11-01T09:00:00Z","text":"Danke für alles"}"#,
            ])
    }

    /// The id of the conversation that holds these words.
    func id(_ words: String) throws -> String {
        try #require(run("list", "--json", words).objects.first?["id"] as? String)
    }
}
