import Testing

@Suite struct PersonCommandTests {
    @Test func `taking back what was said of a person names no conversation`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        let id = try lotse.id("Rad")
        #expect(try lotse.run("link-person", id, "--to", "Mia Rad").status == 0)
        #expect(try lotse.run("undo").out == "Undone: the link to a person.\n")
        #expect(try lotse.run("redo").out == "Redone: the link to a person.\n")
    }
}
