import Foundation
import Testing

/// `lotse doctor --terminal` where there is no terminal.
@Suite struct DoctorTerminalCommandTests {
    private func run(_ arguments: String...) throws -> LotseProgram.Result {
        try LotseProgram().run(
            bytes: (["doctor", "--terminal"] + arguments).map { Array($0.utf8) }, withStore: false,
            before: ["/usr/bin/env", "TERM=xterm-256color"])
    }

    @Test func `in a pipe it tells what shows without asking, and needs no store`() throws {
        let result = try run()
        #expect(result.status == 0, "\(result.err)")
        #expect(
            result.lines == [
                "good   TERM is xterm-256color; this machine has its description.",
                "good   256 colours.",
                "good   The locale C.UTF-8 shows UTF-8.",
                "good   Esc counts after 25 ms.",
                "open   Nothing tells of colours by red, green and blue; themes take the nearest",
                "       of the others.",
                "Nothing is wrong with this terminal.",
            ])
        #expect(!result.out.utf8.contains(0x1B))
    }

    @Test func `as JSON each verdict has its subject, its grade and the line to set`() throws {
        let lotse = try LotseProgram()
        let result = try lotse.run(
            bytes: ["doctor", "--terminal", "--json"].map { Array($0.utf8) }, withStore: false,
            before: ["/usr/bin/env", "TERM=xterm-of-tomorrow", "ESCDELAY=900"])
        #expect(result.status == 1)
        #expect(result.err.isEmpty)
        let wrong = result.objects.filter { $0["grade"] as? String == "wrong" }
        #expect(wrong.map { $0["check"] as? String } == ["term", "escape"])
        #expect(wrong.map { $0["set"] as? String } == ["export TERM=xterm-256color", "export ESCDELAY=25"])
        #expect(wrong.allSatisfy { $0["in"] as? String == "shell" })
    }

    @Test(arguments: [["--rebuild"], ["--digest"]])
    func `it looks at the terminal alone`(arguments: [String]) throws {
        #expect(try run(arguments[0]).status == 64)
    }

    @Test(arguments: ["--clipboard", "--json"])
    func `what is the terminal's needs --terminal`(option: String) throws {
        let result = try LotseProgram().run(bytes: [Array("doctor".utf8), Array(option.utf8)], withStore: false)
        #expect(result.status == 64)
    }
}
