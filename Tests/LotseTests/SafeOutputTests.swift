import Foundation
import Testing

/// Nothing that a stranger wrote reaches standard output or error as a control.
@Suite struct SafeOutputTests {
    private static let evil = "\\u001b]0;PWNED\\u0007\\u202e\\u009b31m\\u200b"

    private func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || (scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
    }

    @Test(arguments: [["list"], ["show"], ["log"], ["outbox", "list"], ["team", "list"], ["export", "messages"]])
    func `output has no controls`(_ command: [String]) throws {
        let lotse = try LotseProgram()
        let line =
            "{\"id\":\"\(Self.evil)\",\"author\":\"\(Self.evil)\",\"author_id\":\"\(Self.evil)\",\"channel\":\"\(Self.evil)\",\"text\":\"wort \(Self.evil)\",\"time\":\"2026-10-31T10:00:00Z\"}"
        let imported = try lotse.run("import", "--platform", "p", try lotse.write("evil.jsonl", [line]))
        #expect(isSafe(imported.out + imported.err))
        let id = try lotse.id("wort")
        _ = try lotse.run("note", "--text", "\u{1B}[31m\u{202E}", id)
        _ = try lotse.run("reply", "--text", "\u{1B}[31m\u{202E}", id)
        for json in [[], ["--json"]] where !(command.first == "export" && !json.isEmpty) {
            let arguments = command + json + (command == ["show"] ? [id] : [])
            let result = try lotse.run(bytes: arguments.map { Array($0.utf8) })
            #expect(result.status == 0)
            #expect(isSafe(result.out + result.err), "\(command)")
        }
    }

    @Test func `error texts with names of files and arguments have no controls`() throws {
        let lotse = try LotseProgram()
        for arguments in [
            ["import", "\u{1B}]0;x\u{07}.json"], ["show", "\u{1B}[2J"], ["\u{1B}[2J"], ["list", "is:\u{9B}1m"],
        ] {
            let result = try lotse.run(bytes: arguments.map { Array($0.utf8) })
            #expect(result.status != 0)
            #expect(!result.err.isEmpty)
            #expect(isSafe(result.out + result.err), "\(arguments)")
        }
    }

    @Test func `raw text comes only where it is asked for`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run(
            "import", try lotse.write("evil.jsonl", [#"{"id":"1","author":"Mia","text":"rot \u001b[31m"}"#]))
        #expect(!isSafe(try lotse.run("list", "--raw").out))
        #expect(isSafe(try lotse.run("list").out))
    }
}
