/// A manual page in the making, in the macros of man(7). Everything that is not ASCII or could be taken for a
/// request is escaped, so that groff and mandoc render it alike.
struct Roff {
    private(set) var text = ""

    /// - Parameters:
    ///   - name: `lotse-import`.
    ///   - date: The day of the program, `2026-11-27`.
    init(name: String, section: Int, date: String) {
        let title = Self.escape(name.uppercased())
        text = ".TH \(title) \(section) \(date) \"lotse \(ProgramVersion.text)\" \"lotse\"\n"
    }

    mutating func section(_ title: String) {
        text += ".SH \(Self.escape(title.uppercased()))\n"
    }

    mutating func subsection(_ title: String) {
        text += ".SS \(Self.escape(title))\n"
    }

    /// The line that `apropos` reads.
    mutating func name(_ name: String, _ summary: String) {
        section("Name")
        text += Self.wrapped(Self.escape(name) + " \\- " + Self.escape(Self.withoutStop(summary))) + "\n"
    }

    mutating func paragraph(_ words: String) {
        separate()
        text += Self.prose(words)
    }

    /// A term with its explanation. Marked-up terms come from `bold` and `italic`.
    mutating func entry(_ term: String, _ words: String) {
        text += ".TP\n" + term + "\n" + Self.prose(words)
    }

    /// Lines that stay as they are.
    mutating func verbatim(_ lines: [String]) {
        separate()
        text += ".nf\n"
        for line in lines { text += Self.guarded(Self.escape(line)) + "\n" }
        text += ".fi\n"
    }

    /// One form of the command; `rest` is marked up already. Not `.HP`, which groff 1.23 calls deprecated.
    mutating func synopsis(_ command: String, _ rest: [String]) {
        separate()
        text += Self.wrapped(([Self.bold(command)] + rest).joined(separator: " ")) + "\n"
    }

    /// A new paragraph, unless a heading has begun one.
    private mutating func separate() {
        let last = text.split(separator: "\n").last ?? ""
        if !last.hasPrefix(".SH"), !last.hasPrefix(".SS") { text += ".PP\n" }
    }

    static func bold(_ words: String) -> String { "\\fB" + escape(words) + "\\fR" }
    static func italic(_ words: String) -> String { "\\fI" + escape(words) + "\\fR" }

    /// What one has to type stands between backticks and becomes bold; each sentence begins a line.
    private static func prose(_ words: String) -> String {
        let parts = words.split(separator: "`", omittingEmptySubsequences: false)
        let marked = parts.enumerated().map {
            $0.offset.isMultiple(of: 2) ? escape(String($0.element)) : bold(String($0.element))
        }
        return marked.joined().replacing(/([A-Za-z0-9\)]\.) (?=[A-Z\\])/) { $0.output.1 + "\n" }
            .split(separator: "\n").map { wrapped(String($0)) }.joined(separator: "\n") + "\n"
    }

    private static func escape(_ words: String) -> String {
        words.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\e"
            case "-": "\\-"
            case "'": "\\(aq"
            case "^": "\\(ha"
            case "~": "\\(ti"
            case "`": "\\(ga"
            default: scalar.isASCII ? String(scalar) : "\\[u\(hexadecimal(scalar))]"
            }
        }.joined()
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// A line that begins with a dot would be a request.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") ? "\\&" + line : line
    }

    /// Lines of the source, not of the page: mandoc asks for 80 bytes at most.
    private static func wrapped(_ words: String) -> String {
        var lines = [""]
        for word in words.split(separator: " ") {
            let last = lines.count - 1
            if lines[last].isEmpty {
                lines[last] = String(word)
            } else if lines[last].utf8.count + word.utf8.count < 78 {
                lines[last] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.map(guarded).joined(separator: "\n")
    }

    private static func withoutStop(_ words: String) -> String {
        words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}
