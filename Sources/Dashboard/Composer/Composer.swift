import Conversations
import Screen

/// Where a reply is written.
package struct Composer: Equatable, Sendable {
    package let conversation: Digest
    package let message: MessageRow
    package let platform: String
    package var editor: TextEditor
    package var rules: PlatformRules
    /// What is on disk of this draft.
    package var savedText: String
    /// What others wrote to the same conversation and did not send, oldest first.
    package var otherDrafts: [Draft]
    /// The draft of an earlier session that this text goes on with, until it is on disk as this session's.
    private(set) var taken: Draft?
    /// Answers of the team that whoever writes here knows of.
    private(set) var known: Set<Digest>
    /// Answers that came since, newest last.
    private(set) var unseen: [Answered] = []

    /// The newest message when the composer opened: what comes later is not answered by this reply.
    let newest: Position

    package init(page: ThreadPage, message: MessageRow, rules: PlatformRules) {
        conversation = page.conversation.id
        self.message = message
        platform = page.conversation.platform
        newest = page.conversation.newest
        self.rules = rules
        let draft = page.draft.flatMap { $0.message == message.digest ? $0 : nil }
        editor = TextEditor(text: draft?.text ?? "", cursor: draft?.cursor ?? 0)
        savedText = draft?.text ?? ""
        taken = draft
        otherDrafts = page.otherDrafts
        known = Set(Self.answers(page, to: message).map(\.id))
    }

    /// Characters that may still be written; nil: no limit is known.
    package var remaining: Int? {
        rules.length.remaining(editor.text)
    }

    package var isEmpty: Bool {
        editor.text.allSatisfy(\.isWhitespace)
    }

    /// What is left when the composer closes; nil: nothing was written.
    func draft(by actor: String, now: Moment) -> Draft? {
        guard !editor.text.isEmpty else { return nil }
        return Draft(
            message: message.digest, actor: actor, text: editor.text, cursor: editor.cursor, savedAt: now)
    }

    /// Asks for the draft to be stored.
    func save(now: Bool) -> Effect {
        .saveDraft(
            conversation: conversation, message: message.digest, text: editor.text, cursor: editor.cursor, over: taken,
            now: now)
    }

    /// Our replies, and what exports brought of the team's answers. Going up in a long conversation loads older ones,
    /// which are no news to whoever answers this message.
    private static func answers(_ page: ThreadPage, to asked: MessageRow) -> [Answered] {
        page.rows.compactMap { row in
            switch row.content {
            case .reply(let reply) where reply.state != .failed:
                return Answered(id: row.id, actor: reply.actor, time: reply.time)
            case .message(let message) where message.isTeam && !message.isContext:
                if let time = message.time, let before = asked.time, time < before { return nil }
                return Answered(id: row.id, actor: message.author, time: message.time)
            default: return nil
            }
        }
    }

    /// Notes what was answered since the composer opened.
    /// - Returns: the newest answer, the first time that it is seen.
    mutating func noteAnswers(in page: ThreadPage) -> Answered? {
        let before = Set(unseen.map(\.id))
        unseen = Self.answers(page, to: message).filter { !known.contains($0.id) }
        return unseen.last { !before.contains($0.id) }
    }

    /// The store knows of an answer that the page does not show yet.
    mutating func note(_ answer: Answered) {
        if !unseen.contains(where: { $0.id == answer.id }) { unseen.append(answer) }
    }

    /// Whoever writes here was told of all answers.
    mutating func acknowledge() {
        known.formUnion(unseen.map(\.id))
        unseen = []
    }

    /// The text is on disk, as this session's.
    mutating func saved(_ text: String) {
        savedText = text
        taken = nil
    }
}
