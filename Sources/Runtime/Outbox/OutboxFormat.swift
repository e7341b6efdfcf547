import Conversations
import Foundation

/// How the outbox leaves the store. Each reply carries its id, so that `lotse outbox mark` finds it again.
nonisolated package enum OutboxFormat: String, CaseIterable, Sendable {
    case jsonl, csv, markdown

    /// What stands before the first reply.
    package var header: String {
        switch self {
        case .jsonl: ""
        case .csv:
            CSVRow.text(["id", "platform", "channel", "reply_to", "permalink", "author", "text", "by", "queued"])
        case .markdown: "# Replies\n"
        }
    }

    package func text(_ row: OutboxRow) -> String {
        switch self {
        case .jsonl: OutboxFormat.object(row).text + "\n"
        case .csv:
            CSVRow.text([
                row.id.hex, row.platform, row.channel, row.messageID ?? "", row.permalink, row.author, row.text,
                row.actor, row.queuedAt.iso8601,
            ])
        case .markdown: OutboxMarkdown.section(row)
        }
    }

    /// A reply as JSON, for `outbox list` and `outbox export`.
    package static func object(_ row: OutboxRow) -> JSONLine {
        var line = JSONLine()
        line.add("id", .string(row.id.hex))
        line.add("state", .string(row.state.rawValue))
        line.add("platform", .string(row.platform))
        line.add("channel", .string(row.channel))
        line.add("reply_to", .string(row.messageID))
        line.add("permalink", .string(row.permalink))
        line.add("author", .string(row.author))
        line.add("text", .string(row.text))
        line.add("by", .string(row.actor))
        line.add("queued", .string(row.queuedAt.iso8601))
        line.add("not_before", .string(row.notBefore.iso8601))
        return line
    }
}

/// CSV (RFC 4180) whose cells no spreadsheet takes for a formula (OWASP, "CSV Injection").
nonisolated package enum CSVRow {
    package static func text(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    static func cell(_ value: String) -> String {
        var text = isFormula(value) ? "'" + value : value
        text = String(String.UnicodeScalarView(text.unicodeScalars.map { isLineOrText($0) ? $0 : "\u{FFFD}" }))
        let needsQuotes = text.unicodeScalars.contains { "\",\r\n'".unicodeScalars.contains($0) || $0 == "\t" }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    private static func isFormula(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first else { return false }
        return "=+-@\t\r".unicodeScalars.contains(first)
    }

    /// A table has no escape for controls, so they are replaced; line ends and tabs belong to texts.
    private static func isLineOrText(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar.properties.isEmojiJoiner
            || !EscapedText.isUnsafe(scalar)
    }
}

extension Unicode.Scalar.Properties {
    /// The joiners and selectors of everyday emoji; a reply that is carried to its platform keeps them.
    nonisolated fileprivate var isEmojiJoiner: Bool {
        isJoinControl || isVariationSelector
    }
}

nonisolated enum OutboxMarkdown {
    /// One reply: what it answers, then its text as a block of code, which no character in it can leave.
    static func section(_ row: OutboxRow) -> String {
        let fence = fence(around: row.text)
        var lines = ["", "## " + [row.platform, row.channel, row.author].map(plain).joined(separator: " · "), ""]
        lines.append("- id: `\(row.id.hex)`")
        if let message = row.messageID { lines.append("- answers: \(plain(message))") }
        if !row.permalink.isEmpty { lines.append("- link: <\(plain(row.permalink))>") }
        lines.append("- by: \(plain(row.actor)), \(row.queuedAt.iso8601)")
        lines += ["", fence + "text"]
        lines += row.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            EscapedText.line(String($0)).replacing("\\\\", with: "\\")
        }
        lines += [fence, ""]
        return lines.joined(separator: "\n")
    }

    /// Longer than every run of backticks in the text (CommonMark 0.31, 4.5).
    private static func fence(around text: String) -> String {
        var longest = 2
        var run = 0
        for character in text.unicodeScalars {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: longest + 1)
    }

    /// Outside text in a line of Markdown: nothing in it is markup (CommonMark 0.31, 2.4).
    private static func plain(_ text: String) -> String {
        var out = ""
        for scalar in EscapedText.line(text).unicodeScalars {
            if "\\`*_{}[]()#+!|<>~".unicodeScalars.contains(scalar) { out += "\\" }
            out.unicodeScalars.append(scalar)
        }
        return out
    }
}
