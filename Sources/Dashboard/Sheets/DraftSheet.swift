import Conversations
import Screen

/// What the sheet about others' drafts says: who wrote what when, newest first.
struct DraftSheet {
    let drafts: [Draft]
    /// Who reads it.
    let actor: String
    /// Seconds east of UTC.
    let zoneOffset: Int

    var entries: [Sheet.Entry] {
        guard !drafts.isEmpty else { return [.line("nobody else has a draft here")] }
        return drafts.reversed().flatMap { draft -> [Sheet.Entry] in
            let time = LocalTime(draft.savedAt, zoneOffset: zoneOffset).text
            let heading =
                draft.actor == actor
                ? Phrase("You in another session, %1", time) : Phrase("%1, %2", draft.actor, time)
            return [.heading(heading), .text(draft.text), .blank]
        }
    }
}

extension Dashboard {
    mutating func openDraftSheet() -> [Effect] {
        guard let page = thread.page, page.conversation.id == composer?.conversation ?? target else {
            status.fail("open the conversation first")
            return []
        }
        sheet = Sheet(.drafts(page.conversation.id))
        refreshDraftSheet()
        return []
    }

    mutating func refreshDraftSheet() {
        guard let page = thread.page, sheet?.subject == .drafts(page.conversation.id) else { return }
        sheet?.show(
            DraftSheet(drafts: page.otherDrafts, actor: settings.actor, zoneOffset: settings.zoneOffset).entries)
    }
}
