import Conversations
import TestSupport
import Testing

@testable import Store

@Suite struct ExplanationTests {
    let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?"), post("2", by: "Jonas", "Bei mir auch", minute: 5, parent: "1"),
            post("3", by: "Ayşe", "Danke!", minute: 7),
        ])
    }

    private func explain(_ query: String, minute: Int64 = 30) throws -> Explanation {
        let found = try temporary.store.explain(
            digest("1"), by: Query(parsing: query), context: QueryContext(me: "anna"), now: .noon.minutes(minute))
        return try #require(found)
    }

    private func act(_ act: Act, minute: Int64 = 10) throws {
        _ = try temporary.store.perform(act, on: [digest("1")], now: .noon.minutes(minute))
    }

    @Test(
        arguments: [
            ("is:todo", true, [true]), ("is:resolved", false, [false]), ("rad from:mia", true, [true, true]),
            ("rad from:jonas", false, [true, true]), ("auch -danke", true, [true, false]),
            ("-rad or is:new", true, [true, true]), ("/bleib/ channel:laden", true, [true, true]),
            ("is:mine", false, [false]), ("*", true, []), ("(is:open or is:new) label:x", false, [false, true, false]),
        ] as [(String, Bool, [Bool])])
    func `each term is told alone, and the whole query besides`(query: String, isMet: Bool, terms: [Bool]) throws {
        let found = try explain(query)
        #expect(found.isMet == isMet)
        #expect(found.terms.map(\.isMet) == terms)
        #expect(try temporary.inbox(query, now: .noon.minutes(30)).contains { $0.id == found.row.id } == isMet)
    }

    @Test func `what must not hold is told as such`() throws {
        #expect(try explain("auch -(danke or -rad)").terms.map(\.isNegated) == [false, true, false])
    }

    @Test func `what nobody touched is new, and what was opened is open`() throws {
        #expect(try explain("*").rule == .untouched)
        try act(.open)
        #expect(try explain("*").rule == .touched)
    }

    @Test func `an act that set the state is named, and taken back it is not`() throws {
        try act(.resolve(.answered, reason: "done"))
        let found = try explain("*")
        #expect(found.rule.act?.payload.reason == "done" && found.row.state == .resolved)
        #expect(found.events.map(\.kind) == [.state])
        _ = try temporary.store.undo(now: .noon.minutes(11))
        #expect(try explain("*").rule == .untouched)
        #expect(try explain("*").events.map(\.isOn) == [false])
    }

    @Test func `a message that came after it reopens what was resolved`() throws {
        try act(.resolve(.answered, reason: ""))
        try temporary.importing([post("4", by: "Mia", "Immer noch nicht da", minute: 20, parent: "2")])
        guard case .reopened(let event, let time) = try explain("*").rule else {
            Issue.record("not reopened")
            return
        }
        #expect(event.payload.state == .resolved && time == Moment.noon.minutes(20).milliseconds)
    }

    @Test func `a snooze that is over is told with its end`() throws {
        try act(.snooze(until: .noon.minutes(60)))
        #expect(try explain("*", minute: 59).ended == nil)
        let found = try explain("is:open", minute: 60)
        #expect(found.ended == Explanation.Ended(state: .snoozed, at: .noon.minutes(60)))
        #expect(found.isMet && found.row.state == .open)
    }

    @Test func `the imports that brought its messages are told, the last one first`() throws {
        try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?"), post("4", by: "Mia", "Hallo?", minute: 20, parent: "1"),
        ])
        #expect(try explain("*").origins.map(\.messages) == [2, 2])
        #expect(try explain("*").origins.map(\.batch) == [2, 1])
    }

    @Test func `what is older than the first import's floor is told so`() throws {
        let other = try TemporaryStore()
        try other.importing([post("1", minute: -600_000), post("2", by: "Jonas")], from: .date(.noon.minutes(-1000)))
        let found = try other.store.explain(
            digest("1"), by: Query(.state(.todo)), context: QueryContext(), now: .noon)
        #expect(found?.rule == .calm && found?.isMet == false)
    }

    @Test func `what is not there has no explanation`() throws {
        let found = try temporary.store.explain(
            digest("9"), by: Query(.state(.todo)), context: QueryContext(), now: .noon)
        #expect(found == nil)
    }
}
