import Conversations
import Dashboard
import Screen

extension Voice {
    /// The selected conversation, or that there is none.
    func selected(_ pane: InboxPane) -> SafeText {
        guard let index = pane.selectedIndex else {
            let phrase: Phrase =
                !pane.isLoaded ? "loading" : pane.limit == nil ? "nothing is left to do" : "nothing matches the limit"
            return say(phrase)
        }
        return row(index, of: pane)
    }

    /// The selected conversation and those below it.
    package func rows(_ pane: InboxPane, count: Int) -> [SafeText] {
        guard let first = pane.selectedIndex else { return [selected(pane)] }
        return (first..<min(first + max(count, 1), pane.rows.count)).map { row($0, of: pane) }
    }

    private func row(_ index: Int, of pane: InboxPane) -> SafeText {
        // Where newer rows lie outside of the window, nobody counted them.
        let place: [Phrase] =
            pane.hasNewer ? [] : [Phrase("%1 of %2", index + 1, "\(pane.rows.count)" + (pane.hasOlder ? "+" : ""))]
        let words = list(parts(pane.rows[index]))
        return SafeText((place.map(catalogue.say) + [words]).joined(separator: ": "))
    }

    private func parts(_ row: InboxRow) -> [Phrase] {
        var parts = [row.state.phrase]
        if let until = row.until { parts.append(Phrase("until %1", LocalTime(until, zoneOffset: zoneOffset).text)) }
        if row.priority != .normal { parts.append(Phrase("priority %1", row.priority.phrase)) }
        parts += [name(row.author), age(row), quoted(row.excerpt.isEmpty ? row.title : row.excerpt)]
        parts.append(Phrase(one: "1 message", other: "%1 messages", count: row.messageCount))
        if row.unreadCount > 0 { parts.append(Phrase(one: "1 unread", other: "%1 unread", count: row.unreadCount)) }
        if row.pendingCount > 0 {
            parts.append(
                Phrase(one: "1 waits for a decision", other: "%1 wait for a decision", count: row.pendingCount))
        }
        if let answering = row.claims.phrase(now: now) { parts.append(answering) }
        if row.hasDraft { parts.append(Phrase("draft")) }
        parts += row.labels.map { Phrase("label %1", $0) }
        if let assignee = row.assignee { parts.append(Phrase("assigned to %1", assignee)) }
        parts += row.warnings
        parts.append(Phrase("channel %1", row.channel))
        return parts
    }

    private func age(_ row: InboxRow) -> Phrase {
        guard let since = row.waitingSince else {
            return Phrase("last message: %1", agePhrase(since: row.newest.time, now: now))
        }
        return Phrase("waits %1", agePhrase(since: since, now: now))
    }
}
