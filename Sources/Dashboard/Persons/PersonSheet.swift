import Conversations
import Screen

/// What the sheet about a person says: accounts, counts, decisions, then their conversations to choose from.
package struct PersonSheet {
    let facts: PersonFacts
    let zoneOffset: Int

    /// - Parameter zoneOffset: seconds east of UTC.
    package init(facts: PersonFacts, zoneOffset: Int) {
        self.facts = facts
        self.zoneOffset = zoneOffset
    }

    /// In reading order; the conversations are items, in the order of `facts.rows`.
    package var entries: [Sheet.Entry] {
        person + [.blank] + counts + decisions + [.blank, .heading("Conversations")] + conversations
    }

    private var person: [Sheet.Entry] {
        var entries: [Sheet.Entry] = []
        if let name = facts.name {
            entries.append(.quote("person", name))
        } else {
            entries.append(.line("this account is linked to no person; g p links it"))
        }
        entries += facts.roles.map { .fact("role", $0.phrase) }
        return entries
            + facts.accounts.map { account in
                let ids = [account.handle, account.key ?? ""].filter { !$0.isEmpty }
                let names = [SafeText.name(account.name).plain] + ids
                return .quote("account", "\(account.platform): " + names.joined(separator: ", "))
            }
    }

    private var counts: [Sheet.Entry] {
        var entries: [Sheet.Entry] = [
            .fact("messages", Phrase("%1", facts.messages)),
            .fact("conversations", Phrase("%1, %2 to answer", facts.conversations, facts.unanswered)),
        ]
        if let first = facts.first { entries.append(.fact("since", Phrase("%1", text(first)))) }
        if let last = facts.last { entries.append(.fact("last message", Phrase("%1", text(last)))) }
        return entries
    }

    private var decisions: [Sheet.Entry] {
        guard !facts.decisions.isEmpty else { return [.blank, .line("nothing was decided on their messages")] }
        return [.blank, .heading("Decisions")]
            + facts.decisions.flatMap { decision -> [Sheet.Entry] in
                let why = [decision.guideline, decision.reason].filter { !$0.isEmpty }.joined(separator: ": ")
                let head = Phrase(
                    "%1  %2  %3", text(decision.time), Phrase(decision.decision.rawValue, context: "decision"),
                    decision.actor)
                return [
                    .line(why.isEmpty ? head : Phrase("%1  %2", head, why)),
                    .text(decision.excerpt.replacing("\n", with: " ")),
                ]
            }
    }

    private var conversations: [Sheet.Entry] {
        facts.rows.map { row in
            .item(
                Phrase(
                    "%1  %2  %3  %4", text(row.newest.time), Phrase(row.state.rawValue, context: "state"),
                    "\(row.platform): \(row.channel)", row.excerpt.replacing("\n", with: " ")),
                isDim: !row.needsAnswer)
        }
    }

    private func text(_ time: Moment) -> String { LocalTime(time, zoneOffset: zoneOffset).text }
}

extension PersonRole {
    /// What the role is called.
    package var phrase: Phrase { Phrase(rawValue, context: "role") }
}
