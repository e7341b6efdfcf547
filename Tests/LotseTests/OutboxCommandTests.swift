import Foundation
import Testing

@Suite struct OutboxCommandTests {
    /// A reply that can be taken back no more at the time that `later` gives.
    private func answered() throws -> LotseProgram {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        let result = try lotse.run("reply", "--text", "=Morgen, ```versprochen```", try lotse.id("Rad"))
        #expect(result.status == 0)
        return lotse
    }

    private func later(_ lotse: LotseProgram, _ arguments: String...) throws -> LotseProgram.Result {
        let all =
            Array(arguments.prefix(2)) + ["--store", lotse.store, "--now", "2026-11-01T13:00:00Z"]
            + arguments.dropFirst(2)
        return try lotse.run(bytes: all.map { Array($0.utf8) }, withStore: false)
    }

    @Test
    func `a reply is refused where a colleague answered since the message came, and sent all the same if told so`()
        throws
    {
        let lotse = try answered()
        let config = try lotse.write("ben.toml", ["me = \"ben\""])
        func reply(_ arguments: String...) throws -> LotseProgram.Result {
            let all =
                [
                    "reply", "--text", "Heute", "--store", lotse.store, "--config", config, "--now",
                    "2026-11-01T12:05:00Z",
                ]
                + arguments
            return try lotse.run(bytes: all.map { Array($0.utf8) }, withStore: false)
        }
        let id = try lotse.id("Rad")
        let refused = try reply(id)
        #expect(refused.status == 1 && refused.err.contains("has answered meanwhile"), "\(refused.err)")
        #expect(try lotse.run("outbox", "list", "--json").objects.count == 1)
        #expect(try reply(try lotse.id("Danke")).status == 0)
        #expect(try reply("--anyway", id).status == 0)
        #expect(try reply(id).status == 1, "what its author wrote before does not hide the colleague's")
        #expect(try lotse.run("outbox", "list", "--json").objects.count == 3)
    }

    @Test func `a reply that can be taken back is not exported`() throws {
        let lotse = try answered()
        let result = try lotse.run("outbox", "export")
        #expect(result.out.isEmpty)
        #expect(result.err.contains("1 reply can still be taken back"))
    }

    @Test func `what was exported and marked is not exported again and cannot be undone`() throws {
        let lotse = try answered()
        let first = try later(lotse, "outbox", "export", "--mark-sent")
        #expect(first.objects.first?["text"] as? String == "=Morgen, ```versprochen```")
        #expect(try later(lotse, "outbox", "export").out.isEmpty)
        #expect(try lotse.run("undo").status == 1)
    }

    @Test func `a file is written once and never over another`() throws {
        let lotse = try answered()
        let file = lotse.folder + "/replies.csv"
        #expect(try later(lotse, "outbox", "export", "--format", "csv", "-o", file).status == 0)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("\"'=Morgen, ```versprochen```\""))
        let again = try later(lotse, "outbox", "export", "--format", "csv", "--mark-sent", "-o", file)
        #expect(again.status == 1)
        #expect(try later(lotse, "outbox", "export").objects.count == 1)
    }

    @Test func `nothing is marked when the output cannot be written`() throws {
        let lotse = try answered()
        #expect(try later(lotse, "outbox", "export", "--mark-sent", "-o", "/dev/full").status == 1)
        #expect(try later(lotse, "outbox", "export").objects.count == 1)
    }

    @Test func `a reply that failed opens its conversation again`() throws {
        let lotse = try answered()
        let id = try #require(try lotse.run("outbox", "list", "--json").objects.first?["id"] as? String)
        #expect(try later(lotse, "outbox", "mark", id, "failed").status == 0)
        #expect(try lotse.run("list", "is:open").lines.count == 1)
        let undo = try lotse.run("undo")
        #expect(undo.status == 1 && undo.err.contains("the platform did not take the reply"), "\(undo.err)")
    }
}
