import Conversations

/// What stands below a message and is not shown while it is folded.
package struct FoldedInside: Equatable, Sendable {
    package var answers = 0
    /// Notes, decisions and replies of the team.
    package var entries = 0
    package var unread = 0
    package var needAnswer = 0
    /// Held back by the platform, or kept and then edited: somebody has to decide.
    package var undecided = 0

    package init() {}

    /// - Parameters:
    ///   - index: of the folded row.
    ///   - unread: messages that nobody had seen when the conversation was opened.
    package init(of page: ThreadPage, below index: Int, unread: Set<Digest>) {
        let depth = page.rows[index].depth
        for row in page.rows[(index + 1)...] {
            guard row.depth > depth else { break }
            switch row.content {
            case .message(let message):
                answers += 1
                if unread.contains(message.digest) { self.unread += 1 }
                if page.needsAnswer(message) { needAnswer += 1 }
                if message.isUndecided { undecided += 1 }
            case .decision(let decision):
                entries += 1
                if decision.isOutdated, decision.decision == .kept { undecided += 1 }
            case .note, .reply: entries += 1
            }
        }
    }

    package var isEmpty: Bool { answers == 0 && entries == 0 }
}

extension ThreadPage {
    /// Whether a message is among those that the conversation waits with. One without a time may be.
    package func needsAnswer(_ message: MessageRow) -> Bool {
        guard conversation.needsAnswer, let since = conversation.waitingSince, message.canAsk, !message.isContext
        else { return false }
        return message.time.map { $0 >= since } ?? true
    }
}

extension MessageRow {
    /// The platform shows it to nobody until somebody decides.
    package var isUndecided: Bool { status == .pending && decision == nil }
}
