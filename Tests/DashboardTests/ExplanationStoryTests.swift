import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct ExplanationStoryTests {
    private func explanation(
        _ query: String, _ met: [Bool], isMet: Bool, rule: StateRule = .untouched, ended: Explanation.Ended? = nil
    ) throws -> Explanation {
        let query = try Query(parsing: query)
        return Explanation(
            row: Samples.row(1), query: query, isMet: isMet,
            terms: zip(query.root.signedTerms, met).map {
                Explanation.Term(term: $0.term, isMet: $1, isNegated: $0.isNegated)
            },
            rule: rule, ended: ended,
            origins: [Explanation.Origin(batch: 7, path: "town.zip", importedAt: Samples.now, messages: 3)],
            events: [])
    }

    private func event(_ state: ConversationState) -> Event {
        var payload = EventPayload()
        payload.state = state
        payload.reason = "done"
        return Event(
            id: Samples.digest(1), device: Samples.digest(2), clock: 1, actor: "ben", osUser: "ben",
            recordedAt: Samples.now, act: Samples.digest(1), subject: Samples.digest(3), kind: .state, field: "state",
            payload: payload)
    }

    /// All that the sheet says, in English.
    private func said(_ explanation: Explanation) -> String {
        ExplanationSheet(explanation, zoneOffset: 0, catalogue: .english).entries.map { entry in
            switch entry {
            case .heading(let phrase), .line(let phrase), .item(let phrase, _): phrase.english
            case .fact(let name, let value): name.english + " = " + value.english
            case .quote(let name, let text): name.english + " = " + text
            case .term(let term, let words): term + " = " + words
            case .text(let text): text
            case .bar, .figure, .columnBreak, .blank: ""
            }
        }.joined(separator: "\n")
    }

    @Test func `W asks with the list's query, and shows the answer until q`() throws {
        var story = Story(Samples.rows(3))
        story.store.explanations[Samples.digest(2)] = try explanation("parcel", [true], isMet: true)
        story.press("j W")
        let asked = story.effects.compactMap {
            if case .explain(let key, let query, _) = $0 { (key, query) } else { nil }
        }
        #expect(asked.map(\.0) == [Samples.digest(2)] && asked.map(\.1) == [Query(.state(.todo))])
        #expect(story.dashboard.context == .sheet)
        #expect(story.dashboard.sheet?.entries.isEmpty == false)
        story.press("q")
        #expect(story.dashboard.context == .inbox)
    }

    @Test func `the limit and the view are both in the query that is explained`() {
        var story = Story((1...12).map { Samples.row($0) })
        story.press(":")
        story.type("view needs\n")
        story.press("f")
        story.type("parcel\n")
        story.press("W")
        let asked = story.effects.compactMap { if case .explain(_, let query, _) = $0 { query.printed } else { nil } }
        #expect(asked.last?.contains("is:unanswered") == true && asked.last?.contains("parcel") == true)
    }

    @Test func `a conversation that went away closes the sheet`() {
        var story = Story(Samples.rows(3))
        story.press("W")
        #expect(story.dashboard.sheet == nil && story.dashboard.status.tone == .error)
    }

    @Test func `terms are told with what they mean and whether they hold`() throws {
        let text = said(try explanation("label:x -from:mia is:open", [true, true, false], isMet: false))
        #expect(text.contains("It is not in the list"))
        #expect(text.contains("label:x = holds: label"))
        #expect(text.contains("-from:mia = does not hold, since it must not be: who wrote"))
        #expect(text.contains("is:open = does not hold: in this state now: open"))
        #expect(text.contains("7 = ") && text.contains("3 messages  town.zip"))
        #expect(!text.contains("one and the same message"))
    }

    @Test func `terms that hold for different messages are told as such`() throws {
        let text = said(try explanation("rad from:mia", [true, true], isMet: false))
        #expect(text.contains("each holds, but not for one and the same message"))
    }

    @Test(arguments: [
        (StateRule.untouched, "Nobody of the team has opened it."), (.touched, "and set no state."),
        (.calm, "older than what the first import left to do"),
    ])
    func `every rule without an act is a sentence`(rule: StateRule, sentence: String) throws {
        #expect(said(try explanation("*", [], isMet: true, rule: rule)).contains(sentence))
    }

    @Test func `rules with an act name who, what and when`() throws {
        let at = LocalTime(Samples.now, zoneOffset: 0).text
        let set = said(try explanation("*", [], isMet: true, rule: .act(event(.waiting))))
        #expect(set.contains("ben set it on \(at): done."))
        let reopened = said(
            try explanation("*", [], isMet: true, rule: .reopened(event(.resolved), by: Samples.now.milliseconds)))
        #expect(
            reopened.contains(
                "A message of \(at) opened it again, which ben had not seen when setting resolved on \(at)."))
        let ended = Explanation.Ended(state: .snoozed, at: Samples.now)
        let over = said(try explanation("*", [], isMet: true, rule: .act(event(.snoozed)), ended: ended))
        #expect(over.contains("Time ended that: snoozed was until \(at)."))
    }
}
