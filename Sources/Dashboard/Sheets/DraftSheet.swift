import Conversations
import Screen

/// What the sheet about drafts says: those of others, newest first, then what was a draft once. Each can be taken over.
struct DraftSheet {
    let drafts: [Draft]
    /// Newest first.
    let earlier: [Draft]
    /// Who reads it.
    let actor: String
    /// Seconds east of UTC.
    let zoneOffset: Int

    init(_ page: ThreadPage, actor: String, zoneOffset: Int) {
        drafts = page.otherDrafts.reversed()
        earlier = page.earlierDrafts
        (self.actor, self.zoneOffset) = (actor, zoneOffset)
    }

    /// In the order of the sheet's items.
    var all: [Draft] { drafts + earlier }

    var entries: [Sheet.Entry] {
        let others = drafts.isEmpty ? [.line("nobody else has a draft here"), .blank] : drafts.flatMap(entries)
        return earlier.isEmpty ? others : others + [.heading("Earlier drafts")] + earlier.flatMap(entries)
    }

    private func entries(_ draft: Draft) -> [Sheet.Entry] {
        let time = LocalTime(draft.savedAt, zoneOffset: zoneOffset).text
        let isOwn = draft.actor == actor
        let heading =
            !isOwn
            ? Phrase("%1, %2", draft.actor, time)
            : draft.session.isEmpty ? Phrase("You, %1", time) : Phrase("You in another session, %1", time)
        return [.item(heading, isDim: false), .text(draft.text), .blank]
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

    /// - Parameter draft: what was selected; who wrote it may have gone on with it.
    mutating func refreshDraftSheet(selecting draft: Draft? = nil) {
        guard let drafts = shownDrafts else { return }
        let index =
            drafts.all.firstIndex { $0 == draft }
            ?? drafts.all.firstIndex { $0.actor == draft?.actor && $0.message == draft?.message }
        sheet?.show(drafts.entries, selecting: index, size: size)
    }

    /// The draft that is selected in the sheet.
    var selectedDraft: Draft? {
        guard let all = shownDrafts?.all, let selected = sheet?.selected, all.indices.contains(selected) else {
            return nil
        }
        return all[selected]
    }

    private var shownDrafts: DraftSheet? {
        guard let page = thread.page, sheet?.subject == .drafts(page.conversation.id) else { return nil }
        return DraftSheet(page, actor: settings.actor, zoneOffset: settings.zoneOffset)
    }

    /// A copy of the selected draft goes into the own composer. The other's stands, and what stood in the composer is
    /// kept as an earlier draft.
    mutating func takeOverDraft(now: Moment) -> [Effect] {
        guard let draft = selectedDraft else { return [] }
        sheet = nil
        var effects: [Effect] = []
        if composer?.message.digest != draft.message {
            guard let page = thread.page, let message = page.message(draft.message) else {
                status.fail(Refusal.unknownMessage.phrase)
                return []
            }
            effects += saveDraftNow()
            compose(page, to: message)
        }
        focus = .composer
        if let own = composer?.draft(by: settings.actor, now: now), own.text != draft.text {
            effects.append(.keepDraft(own))
        }
        composer?.editor.replaceAll(with: draft.text)
        status.say(
            draft.actor == settings.actor
                ? "this is your earlier text" : Phrase("this is a copy; the draft of %1 stands", draft.actor))
        return effects + saveDraftNow()
    }
}
