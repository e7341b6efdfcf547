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

    package init(page: ThreadPage, message: MessageRow, rules: PlatformRules) {
        conversation = page.conversation.id
        self.message = message
        platform = page.conversation.platform
        self.rules = rules
        let draft = page.draft.flatMap { $0.message == message.digest ? $0 : nil }
        editor = TextEditor(text: draft?.text ?? "", cursor: draft?.cursor ?? 0)
        savedText = draft?.text ?? ""
        otherDrafts = page.otherDrafts
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
}
