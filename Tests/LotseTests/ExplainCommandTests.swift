import Foundation
import Testing

@Suite struct ExplainCommandTests {
    @Test func `a conversation is explained in words and as JSON`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", "--inbox-from", "all", lotse.forum())
        let id = try lotse.id("Rad")
        _ = try lotse.run("resolve", id, "--reason", "shipped")
        let text = try lotse.run("explain", id)
        #expect(text.status == 0)
        #expect(text.out.contains("It is not in the list: is:todo does not hold for it"))
        #expect(text.out.contains("State: resolved"))
        let lines = try lotse.run("explain", id, "is:resolved rad", "--json").objects
        #expect(lines.first?["rule"] as? String == "act" && lines.first?["holds"] as? Bool == true)
        #expect(lines.compactMap { $0["term"] as? String } == ["is:resolved", "rad"])
        #expect(lines.contains { $0["import"] as? Int == 1 && $0["messages"] as? Int == 2 })
    }

    @Test func `what is not there or no query is refused`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", "--inbox-from", "all", lotse.forum())
        #expect(try lotse.run("explain", "0123456789").status == 1)
        let id = try lotse.id("Rad")
        let result = try lotse.run("explain", id, "is:nowhere")
        #expect(result.status == 1 && result.err.contains("column 4"))
    }
}
