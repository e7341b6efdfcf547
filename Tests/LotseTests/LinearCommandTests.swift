import Foundation
import Testing

/// `lotse --linear` with commands from a file, as scripts use it.
@Suite struct LinearCommandTests {
    @Test func `commands from a pipe are obeyed and the end of input is status 0`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", "--inbox-from", "all", try lotse.forum())
        let result = try lotse.run("--linear", input: "limit Rad\nopen\nresolve answered\nstatus\n")
        #expect(result.status == 0)
        #expect(result.err == "")
        #expect(result.lines.first?.hasPrefix("Store store, line by line.") == true)
        #expect(result.lines.contains("Wann kommt mein Rad?"))
        #expect(result.lines.last == "1 to answer, new 1, resolved 1, limit: Rad")
        #expect(try lotse.run("list", "is:resolved", "--json").objects.count == 1)
    }

    @Test func `the demo can be tried line by line, and nothing of it is kept`() throws {
        let lotse = try LotseProgram()
        let result = try lotse.run(bytes: [Array("demo".utf8), Array("--linear".utf8)], input: "list 3\nquit\nlist\n")
        #expect(result.status == 0)
        #expect(result.lines.count == 6)
        #expect(result.lines.last?.hasPrefix("3 of ") == true)
        #expect(!FileManager.default.fileExists(atPath: lotse.store))
    }
}
