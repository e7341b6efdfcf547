import Foundation
import Testing

@Suite struct ConversationCommandTests {
    private func filled() throws -> LotseProgram {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", try lotse.forum())
        return lotse
    }

    @Test func `list finds words and states`() throws {
        let lotse = try filled()
        #expect(try lotse.run("list").lines.count == 2)
        #expect(try lotse.run("list", "Rad").lines.count == 1)
        #expect(try lotse.run("list", "is:resolved").lines.isEmpty)
        #expect(try lotse.run("list", "is:frobbed").status == 1)
    }

    @Test func `list takes any query, and a wrong one is told with its column`() throws {
        let lotse = try filled()
        #expect(try lotse.run("list", "is:resolved or Rad", "(platform:*", "has:link)").lines.isEmpty)
        #expect(try lotse.run("list", "is:new", "/wann .* rad/").lines.count == 1)
        #expect(try lotse.run("list", "not", "rad").lines.count == 1)
        #expect(try lotse.run("list", "--sort", "waiting", "is:new").lines.count == 2)
        let wrong = try lotse.run("list", "rad", "or")
        #expect(wrong.status == 1)
        #expect(wrong.err == "lotse: column 5: something is missing beside or\n")
    }

    @Test func `show gives the conversation and its entries`() throws {
        let lotse = try filled()
        let result = try lotse.run("show", "--json", try lotse.id("Rad"))
        #expect(result.objects.count == 3)
        #expect(result.objects[2]["text"] as? String == "Same here")
        #expect(try lotse.run("show", try lotse.id("Rad")).out.contains("  Wann kommt mein Rad?"))
    }

    @Test func `resolve takes a conversation from the list and undo brings it back`() throws {
        let lotse = try filled()
        let id = try lotse.id("Rad")
        #expect(try lotse.run("resolve", id).status == 0)
        #expect(try lotse.run("list").lines.count == 1)
        #expect(try lotse.run("undo").status == 0)
        #expect(try lotse.run("list").lines.count == 2)
        #expect(try lotse.run("redo").status == 0)
        #expect(try lotse.run("undo").status == 0)
        let nothing = try lotse.run("undo")
        #expect(nothing.status == 1)
        #expect(nothing.err == "lotse: There is nothing to undo.\n")
    }

    @Test(
        arguments: [
            (["snooze", "--until", "2d"], "snoozed"), (["wait"], "waiting"), (["hold", "--reason", "Lager"], "held"),
            (["community", "--until", "1d"], "community"), (["close"], "closed"),
            (["resolve", "--as", "no_action"], "resolved"),
        ])
    func `an act leads to its state`(_ command: [String], _ state: String) throws {
        let lotse = try filled()
        let id = try lotse.id("Rad")
        #expect(try lotse.run(bytes: (command + [id]).map { Array($0.utf8) }).status == 0)
        #expect(try lotse.run("show", "--json", id).objects.first?["state"] as? String == state)
        #expect(try lotse.run("reopen", id).status == 0)
        #expect(try lotse.run("show", "--json", id).objects.first?["state"] as? String == "open")
    }

    @Test func `marks stay on the conversation and in the log`() throws {
        let lotse = try filled()
        let id = try lotse.id("Rad")
        #expect(try lotse.run("assign", "--to", "lotte", id).status == 0)
        #expect(try lotse.run("label", "--name", "Lieferung", id).status == 0)
        #expect(try lotse.run("priority", "--is", "high", id).status == 0)
        #expect(
            try lotse.run(bytes: ["note", "-F", "-", id].map { Array($0.utf8) }, input: "Lager gefragt\n").status == 0)
        let row = try #require(try lotse.run("show", "--json", id).objects.first)
        #expect(row["assignee"] as? String == "lotte")
        #expect(row["labels"] as? [String] == ["Lieferung"])
        #expect(row["priority"] as? String == "high")
        let log = try lotse.run("log", "--json", id).objects
        #expect(log.first?["text"] as? String == "Lager gefragt")
        #expect(log.count == 4)
    }

    @Test func `the log tells what was set from what was taken away, and who was linked to whom`() throws {
        let lotse = try filled()
        let id = try lotse.id("Danke")
        for command in [
            ["label", "--name", "Lob", id], ["label", "--name", "Lob", "--off", id],
            ["link-person", "--to", "Ada Berg", id], ["role", "--is", "critic", id],
            ["role", "--is", "critic", "--off", id], ["link-person", "--nobody", id],
        ] {
            let result = try lotse.run(bytes: command.map { Array($0.utf8) })
            #expect(result.status == 0, "\(command) \(result.err)")
        }
        let lines = try lotse.run("log").lines
        for ending in [
            "Lob added", "Lob removed", "critic added", "critic removed", "named Ada Berg", "unlinked from Ada Berg",
        ] {
            #expect(lines.filter { $0.hasSuffix("  " + ending) }.count == 1, "\(ending): \(lines)")
        }
        let objects = try lotse.run("log", "--json").objects.filter { $0["field"] as? String == "person" }
        let person = try #require(objects.last?["person"] as? String)
        #expect(lines.contains { $0.hasSuffix("  linked to Ada Berg " + person.prefix(8)) }, "\(lines)")
        #expect(objects.first?["person"] is NSNull)
    }

    @Test func `a decision that restricts needs a guideline and a reason`() throws {
        let lotse = try filled()
        let id = try lotse.id("Danke")
        #expect(try lotse.run("decide", id, "hidden").status == 1)
        #expect(try lotse.run("decide", id, "hidden", "--guideline", "3", "--reason", "Werbung").status == 0)
        #expect(try lotse.run("show", "--json", id).objects[1]["decision"] as? String == "hidden")
    }

    @Test func `an id that is not there is a sentence and 1, a wrong command line is 64`() throws {
        let lotse = try filled()
        let missing = try lotse.run("show", "00000000")
        #expect(missing.status == 1)
        #expect(missing.err.contains("00000000"))
        #expect(try lotse.run("frobnicate").status == 64)
        #expect(try lotse.run("resolve").status == 64)
    }

    @Test func `without a terminal the dashboard says what to use instead`() throws {
        let result = try filled().run()
        #expect(result.status == 1)
        #expect(result.err.contains("lotse list"))
    }

    @Test func `help names the commands and hides those of the fault tests`() throws {
        let result = try LotseProgram().run("--help")
        #expect(result.status == 0)
        #expect(result.out.contains("outbox"))
        #expect(!result.out.contains("_drive"))
    }
}
