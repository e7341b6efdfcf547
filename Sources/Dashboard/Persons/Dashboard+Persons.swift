import Conversations
import Screen

/// The human behind the message that is pointed at, and what the team says of them.
extension Dashboard {
    /// A message in the thread that is read; in the list the conversation, which stands for its first message.
    var personTarget: Digest? {
        focus == .inbox ? target : shownTarget?.digest ?? target
    }

    mutating func openPersonSheet() -> [Effect] {
        guard let target = personTarget else {
            status.fail("no conversation is selected")
            return []
        }
        sheet = Sheet(.person(target))
        person = nil
        return [.loadPerson(target)]
    }

    mutating func receive(_ facts: PersonFacts?, behind key: Digest) {
        guard sheet?.subject == .person(key) else { return }
        guard let facts else {
            sheet = nil
            status.fail(Refusal.noAccount.phrase)
            return
        }
        let selected = sheet?.selected.flatMap { index in
            person.flatMap { $0.rows.indices.contains(index) ? $0.rows[index].id : nil }
        }
        person = facts
        sheet?.show(
            PersonSheet(facts: facts, zoneOffset: settings.zoneOffset).entries,
            selecting: facts.rows.firstIndex { $0.id == selected }, size: size)
    }

    /// The conversation that is selected in the sheet.
    mutating func openFromPerson() -> [Effect] {
        guard let selected = sheet?.selected, let rows = person?.rows, rows.indices.contains(selected) else {
            return []
        }
        sheet = nil
        focus = .thread
        return [thread.open(rows[selected].id)]
    }

    /// Asks about the human behind what is marked or pointed at.
    mutating func askAboutPerson(_ question: Question) -> [Effect] {
        let target = personTarget
        let effects = ask(question)
        prompt?.conversation = target
        return effects
    }

    /// On the marked conversations, else on the message that is pointed at.
    mutating func actOnPerson(_ act: Act) -> [Effect] {
        let marked = markedTargets
        if !marked.isEmpty { return self.act(act, on: marked) }
        guard let target = personTarget else {
            status.fail("no conversation is selected")
            return []
        }
        return self.act(act, onlyOn: target)
    }
}

extension Act {
    /// Whether it is about the human behind a message, and not about the conversation.
    var isAboutPersons: Bool {
        switch self {
        case .link, .role: true
        default: false
        }
    }
}

extension Prompt {
    /// `-advocate` takes the role away.
    func role(_ text: String) -> PromptResult {
        let word = text.drop { $0 == "-" || $0 == "+" }.lowercased()
        guard let role = PersonRole(rawValue: word) else {
            return .problem(
                Phrase("a role is one of %1", PersonRole.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return .act(.role(role, isOn: !text.hasPrefix("-")))
    }
}
