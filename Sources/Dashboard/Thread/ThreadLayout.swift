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
    /// Of a text that is longer than this many bytes the rest is only counted where it is read out.
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
        /// Quoted lines that are not shown.
        case quote(lines: Int)
        /// What stands below a folded row.
        case fold(FoldedInside)
    }

    /// Cells by which a row is indented.
    package func indent(of row: ThreadRow) -> Int {
        let step = columns >= 60 ? 2 : 1
        return min(row.depth, Self.maximumDepth) * step
    }

    /// Links that are listed below a message; the others are for `:open-link` and its completion.
    static let linksListed = 9

    /// Cells that a line of a row's text may take.
    func textWidth(of row: ThreadRow) -> Int {
        max(columns - indent(of: row) - 2, 8)
    }

    /// What is said of a row below its head; nil: it has no text.
    func text(of row: ThreadRow) -> String? {
        switch row.content {
        case .message(let message): return message.text
        case .note(let note): return note.text
        case .reply(let reply): return reply.text
        case .decision(let decision):
            let words = [decision.guideline.isEmpty ? "" : "§ " + decision.guideline, decision.reason]
                .filter { !$0.isEmpty }.joined(separator: ": ")
            return words.isEmpty ? nil : words
        }
    }

    /// What stands below a row's text.
    /// - Parameter listsLinks: the links stand numbered below their message, as below the selected one.
    func remarks(of row: ThreadRow, listsLinks: Bool) -> [Line] {
        switch row.content {
        case .message(let message): remarks(message) + links(message.links, areListed: listsLinks)
        case .note, .reply: []
        case .decision(let decision):
            decision.isOutdated ? [.remark("the message was edited after this decision")] : []
        }
    }

    /// What to beware of in a row, which stands there whether or not it is folded.
    func warnings(of row: ThreadRow) -> [Line] {
        guard case .message(let message) = row.content else { return [] }
        return links(message.links, areListed: false)
    }

    /// All lines of a row, its text up to `textLimit` and its quotes in full: for whoever reads it out.
    package func lines(of row: ThreadRow, listsLinks: Bool = false) -> [Line] {
        let remarks = remarks(of: row, listsLinks: listsLinks)
        guard let text = text(of: row) else { return [.head] + remarks }
        let (shown, rest) = Self.limited(text)
        var lines = [.head] + Self.wrapped(shown, textWidth(of: row))
        if rest > 0 {
            lines.append(.remark(Phrase(one: "1 more byte", other: "%1 more bytes", count: rest)))
        }
        return lines + remarks
    }

    static func wrapped(_ text: String, _ width: Int) -> [Line] {
        SafeText.lines(of: text).flatMap { $0.isEmpty ? [$0] : $0.wrapped(to: width) }.map(Line.text)
    }

    /// What stands for the text of a folded row: its first words, and what is inside.
    func folded(_ text: String, inside: FoldedInside, width: Int) -> [Line] {
        let segments = TextSegments(text, foldsQuotesOver: columns)
        var next = segments.segment(at: 0)
        while let segment = next, segment.quotedLines != nil || segment.range.isEmpty {
            next = segments.segment(at: segment.next)
        }
        let words = next.map { SafeText(segments.string($0), maxColumns: width) } ?? SafeText()
        let isMore = next.flatMap { segments.segment(at: $0.next) } != nil
        let first = isMore && words.columns + 2 <= width ? words + SafeText(" …") : words
        return (first.isEmpty ? [] : [.text(first)]) + (inside.isEmpty ? [] : [.fold(inside)])
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
