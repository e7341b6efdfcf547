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
    /// Somebody else writes to the same conversation.
    package var otherDrafts: [Draft]
    /// Replies of the conversation that were there when the composer opened.
    private let knownReplies: Set<Digest>
    /// Who answered since.
    private(set) var answeredBy: String?
    /// That was said once; sending again sends.
    var isWarned = false

    package init(page: ThreadPage, message: MessageRow, rules: PlatformRules) {
        conversation = page.conversation.id
        self.message = message
        platform = page.conversation.platform
        self.rules = rules
        let draft = page.draft.flatMap { $0.message == message.digest ? $0 : nil }
        editor = TextEditor(text: draft?.text ?? "", cursor: draft?.cursor ?? 0)
        savedText = draft?.text ?? ""
        otherDrafts = page.otherDrafts
        knownReplies = Set(Self.replies(page).map(\.id))
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
            conversation: conversation, message: message.digest, text: editor.text, cursor: editor.cursor, now: now)
    }

    private static func replies(_ page: ThreadPage) -> [(id: Digest, actor: String)] {
        page.rows.compactMap { row in
            guard case .reply(let reply) = row.content else { return nil }
            return (row.id, reply.actor)
        }
    }

    /// Notes whether somebody else answered since the composer opened.
    /// - Returns: who, the first time that it is seen.
    mutating func noteReplies(of page: ThreadPage, me: String) -> String? {
        let others = Self.replies(page).filter { !knownReplies.contains($0.id) && $0.actor != me }
        guard answeredBy == nil, let other = others.last else { return nil }
        answeredBy = other.actor
        return other.actor
    }
}
