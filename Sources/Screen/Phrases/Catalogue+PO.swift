/// Why a `.po` file is not one; lines count from 1.
package enum CatalogueError: Error, Hashable, Sendable {
    /// The line is no keyword, string or comment.
    case unknownLine(Int)
    /// A string has no closing quote, something after it, or an escape that is none.
    case malformedString(line: Int)
    /// A string or `msgstr` stands where no `msgid` came before.
    case misplaced(line: Int)
    /// `msgstr[n]` does not follow the one before it, or has a number that is none.
    case badPluralIndex(line: Int)
    /// The entry has a `msgid` and no `msgstr`; the line is the one of its `msgid`.
    case untranslated(line: Int)
    /// The same `msgid` (with the same context) stood there already.
    case duplicate(line: Int)
}

extension Catalogue {
    /// Reads a gettext catalogue ("The Format of PO Files", GNU gettext manual). Fuzzy and empty translations
    /// and the header are left out.
    package init(po text: String, language: String) throws(CatalogueError) {
        var parser = POParser()
        // By scalars: a CRLF is one Character, which would hide the line's end.
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            try parser.read(POParser.trimmed(line), number: index + 1)
        }
        try parser.finish()
        self.init(language: language, entries: parser.entries)
    }
}

/// Reads line by line, holding the entry that is not finished yet.
private struct POParser {
    private enum Field {
        case context, id, plural
        case translation(Int)
    }

    private struct Draft {
        var context: String?
        var id: String?
        var line = 0
        var forms: [String] = []
        var isFuzzy = false
    }

    private(set) var entries: [Catalogue.Entry: [String]] = [:]
    private var draft = Draft()
    private var field: Field?
    private var seen: Set<Catalogue.Entry> = []

    static func trimmed(_ line: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let isBlank = { (scalar: Unicode.Scalar) in " \t\r\u{FEFF}".unicodeScalars.contains(scalar) }
        var line = line.drop(while: isBlank)
        while let last = line.last, isBlank(last) { line.removeLast() }
        return line
    }

    mutating func read(_ line: Substring.UnicodeScalarView, number: Int) throws(CatalogueError) {
        if line.isEmpty { return }
        if line.first == "#" {
            try readComment(String(line))
        } else if line.first == "\"" {
            guard let field else { throw .misplaced(line: number) }
            append(try Self.string(line, number: number), to: field)
        } else {
            try readKeyword(line, number: number)
        }
    }

    mutating func finish() throws(CatalogueError) {
        defer {
            draft = Draft()
            field = nil
        }
        guard let id = draft.id else {
            if draft.context != nil { throw .untranslated(line: draft.line) }
            return
        }
        guard !draft.forms.isEmpty else { throw .untranslated(line: draft.line) }
        let entry = Catalogue.Entry(context: draft.context, id: id)
        guard seen.insert(entry).inserted else { throw .duplicate(line: draft.line) }
        let isHeader = id.isEmpty && draft.context == nil
        if !isHeader, !draft.isFuzzy, draft.forms.contains(where: { !$0.isEmpty }) { entries[entry] = draft.forms }
    }

    private mutating func readComment(_ comment: String) throws(CatalogueError) {
        // Comments belong to the entry that follows them.
        if !draft.forms.isEmpty { try finish() }
        guard comment.hasPrefix("#,") else { return }
        let flags = comment.dropFirst(2).split { $0 == "," || $0 == " " || $0 == "\t" }
        if flags.contains("fuzzy") { draft.isFuzzy = true }
    }

    private mutating func readKeyword(_ line: Substring.UnicodeScalarView, number: Int) throws(CatalogueError) {
        guard let quote = line.firstIndex(of: "\"") else { throw .unknownLine(number) }
        let value = try Self.string(line[quote...], number: number)
        let keyword = String(Self.trimmed(line[..<quote]))
        switch keyword {
        case "msgctxt", "msgid": try begin(keyword, number: number)
        case "msgid_plural":
            guard draft.id != nil, draft.forms.isEmpty else { throw .misplaced(line: number) }
            field = .plural
        case "msgstr": try beginForm(0, number: number)
        default:
            guard keyword.hasPrefix("msgstr["), keyword.hasSuffix("]") else { throw .unknownLine(number) }
            guard let index = Int(keyword.dropFirst(7).dropLast()) else { throw .badPluralIndex(line: number) }
            try beginForm(index, number: number)
        }
        if let field { append(value, to: field) }
    }

    private mutating func begin(_ keyword: String, number: Int) throws(CatalogueError) {
        if !draft.forms.isEmpty { try finish() }
        guard draft.id == nil else { throw .untranslated(line: draft.line) }
        draft.line = number
        if keyword == "msgid" {
            draft.id = ""
            field = .id
        } else {
            guard draft.context == nil else { throw .misplaced(line: number) }
            draft.context = ""
            field = .context
        }
    }

    private mutating func beginForm(_ index: Int, number: Int) throws(CatalogueError) {
        guard draft.id != nil else { throw .misplaced(line: number) }
        guard index == draft.forms.count else { throw .badPluralIndex(line: number) }
        draft.forms.append("")
        field = .translation(index)
    }

    private mutating func append(_ value: String, to field: Field) {
        switch field {
        case .context: draft.context?.append(value)
        case .id: draft.id?.append(value)
        case .plural: break
        case .translation(let index): draft.forms[index].append(value)
        }
    }

    /// The value of a quoted string that fills the rest of a line.
    private static func string(
        _ quoted: Substring.UnicodeScalarView, number: Int
    ) throws(CatalogueError) -> String {
        var value = String.UnicodeScalarView()
        var scalars = quoted.dropFirst().makeIterator()
        while let scalar = scalars.next() {
            if scalar == "\"" {
                guard scalars.next() == nil else { break }
                return String(value)
            }
            guard scalar == "\\" else {
                value.append(scalar)
                continue
            }
            guard let escape = scalars.next(), let meaning = escapes[escape] else { break }
            value.append(meaning)
        }
        throw .malformedString(line: number)
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "n": "\n", "t": "\t", "r": "\r", "\"": "\"", "\\": "\\", "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "v": "\u{B}",
    ]
}
