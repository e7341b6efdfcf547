import Conversations
import Screen

/// What the sheet about a message says: where it comes from, then what it is, then its wordings as they were
/// written.
struct MessageSheet {
    let facts: MessageFacts
    /// Seconds east of UTC.
    let zoneOffset: Int

    /// A wording that is longer is cut; `lotse show` has all of it. In characters.
    static let textLimit = 20_000

    var entries: [Sheet.Entry] {
        origins + [.blank] + message + [.blank] + revisions
    }

    private var origins: [Sheet.Entry] {
        guard !facts.origins.isEmpty else { return [.heading("Brought by no import")] }
        return facts.origins.flatMap { origin -> [Sheet.Entry] in
            [
                .heading(Phrase("Import %1, %2", String(origin.batch), text(origin.importedAt))),
                .quote("file", origin.path), .fact("format", Phrase("%1", origin.format)),
                .quote("place", origin.place), .fact("offset", Phrase("byte %1", origin.byteOffset)),
            ]
        }
    }

    private var message: [Sheet.Entry] {
        var entries: [Sheet.Entry] = [.heading("Message")]
        entries.append(.fact("id in lotse", Phrase("%1", facts.digest.hex)))
        entries += quote("id on platform", facts.key)
        entries.append(.quote("channel", "\(facts.platform): \(facts.channel)"))
        entries += quote("channel's id", facts.channelKey == facts.channel ? nil : facts.channelKey)
        entries += quote("thread", facts.threadTitle)
        entries += author + warnings
        entries.append(.fact("time", time))
        entries += quote("time as written", facts.written)
        entries += state
        entries += quote("link", facts.permalink)
        entries += facts.attachments.flatMap { quote("attachment", $0) }
        return entries
    }

    private var author: [Sheet.Entry] {
        var roles: [Phrase] = []
        if facts.isTeam { roles.append("team") }
        if facts.isOwner { roles.append("owns the place") }
        if facts.isBot { roles.append("bot") }
        return quote("author", facts.author) + quote("handle", facts.handle) + quote("account's id", facts.accountKey)
            + roles.map { .fact("role", $0) }
    }

    /// What lists and threads leave out or only hint at.
    private var warnings: [Sheet.Entry] {
        var entries: [Sheet.Entry] = []
        if RestrictionLevel.isMixed(inWordsOf: facts.author) { entries.append(.fact("scripts", "mixed in one word")) }
        entries += hidden("hidden in name", facts.author)
        entries += hidden("hidden in text", facts.revisions.first?.text ?? "")
        let links = MessageLink.links(text: facts.revisions.first?.text ?? "", markup: facts.revisions.first?.markup)
        return entries + links.compactMap(\.warning).map { .fact("beware", $0) }
    }

    private func hidden(_ name: Phrase, _ raw: String) -> [Sheet.Entry] {
        let count = SafeText(String(raw.prefix(Self.textLimit))).deceptiveCount
        guard count > 0 else { return [] }
        return [.fact(name, Phrase(one: "1 character", other: "%1 characters", count: count))]
    }

    private var time: Phrase {
        guard let time = facts.time else { return "time unknown" }
        guard facts.zoneIsKnown else {
            return Phrase("%1, zone unknown", LocalTime(time, zoneOffset: 0).text)
        }
        return Phrase("%1", text(time))
    }

    private var state: [Sheet.Entry] {
        var entries: [Sheet.Entry] = []
        if facts.kind != .message { entries.append(.fact("kind", Phrase("%1", facts.kind.rawValue))) }
        if facts.isPrivate { entries.append(.fact("private", "only to us")) }
        if let status = facts.status { entries.append(.fact("on platform", Phrase("%1", status.rawValue))) }
        if let likes = facts.likes { entries.append(.fact("likes", Phrase("%1", likes))) }
        if let shares = facts.shares { entries.append(.fact("shares", Phrase("%1", shares))) }
        if let rating = facts.rating { entries.append(.fact("rating", Phrase("%1", rating))) }
        return entries + quote("language", facts.language)
    }

    private var revisions: [Sheet.Entry] {
        facts.revisions.enumerated().flatMap { index, revision -> [Sheet.Entry] in
            [.heading(title(revision, isCurrent: index == 0)), .text(String(revision.text.prefix(Self.textLimit)))]
                + markup(revision)
        }
    }

    private func title(_ revision: RevisionFact, isCurrent: Bool) -> Phrase {
        let edited = revision.editedAt.map { Phrase("edited %1", text($0)) } ?? Phrase("never edited")
        if !isCurrent, let author = revision.author, author != facts.author {
            return author.isEmpty
                ? Phrase("Other text under the same id, author unknown (%1)", edited)
                : Phrase("Other text under the same id, by %1 (%2)", author, edited)
        }
        return isCurrent
            ? Phrase("Text as written, hidden characters named (%1)", edited) : Phrase("Earlier text (%1)", edited)
    }

    private func markup(_ revision: RevisionFact) -> [Sheet.Entry] {
        guard let markup = revision.markup else { return [.blank] }
        return [.blank, .heading("The platform's own markup"), .text(String(markup.prefix(Self.textLimit))), .blank]
    }

    private func quote(_ name: Phrase, _ value: String?) -> [Sheet.Entry] {
        guard let value, !value.isEmpty else { return [] }
        return [.quote(name, value)]
    }

    private func text(_ moment: Moment) -> String {
        LocalTime(moment, zoneOffset: zoneOffset).text
    }
}
