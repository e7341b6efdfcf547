import Conversations
import Dashboard
import Screen

/// What a line changed, in lines: a pure function of the state before and after. Nothing is said that was said.
package struct Announcer: Sendable {
    package let voice: Voice

    package init(_ voice: Voice) {
        self.voice = voice
    }

    /// The first lines of a session.
    package func opening(_ dashboard: Dashboard) -> [SafeText] {
        [
            voice.say(
                Phrase(
                    "Store %1, line by line. Type a command; help lists them, quit ends.",
                    dashboard.settings.storeName)), voice.counts(dashboard),
        ] + status(dashboard, dashboard) + voice.here(dashboard)
    }

    /// What the last line did. Empty only while a reply is written.
    package func changes(from before: Dashboard, to after: Dashboard) -> [SafeText] {
        let lines =
            status(before, after) + limit(before, after) + reading(before, after) + thread(before, after)
            + row(before, after) + writing(before, after) + asking(before, after)
        guard lines.isEmpty, after.composer == nil else { return lines }
        let wasReading = before.sheet != nil || before.help != nil
        return wasReading ? voice.here(after) : [voice.say("nothing changed")]
    }

    /// What was done beside the lines: acts that had waited, an import that ended.
    package func status(_ before: Dashboard, _ after: Dashboard) -> [SafeText] {
        var lines: [SafeText] = []
        if let text = after.status.text {
            lines.append(after.status.tone == .error ? voice.say(Phrase("Problem: %1", text)) : voice.say(text))
        }
        if let until = after.status.takeBackUntil, until != before.status.takeBackUntil {
            let seconds = max(0, Int((until.milliseconds - voice.now.milliseconds + 999) / 1000))
            lines.append(
                voice.say(
                    Phrase(
                        one: "reply goes in 1 s; u takes it back", other: "reply goes in %1 s; u takes it back",
                        count: seconds)))
        }
        return lines
    }

    /// Somebody else is writing to the store, and the line is not obeyed before they have ended.
    package func waiting(_ count: Int) -> [SafeText] {
        [
            voice.say(
                Phrase(one: "1 act waits for the store", other: "%1 acts wait for the store", count: count))
        ]
    }

    private func limit(_ before: Dashboard, _ after: Dashboard) -> [SafeText] {
        guard before.inbox.limit != after.inbox.limit else { return [] }
        guard let limit = after.inbox.limit else { return [voice.say("the list has no limit any more")] }
        return [voice.say(Phrase("%1 %2", Phrase("limit:"), limit.source))]
    }

    private func reading(_ before: Dashboard, _ after: Dashboard) -> [SafeText] {
        if let help = after.help { return voice.help(help, after.settings.keymap) }
        guard let sheet = after.sheet, sheet != before.sheet else { return [] }
        let isSame = sheet.subject == before.sheet?.subject && sheet.entries == before.sheet?.entries
        return isSame ? voice.item(sheet) : voice.sheet(sheet)
    }
}

extension Announcer {
    /// A conversation that was opened is read whole, one in which somebody moves entry by entry.
    private func thread(_ before: Dashboard, _ after: Dashboard) -> [SafeText] {
        guard after.focus != .inbox, after.sheet == nil, let page = after.thread.page else { return [] }
        guard before.focus != .inbox, before.thread.page?.conversation.id == page.conversation.id else {
            return voice.thread(after.thread)
        }
        let loaded = (before.thread.page?.omitted ?? 0) - page.omitted
        let older =
            loaded > 0 ? [voice.say(Phrase(one: "1 older message", other: "%1 older messages", count: loaded))] : []
        let isMoved = before.thread.selectedID != after.thread.selectedID
        guard isMoved, after.composer == nil || before.prompt != nil else { return older }
        return older + voice.selected(after.thread)
    }

    private func row(_ before: Dashboard, _ after: Dashboard) -> [SafeText] {
        guard after.focus == .inbox, after.prompt == nil, after.sheet == nil, after.help == nil else { return [] }
        let isOther =
            before.focus != .inbox || before.inbox.selectedID != after.inbox.selectedID
            || before.inbox.limit != after.inbox.limit
        return isOther ? [voice.selected(after.inbox)] : []
    }

    private func writing(_ before: Dashboard, _ after: Dashboard) -> [SafeText] {
        guard let composer = after.composer else {
            guard let left = before.composer, after.status.text == nil else { return [] }
            return [voice.say(left.editor.isEmpty ? Phrase("nothing was written") : Phrase("the draft is kept"))]
        }
        guard composer.conversation == before.composer?.conversation, composer.message == before.composer?.message
        else { return voice.opening(composer) }
        return composer.editor.text == before.composer?.editor.text ? [] : voice.tooMany(composer)
    }

    /// A question is put once; only what is wrong with an answer is said to it again.
    private func asking(_ before: Dashboard, _ after: Dashboard) -> [SafeText] {
        guard let prompt = after.prompt else { return [] }
        return prompt.question == before.prompt?.question ? voice.problem(prompt) : voice.question(prompt)
    }
}
