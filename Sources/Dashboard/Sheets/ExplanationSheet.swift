import Conversations
import Screen

/// What the sheet says that explains a row: the query's terms one by one, the state and the rule behind it, the
/// imports, and what was done.
package struct ExplanationSheet {
    private let explanation: Explanation
    private let zoneOffset: Int
    private let catalogue: Catalogue

    /// - Parameter zoneOffset: seconds east of UTC.
    package init(_ explanation: Explanation, zoneOffset: Int, catalogue: Catalogue) {
        self.explanation = explanation
        self.zoneOffset = zoneOffset
        self.catalogue = catalogue
    }

    /// Blocks with an empty line between them.
    package var entries: [Sheet.Entry] {
        let subject: [Sheet.Entry] = [
            .text("\(explanation.row.author): \(explanation.row.excerpt.replacing("\n", with: " "))")
        ]
        return [subject, query, state, origins, events].joined(separator: [.blank]).map { $0 }
    }

    private var query: [Sheet.Entry] {
        let title =
            explanation.isMet
            ? Phrase("It is in the list: %1 holds for it", explanation.query.printed)
            : Phrase("It is not in the list: %1 does not hold for it", explanation.query.printed)
        let terms = explanation.terms.map { term -> Sheet.Entry in
            .term((term.isNegated ? "-" : "") + term.term.printed, catalogue.say(term.words))
        }
        let isSplit =
            !explanation.isMet && explanation.terms.count > 1
            && explanation.terms.allSatisfy { $0.isMet != $0.isNegated }
        return [.heading(title)] + terms
            + (isSplit ? [.line("each holds, but not for one and the same message")] : [])
    }

    private var state: [Sheet.Entry] {
        let row = explanation.row
        let waiting = row.waitingSince.map { Phrase("since %1", text($0)) } ?? Phrase("no")
        return [.heading(Phrase("State: %1", Phrase(row.state.rawValue, context: "state")))]
            + reasons.map { .text(catalogue.say($0)) } + [.fact(Phrase("waits for us"), waiting)]
    }

    private var reasons: [Phrase] {
        let rule = explanation.rule.phrase(text)
        guard let ended = explanation.ended else { return [rule] }
        let name = Phrase(ended.state.rawValue, context: "state")
        return [rule, Phrase("Time ended that: %1 was until %2.", name, text(ended.at))]
    }

    private var origins: [Sheet.Entry] {
        guard !explanation.origins.isEmpty else { return [.heading("Brought by no import")] }
        return [.heading("Imports that brought it")]
            + explanation.origins.map { origin in
                .quote(
                    Phrase("%1", String(origin.batch)),
                    "\(text(origin.importedAt))  \(messages(origin.messages))  \(origin.path)")
            }
    }

    private func messages(_ count: Int) -> String {
        catalogue.say(Phrase(one: "%1 message", other: "%1 messages", count: count))
    }

    private var events: [Sheet.Entry] {
        guard !explanation.events.isEmpty else { return [.heading("Nothing was done to it")] }
        return [.heading("What was done to it, newest first")]
            + explanation.events.map { .line(HistoryRow($0).phrase(zoneOffset: zoneOffset)) }
    }

    private func text(_ moment: Moment) -> String { LocalTime(moment, zoneOffset: zoneOffset).text }
}

extension Explanation.Term {
    /// What it asks for, and whether that holds.
    fileprivate var words: Phrase {
        switch (isMet, isNegated) {
        case (true, false): Phrase("holds: %1", term.words)
        case (false, false): Phrase("does not hold: %1", term.words)
        case (false, true): Phrase("holds, since it must not be: %1", term.words)
        case (true, true): Phrase("does not hold, since it must not be: %1", term.words)
        }
    }
}

extension StateRule {
    /// The rule as a sentence.
    fileprivate func phrase(_ text: (Moment) -> String) -> Phrase {
        switch self {
        case .untouched: Phrase("Nobody of the team has opened it.")
        case .touched: Phrase("Somebody of the team opened it, and set no state.")
        case .calm: Phrase("It is older than what the first import left to do.")
        case .act(let event): Phrase("%1 set it on %2%3", event.actor, text(event.recordedAt), event.details(text))
        case .reopened(let event, let time):
            Phrase(
                "A message of %1 opened it again, which %2 had not seen when setting %3 on %4.",
                text(Moment(milliseconds: time)), event.actor, event.stateName, text(event.recordedAt))
        case .askedAgain(let event):
            Phrase(
                "A message that was decided on has another text now, which opened it again; before, %1 had set %2 on %3.",
                event.actor, event.stateName, text(event.recordedAt))
        }
    }
}

extension Event {
    fileprivate var stateName: Phrase { Phrase(payload.state?.rawValue ?? "", context: "state") }

    /// The resolution, the reason and the end, as far as they are there, and a full stop.
    fileprivate func details(_ text: (Moment) -> String) -> Phrase {
        let until = payload.until.map { Phrase(", until %1", text(Moment(milliseconds: $0))) }
        let words = [payload.resolution?.rawValue, payload.reason].compactMap(\.self).filter { !$0.isEmpty }
        return Phrase("%1%2.", words.isEmpty ? "" : ": " + words.joined(separator: ", "), until ?? Phrase("%1", ""))
    }
}

extension HistoryRow {
    /// An event of one conversation as the history tells it.
    fileprivate init(_ event: Event) {
        self.init(
            id: event.act, clock: event.clock, actor: event.actor, time: event.recordedAt, kind: event.kind,
            payload: event.payload, conversation: nil, author: "", excerpt: "", count: 1, isOn: event.isOn,
            isUndoable: false)
    }
}
