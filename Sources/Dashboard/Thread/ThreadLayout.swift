import Conversations
import Screen

/// How the rows of a thread become lines of a given width. Both moving and drawing count by it.
package struct ThreadLayout: Equatable, Sendable {
    /// Cells that a line may take.
    package var columns: Int
    package var zoneOffset: Int
    package var now: Moment

    package init(columns: Int, zoneOffset: Int, now: Moment) {
        self.columns = max(columns, 1)
        self.zoneOffset = zoneOffset
        self.now = now
    }

    /// Deeper answers are not indented further.
    static let maximumDepth = 8
    /// Of a text that is longer than this many characters the rest is only counted.
    static let textLimit = 60_000

    /// What a line of a row is.
    package enum Line: Equatable, Sendable {
        /// The row's head: who, when and what; the pane composes it.
        case head
        case text(SafeText)
        /// Something about the message that is not its text.
        case remark(Phrase)
        /// Something to beware of.
        case warning(Phrase)
        /// A link under its number, from 1 on.
        case link(Int, MessageLink)
    }

    /// Cells by which a row is indented.
    package func indent(of row: ThreadRow) -> Int {
        let step = columns >= 60 ? 2 : 1
        return min(row.depth, Self.maximumDepth) * step
    }

    /// Links that are listed below a message; the others are for `:open-link` and its completion.
    static let linksListed = 9

    /// - Parameter listsLinks: the links stand numbered below their message, as below the selected one.
    package func lines(of row: ThreadRow, listsLinks: Bool = false) -> [Line] {
        let width = max(columns - indent(of: row) - 2, 8)
        switch row.content {
        case .message(let message):
            return [.head] + lines(of: message.text, width) + remarks(message)
                + links(message.links, areListed: listsLinks)
        case .note(let note): return [.head] + lines(of: note.text, width)
        case .reply(let reply): return [.head] + lines(of: reply.text, width)
        case .decision(let decision):
            let words = [decision.guideline.isEmpty ? "" : "§ " + decision.guideline, decision.reason]
                .filter { !$0.isEmpty }.joined(separator: ": ")
            let outdated: [Line] = decision.isOutdated ? [.remark("the message was edited after this decision")] : []
            return [.head] + (words.isEmpty ? [] : lines(of: words, width)) + outdated
        }
    }

    private func lines(of text: String, _ width: Int) -> [Line] {
        let (shown, rest) = Self.limited(text)
        var lines = SafeText.lines(of: shown).flatMap { $0.isEmpty ? [$0] : $0.wrapped(to: width) }.map(Line.text)
        if rest > 0 {
            lines.append(.remark(Phrase(one: "1 more byte", other: "%1 more bytes", count: rest)))
        }
        return lines
    }

    private static func limited(_ text: String) -> (shown: String, rest: Int) {
        let bytes = text.utf8
        guard bytes.count > textLimit else { return (text, 0) }
        let end = bytes.index(bytes.startIndex, offsetBy: textLimit)
        return (String(decoding: bytes[..<end], as: UTF8.self), bytes.count - textLimit)
    }

    /// All links, or only a word of warning about those that show another host than they go to.
    private func links(_ links: [MessageLink], areListed: Bool) -> [Line] {
        let warnings = links.compactMap(\.warning).prefix(areListed ? 0 : 3).map(Line.warning)
        guard areListed else { return warnings }
        let rest = links.count - Self.linksListed
        let listed = links.prefix(Self.linksListed).enumerated().map { Line.link($0.offset + 1, $0.element) }
        guard rest > 0 else { return listed }
        return listed + [.remark(Phrase(one: "1 more link", other: "%1 more links", count: rest))]
    }

    private func remarks(_ message: MessageRow) -> [Line] {
        var lines: [Line] = message.attachments.prefix(5).map { .remark(Phrase("attachment: %1", $0)) }
        if message.attachments.count > 5 {
            lines.append(
                .remark(
                    Phrase(
                        one: "1 more attachment", other: "%1 more attachments", count: message.attachments.count - 5)))
        }
        if message.parentIsMissing {
            lines.append(.remark("answers a message that is not in the store"))
        }
        return lines
    }
}

extension MessageLink {
    /// What to beware of; nil: the link goes where it says.
    package var warning: Phrase? {
        shownHost.map { Phrase("the link says %1 and goes to %2", $0, target.host) }
    }
}
