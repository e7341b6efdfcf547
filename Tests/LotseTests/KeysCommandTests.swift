import Foundation
import Testing

/// `lotse keys`, and what wrong bindings do to the other commands.
@Suite struct KeysCommandTests {
    private func program(_ toml: String) throws -> (LotseProgram, String) {
        let lotse = try LotseProgram()
        let file = lotse.folder + "/keys.toml"
        try Data(toml.utf8).write(to: URL(fileURLWithPath: file))
        return (lotse, file)
    }

    private func run(_ lotse: LotseProgram, _ arguments: String...) throws -> LotseProgram.Result {
        try lotse.run(bytes: arguments.map { Array($0.utf8) }, withStore: false)
    }

    @Test func `the bindings of a place are listed, a person's own among them`() throws {
        let (lotse, file) = try program("[keys.inbox]\n\"Z Z\" = \"label spam wave\"\n")
        let result = try run(lotse, "keys", "inbox", "--config", file, "--json")
        let row = result.objects.first { $0["keys"] as? String == "Z Z" }
        #expect(row?["command"] as? String == "label spam wave")
        #expect(result.objects.count > 40)
        #expect(result.objects.allSatisfy { $0["context"] as? String == "inbox" })
        #expect(try run(lotse, "keys", "--config", file).lines.contains { $0.hasPrefix("sheet") })
        #expect(try run(lotse, "keys", "attic", "--config", file).status == 1)
    }

    @Test func `wrong bindings are listed with file and line, and the status is 1`() throws {
        let (lotse, file) = try program(
            "[keys.inbox]\n\"ctrl-i\" = \"redo\"\nx = \"redoo\"\ng = \"help\"\n[keys.thread]\n\"ctrl-y\" = \"undo\"\n")
        let result = try run(lotse, "keys", "--check", "--config", file)
        #expect(result.status == 1)
        #expect(
            result.lines == [
                "\(file):2: ctrl-i arrives as tab in a terminal; bind that.",
                "\(file):3: x: there is no command redoo. Did you mean redo?",
                "\(file):4: g would hide g g; take that away first: \"g g\" = \"none\".",
            ])
    }

    @Test func `sound bindings are said to be sound`() throws {
        let (lotse, file) = try program("[keys.inbox]\nx = \"redo\"\n")
        let result = try run(lotse, "keys", "--check", "--config", file)
        #expect(result.status == 0 && result.lines == ["The keys are sound."])
    }

    @Test func `a wrong binding stops no other command, and the dashboard says it at the start`() throws {
        let (lotse, file) = try program("[keys.inbox]\nx = \"redoo\"\ny = \"undoo\"\n")
        _ = try lotse.run("import", "--inbox-from", "all", lotse.forum())
        let list = try run(lotse, "list", "--store", lotse.store, "--config", file)
        #expect(list.status == 0 && list.lines.count == 2)
        let screen = try run(lotse, "screen", "--size", "160x24", "--store", lotse.store, "--config", file)
        #expect(screen.out.contains(":2: x: there is no command redoo."))
        #expect(screen.out.contains("lotse keys --check tells 1 more"))
    }
}
