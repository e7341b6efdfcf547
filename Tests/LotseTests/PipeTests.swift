import Foundation
import Testing

/// Promise P19: every command works without a terminal, and none writes an escape byte.
@Suite struct PipeTests {
    /// A command with its arguments; ID stands for a conversation, and for its first message.
    private static let commands = [
        ["import", "FILE"], ["import", "list"], ["formats"], ["export", "messages"], ["list"], ["show", "ID"],
        ["explain", "ID"], ["resolve", "ID"], ["undo"], ["redo"], ["snooze", "ID"], ["wait", "ID"], ["hold", "ID"],
        ["community", "ID", "--until", "3d"], ["close", "ID"], ["reopen", "ID"], ["assign", "ID", "--to", "jan"],
        ["label", "ID", "--name", "rad"], ["priority", "ID", "--is", "high"], ["note", "ID", "--text", "Notiz"],
        ["person", "ID"], ["link-person", "ID", "--to", "Mia Rad"], ["role", "ID", "--is", "advocate"], ["report"],
        ["decide", "ID", "kept"], ["reply", "ID", "--text", "Hallo"], ["log"], ["outbox"],
        ["outbox", "export"], ["init"], ["team", "list"], ["config"], ["backup", "copy.db"], ["doctor"],
        ["doctor", "--rebuild"], ["demo"], ["screen"], ["themes"], ["keys"],
    ]

    /// Runs until it is interrupted.
    private static let endless = ["watch"]

    /// The names under the headings of `--help`.
    private func offered(_ lotse: LotseProgram) throws -> Set<String> {
        var isInList = false
        var names: Set<String> = []
        for line in try lotse.run("--help").out.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasSuffix("SUBCOMMANDS:") { isInList = true }
            guard isInList, line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  See") else { continue }
            if let name = line.split(separator: " ").first { names.insert(String(name)) }
        }
        return names
    }

    @Test(arguments: ["C.UTF-8", "C", "de_DE.UTF-8"])
    func `P19: every command works in a pipe and writes no escape byte`(locale: String) throws {
        let lotse = try LotseProgram()
        let file = try lotse.forum()
        var done = Set(Self.endless)
        for command in Self.commands {
            let id = command.contains("ID") ? try lotse.id("Rad") : ""
            let arguments = command.map {
                ["FILE": file, "ID": id, "copy.db": lotse.folder + "/copy.db"][$0] ?? $0
            }
            let result = try lotse.run(bytes: arguments.map { Array($0.utf8) }, before: ["env", "LANG=" + locale])
            #expect(result.status == 0, "\(command): \(result.err)")
            #expect(!(result.out + result.err).utf8.contains(0x1B), "\(command)")
            done.insert(command[0])
        }
        #expect(try offered(lotse).subtracting(done) == [])
    }
}
