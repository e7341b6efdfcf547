import Conversations
import Screen

/// What the answer to a question leads to.
enum PromptResult: Equatable {
    case act(Act)
    case ask(Prompt)
    case command(String)
    /// nil: nothing was typed.
    case search(Query?)
    case limit(Query?)
    case importPath(String)
    case theme(String)
    case layout(PaneArrangement)
    case view(String)
    /// nil: all of the list.
    case mark(Query?)
    /// In the sheet.
    case find(String)
    /// A link by its number, from 1.
    case openLink(Int)
    case copyLink(Int)
    case reply
    /// The reply, though somebody answered meanwhile; or first what they answered.
    case sendAnyway, readAnswers
    case record(String)
    case play(String)
    /// What was typed has done its work already.
    case nothing
    case problem(Phrase)
}

extension Prompt {
    /// The answer that was typed.
    func answered(now: Moment, zoneOffset: Int) -> PromptResult {
        let text = editor.text
        switch question {
        case .command: return .command(text)
        case .search: return query(text, PromptResult.search)
        case .sheetSearch: return .find(text)
        case .helpFilter: return .nothing
        case .limit: return query(text, PromptResult.limit)
        case .importPath: return text.isEmpty ? .problem(Refusal.emptyText.phrase) : .importPath(text)
        case .theme: return theme(text)
        case .view: return .view(text)
        case .palette:
            return palette?.chosen(text).map { .command($0.command.rawValue) } ?? .problem("no command matches")
        case .markQuery: return query(text, PromptResult.mark)
        case .openLink: return link(text, PromptResult.openLink)
        case .copyLink: return link(text, PromptResult.copyLink)
        case .snooze: return time(text, now, zoneOffset) { .act(.snooze(until: $0)) }
        case .holdReason: return .ask(Prompt(.holdUntil, answers: [text]))
        case .holdUntil:
            return time(text, now, zoneOffset) { .act(.hold(reason: answers.first ?? "", until: $0)) }
        case .community:
            return time(text, now, zoneOffset) {
                .act(.leaveToCommunity(until: $0 ?? now.advanced(seconds: 2 * 86_400)))
            }
        case .assign: return .act(.assign(text.isEmpty ? nil : text))
        case .label: return label(text)
        case .person: return text.isEmpty ? .problem(Refusal.noPersonName.phrase) : .act(.link(to: text))
        case .role: return role(text)
        case .note: return text.isEmpty ? .problem(Refusal.emptyText.phrase) : .act(.note(text))
        case .resolutionReason(let resolution): return .act(.resolve(resolution, reason: text))
        case .guideline(let judged, let decision):
            if decision.restricts, text.isEmpty { return .problem(Refusal.needsGuidelineAndReason.phrase) }
            return .ask(askReason(judged, decision, guideline: text))
        case .decisionReason(let judged, let decision):
            return decide(judged, decision, reason: text)
        case .resolution, .priority, .decision, .layout, .sendAnyway, .repeatedDecision, .recordRegister, .playRegister:
            return .problem("press one of the keys")
        }
    }

    private func link(_ text: String, _ result: (Int) -> PromptResult) -> PromptResult {
        let digits = text.filter { !$0.isWhitespace }
        guard let number = Int(digits), number > 0 else { return .problem("a link has a number") }
        guard links.isEmpty || number <= links.count else { return .problem(Phrase("there is no link %1", number)) }
        return result(number)
    }

    private func theme(_ text: String) -> PromptResult {
        guard let themes, !text.isEmpty, !themes.all.contains(text) else { return .theme(text) }
        return .problem(Phrase("there is no theme %1", text))
    }

    /// The last question says what is left out, and why.
    private func askReason(_ judged: Judged, _ decision: ModerationDecision, guideline: String) -> Prompt {
        var next = Prompt(.decisionReason(judged, decision), answers: [guideline])
        if let leftOut = judging?.leftOut, !leftOut.isEmpty { next.problem = Phrase("left out: %1", leftOut.phrase) }
        return next
    }

    private func decide(_ judged: Judged, _ decision: ModerationDecision, reason: String) -> PromptResult {
        if decision.restricts, reason.isEmpty { return .problem(Refusal.needsGuidelineAndReason.phrase) }
        return decided(judged, decision, guideline: answers.first ?? "", reason: reason)
    }

    private func label(_ text: String) -> PromptResult {
        let isOn = !text.hasPrefix("-")
        let name = text.drop { $0 == "-" || $0 == "+" }
        return name.isEmpty ? .problem(Refusal.emptyText.phrase) : .act(.label(String(name), isOn: isOn))
    }

    private func query(_ text: String, _ result: (Query?) -> PromptResult) -> PromptResult {
        guard text.contains(where: { !$0.isWhitespace }) else { return result(nil) }
        do {
            return result(try Query(parsing: text))
        } catch {
            return .problem(error.phrase)
        }
    }

    private func time(
        _ text: String, _ now: Moment, _ zoneOffset: Int, then: (Moment?) -> PromptResult
    ) -> PromptResult {
        do {
            return then(try TimePhrase.moment(text, now: now, zoneOffset: zoneOffset))
        } catch {
            return .problem(error.phrase)
        }
    }

    /// What a single key leads to; nil: the key is none of the choices.
    func chosen(_ key: Character) -> PromptResult? {
        if question == .recordRegister { return .record(String(key)) }
        if question == .playRegister { return .play(String(key)) }
        guard let key = question.choices.first(where: { $0.key == key || $0.other == key })?.key else { return nil }
        switch question {
        case .resolution: return Self.resolutions[key].map { .act(.resolve($0, reason: "")) }
        case .priority: return Self.priorities[key].map { .act(.prioritize($0)) }
        case .decision(let judged): return ladder(key, judged)
        case .sendAnyway: return key == "s" ? .sendAnyway : .readAnswers
        case .repeatedDecision(let judged, let wish):
            guard key == "y" else { return .nothing }
            return decided(judged, wish.decision, guideline: wish.guideline, reason: wish.reason)
        case .layout: return PaneArrangement.allCases.first { $0.rawValue.first == key }.map { .layout($0) }
        default: return nil
        }
    }

    private static let resolutions: [Character: Resolution] = [
        "a": .answered, "c": .community, "k": .acknowledged, "m": .moderated, "n": .noAction,
    ]

    private static let priorities: [Character: Priority] = ["l": .low, "n": .normal, "h": .high, "u": .urgent]

    private static let decisions: [Character: ModerationDecision] = [
        "p": .kept, "l": .labelled, "m": .limited, "h": .hidden, "r": .removed,
    ]

    private func ladder(_ key: Character, _ judged: Judged) -> PromptResult? {
        switch key {
        case "a", "b", "k": return .reply
        case "c": return .ask(Prompt(.community))
        default:
            guard let decision = Self.decisions[key] else { return nil }
            var prompt = Prompt(.guideline(judged, decision))
            if decision == .hidden || decision == .removed {
                prompt.problem = "criticism is answered, not hidden; this is for what breaks the house rules"
            }
            return .ask(prompt)
        }
    }
}
