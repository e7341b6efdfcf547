import Conversations
import Dashboard
import Screen

extension Voice {
    /// A whole conversation, entry by entry, and which of them is selected.
    package func thread(_ pane: ThreadPane) -> [SafeText] {
        guard let page = pane.page else { return [say("loading")] }
        let news = pane.marked
        let entries = page.rows.indices.flatMap { entry($0, of: page, news: news) }
        guard page.rows.count > 1, let index = pane.selectedIndex else { return title(page) + entries }
        return title(page) + entries + [say(Phrase("Selected: %1 of %2", index + 1, page.rows.count))]
    }

    /// The selected entry.
    func selected(_ pane: ThreadPane) -> [SafeText] {
        guard let page = pane.page, let index = pane.selectedIndex else { return [] }
        return entry(index, of: page, news: pane.marked)
    }

    private func title(_ page: ThreadPage) -> [SafeText] {
        let row = page.conversation
        var parts = [row.state.phrase, Phrase("channel %1", row.channel)]
        if let answering = row.claims.phrase(now: now) { parts.append(answering) }
        if !page.title.isEmpty { parts.append(quoted(page.title)) }
        if let assignee = row.assignee { parts.append(Phrase("assigned to %1", assignee)) }
        parts += row.labels.map { Phrase("label %1", $0) }
        parts.append(Phrase(one: "1 entry", other: "%1 entries", count: page.rows.count))
        let title = say(Phrase("Conversation: %1", list(parts)))
        guard page.omitted > 0 else { return [title] }
        let older = Phrase(
            one: "1 older message: k at the top loads it", other: "%1 older messages: k at the top loads more",
            count: page.omitted)
        return [title, say(older)]
    }

    /// Who, when and what, then the text in lines of its own.
    private func entry(_ index: Int, of page: ThreadPage, news: Set<Digest>) -> [SafeText] {
        let row = page.rows[index]
        var parts = [Phrase("%1 of %2", index + 1, page.rows.count)]
        if row.depth > 0 { parts.append(Phrase("level %1", row.depth + 1)) }
        if news.contains(row.id) { parts.append("unread") }
        let head = SafeText(list(parts + head(row)) + ":")
        let layout = ThreadLayout(columns: 1_000_000, zoneOffset: zoneOffset, now: now)
        return [head]
            + layout.lines(of: row, listsLinks: true).compactMap { line in
                switch line {
                case .head: nil
                case .text(let text): text
                case .remark(let phrase), .warning(let phrase): say(phrase)
                case .link(let number, let link): self.link(number, link)
                case .quote(let lines): say(.quotedLines(lines))
                case .fold(let inside): SafeText(list(inside.phrases.map(\.phrase)))
                }
            }
    }

    func link(_ number: Int, _ link: MessageLink) -> SafeText {
        let parts = [Phrase("link %1: %2", number, link.target.host), link.warning, Phrase("%1", link.target.address)]
        return SafeText(list(parts.compactMap(\.self)))
    }

    private func head(_ row: ThreadRow) -> [Phrase] {
        switch row.content {
        case .message(let message): head(message)
        case .note(let note): [Phrase("note by"), name(note.actor), time(note.time)]
        case .decision(let decision):
            [Phrase("decision %1", decision.decision.phrase), name(decision.actor), time(decision.time)]
        case .reply(let reply): [Phrase("reply by"), name(reply.actor), reply.state.phrase, time(reply.time)]
        }
    }

    private func head(_ message: MessageRow) -> [Phrase] {
        var parts = [name(message.author)]
        if message.isTeam { parts.append(Phrase("team")) }
        if message.isBot { parts.append(Phrase("bot")) }
        if message.isContext { parts.append(Phrase("before")) }
        parts += NameWarnings(author: message.author, looksLikeTeam: message.looksLikeTeam).phrases
        parts.append(time(message))
        if message.isEdited { parts.append(Phrase("edited")) }
        if let status = message.status?.phrase { parts.append(status) }
        if let decision = message.decision { parts.append(Phrase("decision %1", decision.phrase)) }
        if let likes = message.likes, likes > 0 { parts.append(Phrase(one: "1 like", other: "%1 likes", count: likes)) }
        return parts
    }

    private func time(_ message: MessageRow) -> Phrase {
        guard let moment = message.time else { return Phrase("time unknown") }
        guard message.zoneIsKnown else {
            return Phrase("%1, zone unknown", LocalTime(moment, zoneOffset: 0).text)
        }
        return time(moment)
    }
}
