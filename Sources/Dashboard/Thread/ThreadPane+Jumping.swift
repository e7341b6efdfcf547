import Conversations

/// What somebody looks for in a thread.
enum ThreadGoal: Sendable {
    /// A message that nobody had seen when the conversation was opened.
    case unread
    /// What the team wrote, replies that are still on their way among it.
    case own
    case decision
}

extension ThreadPane {
    /// Selects the next row of a kind, or the one before, opening what it is folded into.
    /// - Returns: whether there is one among the rows that are loaded.
    mutating func jump(to goal: ThreadGoal, forward: Bool) -> Bool {
        guard let page, let index = selectedIndex else { return false }
        let found =
            forward
            ? page.rows[(index + 1)...].firstIndex { isMeant($0, goal) }
            : page.rows[..<index].lastIndex { isMeant($0, goal) }
        guard let found else { return false }
        select(found)
        return true
    }

    private func isMeant(_ row: ThreadRow, _ goal: ThreadGoal) -> Bool {
        switch (goal, row.content) {
        case (.unread, .message(let message)): unread.contains(message.digest)
        case (.own, .message(let message)): message.isTeam
        case (.own, .reply), (.decision, .decision): true
        default: false
        }
    }
}
