extension QueryNode {
    /// The plainest spelling; reading it gives the same tree.
    var printed: String { printed(in: .alternatives) }

    /// What stands around a node, from what binds least to what binds most.
    private enum Place: Int {
        case alternatives, group, operand
    }

    private func printed(in place: Place) -> String {
        switch self {
        case .everything: return "*"
        case .term(let term): return term.printed
        case .not(let node): return "-" + node.printed(in: .operand)
        case .and(let nodes):
            let text = nodes.map { $0.printed(in: .operand) }.joined(separator: " ")
            return place == .operand ? "(\(text))" : text
        case .or(let nodes):
            let text = nodes.map { $0.printed(in: .group) }.joined(separator: " or ")
            return place == .alternatives ? text : "(\(text))"
        }
    }
}

extension QueryTerm {
    /// As it is written in a query.
    package var printed: String {
        switch self {
        case .text(let text): text.printedAlone
        case .regex(let pattern): "/\(Self.escaped(pattern))/"
        default: field.map { "\($0.prefix.rawValue):\($0.value)" } ?? ""
        }
    }

    /// What stands before its colon; nil: it is a word or a pattern.
    package var prefix: QueryPrefix? { field?.prefix }

    private var field: (prefix: QueryPrefix, value: String)? {
        switch self {
        case .state(let flag): (.state, flag.word)
        case .channel(let text): (.channel, text.printedValue)
        case .platform(let text): (.platform, text.printedValue)
        case .label(let text): (.label, text.printedValue)
        case .assignee(let text): (.assignee, text.printedValue)
        case .guideline(let text): (.guideline, text.printedValue)
        case .thread(let text): (.thread, text.printedValue)
        case .from(let text): (.from, text.printedValue)
        case .to(let text): (.to, text.printedValue)
        case .person(let text): (.person, text.printedValue)
        case .language(let tag): (.language, QueryText(tag).printedValue)
        case .role(let role): (.role, role.rawValue)
        case .priority(let priority): (.priority, priority.word)
        case .decision(let decision): (.decision, decision.rawValue)
        case .has(let part): (.has, part.rawValue)
        case .before(let date): (.before, date.word)
        case .after(let date): (.after, date.word)
        case .since(let date): (.since, date.word)
        case .waiting(let wait): (.waiting, wait.word)
        case .resolved(let span): (.resolved, span.word)
        case .sent(let span): (.sent, span.word)
        case .batch(let number): (.batch, String(number))
        case .text, .regex: nil
        }
    }

    /// A pattern between slashes: those in it that are not escaped are.
    private static func escaped(_ pattern: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in pattern.unicodeScalars {
            if scalar == "/", !isEscaped { escaped.append("\\") }
            escaped.append(scalar)
            isEscaped = scalar == "\\" && !isEscaped
        }
        return String(escaped)
    }
}

extension QueryText {
    /// As a word of its own.
    fileprivate var printedAlone: String {
        let isPlain =
            isBareValue && text.unicodeScalars.first != "-" && text.unicodeScalars.first != "/"
            && !["and", "or", "not"].contains(text.lowercased())
            && !looksLikeField
        return (isPlain ? text : quoted) + (isPrefix ? "*" : "")
    }

    /// Behind a colon.
    package var printedValue: String {
        (isBareValue ? text : quoted) + (isPrefix ? "*" : "")
    }

    private var isBareValue: Bool {
        let scalars = text.unicodeScalars
        // `from://x` would be read as an address, which is a word.
        return !scalars.isEmpty && !text.hasPrefix("//") && scalars.first != "\"" && scalars.last != "*"
            && !scalars.contains { $0.properties.isWhitespace || $0 == "(" || $0 == ")" }
    }

    private var looksLikeField: Bool {
        let scalars = text.unicodeScalars
        let name = scalars.prefix { $0.isASCII && $0.properties.isAlphabetic }
        return !name.isEmpty && scalars.dropFirst(name.count).first == ":"
    }

    private var quoted: String {
        var quoted = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        return "\"" + String(quoted) + "\""
    }
}
