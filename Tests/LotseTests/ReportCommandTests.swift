import Foundation
import Testing

@Suite struct ReportCommandTests {
    @Test func `a report is text in a pipe and one object for scripts`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", "--inbox-from", "all", lotse.forum())
        let text = try lotse.run("report", "--period", "all")
        #expect(text.status == 0)
        #expect(text.out.contains("Waiting for an answer now: "))
        #expect(text.out.utf8.allSatisfy { $0 < 0x80 })
        let objects = try lotse.run("report", "--period", "all", "--json").objects
        let report = try #require(objects.first)
        #expect(objects.count == 1 && report["period"] as? String == "all")
        let hours = try #require(report["hours"] as? [[Int]])
        let messages = try #require(report["messages"] as? [String: Any])
        #expect(hours.count == 7 && hours.allSatisfy { $0.count == 24 })
        #expect(hours.flatMap(\.self).reduce(0, +) == messages["community"] as? Int)
        let waiting = try #require(report["waiting"] as? [String: Any])
        #expect(waiting["count"] as? Int == (try lotse.run("list", "is:unanswered", "--json").objects.count))
    }

    @Test func `a period or a query that means nothing is refused`() throws {
        let lotse = try LotseProgram()
        _ = try lotse.run("import", "--inbox-from", "all", lotse.forum())
        #expect(try lotse.run("report", "--period", "5x").status != 0)
        #expect(try lotse.run("report", "is:nowhere").status == 1)
    }

    @Test func `German is said in German`() throws {
        let lotse = try LotseProgram()
        let post = #"{"id":"1","author":"Mia","author_id":"u1","time":"2026-10-31T10:00:00Z","text":"Wann?"}"#
        _ = try lotse.run("import", "--inbox-from", "all", lotse.write("bücher.jsonl", [post]))
        let text = try lotse.run("report", "--lang", "de").out
        #expect(text.contains("Wartet jetzt auf Antwort: "))
        // Only the bars are ASCII in a pipe.
        #expect(text.contains("generic: bücher") && text.contains("###"))
    }
}
