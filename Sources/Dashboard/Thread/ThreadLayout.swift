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
    }

    /// Cells by which a row is indented.
    package func indent(of row: ThreadRow) -> Int {
        let step = columns >= 60 ? 2 : 1
        return min(row.depth, Self.maximumDepth) * step
    }

    package func lines(of row: ThreadRow) -> [Line] {
        let width = max(columns - indent(of: row) - 2, 8)
        switch row.content {
        case .message(let message): return [.head] + lines(of: message.text, width) + remarks(message)
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
