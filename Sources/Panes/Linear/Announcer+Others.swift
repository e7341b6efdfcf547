import Conversations
import Dashboard
import Screen

extension Announcer {
    /// What others did to the store since the last line, as one line, if it can be seen here; the selected row when it is another one now.
    /// - Parameters:
    ///   - before: when the last line was asked for.
    ///   - obeyed: when the line was obeyed and the store not yet read again.
    package func others(from before: Dashboard, obeyed: Dashboard, to after: Dashboard) -> [SafeText] {
        let parts = listed(before, after, Self.own(before, obeyed)) + opened(before, after)
        let told = parts.isEmpty ? [] : [voice.say(Phrase("Meanwhile: %1", voice.list(parts)))]
        let isMoved = after.focus == .inbox && obeyed.inbox.selectedID != after.inbox.selectedID
        let status = after.status.text == obeyed.status.text ? [] : status(obeyed, after)
        return told + status + (isMoved ? [voice.selected(after.inbox)] : [])
    }

    /// The conversations that the line itself changed, as far as it can have acted on them.
    private static func own(_ before: Dashboard, _ obeyed: Dashboard) -> Set<Digest> {
        let old = rows(before.inbox, except: [])
        let new = rows(obeyed.inbox, except: [])
        let touched = [before.inbox.selectedID, before.thread.conversation, obeyed.inbox.selectedID]
        return Set(touched.compactMap(\.self).filter { old[$0] != new[$0] })
    }

    /// Of the rows that are loaded; two lists with other limits cannot be compared.
    private func listed(_ before: Dashboard, _ after: Dashboard, _ own: Set<Digest>) -> [Phrase] {
        guard before.inbox.limit == after.inbox.limit else { return [] }
        let old = Self.rows(before.inbox, except: own)
        let new = Self.rows(after.inbox, except: own)
        let added = new.keys.count { old[$0] == nil }
        let gone = old.keys.count { new[$0] == nil }
        let different = new.count { row in old[row.key].map { $0.unclaimed != row.value.unclaimed } ?? false }
        var parts = claimed(new, since: old)
        if added > 0 { parts.append(Phrase(one: "1 new in the list", other: "%1 new in the list", count: added)) }
        if gone > 0 { parts.append(Phrase(one: "1 gone from the list", other: "%1 gone from the list", count: gone)) }
        if different > 0 { parts.append(Phrase(one: "1 different", other: "%1 different", count: different)) }
        return parts
    }

    /// Who has begun to answer, and whom.
    private func claimed(_ new: [Digest: InboxRow], since old: [Digest: InboxRow]) -> [Phrase] {
        new.values.sorted { $0.newest > $1.newest }.compactMap { row in
            guard row.claims != old[row.id]?.claims, let phrase = row.claims.phrase(now: voice.now) else { return nil }
            return Phrase("%1: %2", voice.name(row.author), phrase)
        }
    }

    private static func rows(_ pane: InboxPane, except own: Set<Digest>) -> [Digest: InboxRow] {
        Dictionary(pane.rows.filter { !own.contains($0.id) }.map { ($0.id, $0) }) { $1 }
    }

    private func opened(_ before: Dashboard, _ after: Dashboard) -> [Phrase] {
        guard let old = before.thread.page, let new = after.thread.page, old.conversation.id == new.conversation.id
        else { return [] }
        let known = Set(old.rows.map(\.id))
        let me = after.settings.actor
        let added = new.rows.count { !known.contains($0.id) && !$0.isBy(me) }
        guard added > 0 else { return [] }
        return [
            Phrase(
                one: "1 new entry in the open conversation", other: "%1 new entries in the open conversation",
                count: added)
        ]
    }
}

extension ThreadRow {
    fileprivate func isBy(_ actor: String) -> Bool {
        switch content {
        case .message: false
        case .note(let note): note.actor == actor
        case .decision(let decision): decision.actor == actor
        case .reply(let reply): reply.actor == actor
        }
    }
}

extension InboxRow {
    /// As it is without those who answer it.
    fileprivate var unclaimed: InboxRow {
        var row = self
        row.claims = []
        return row
    }
}
