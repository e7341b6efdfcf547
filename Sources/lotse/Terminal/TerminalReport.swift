import Runtime
import Screen
import Terminal

/// Prints verdicts as they come: a mark, a sentence, and the line that mends it.
struct TerminalReport {
    private let out: TextOutput
    private let catalogue: Catalogue
    private let isJSON: Bool
    private(set) var wrongCount = 0

    init(out: TextOutput, catalogue: Catalogue, isJSON: Bool) {
        self.out = out
        self.catalogue = catalogue
        self.isJSON = isJSON
    }

    /// - Throws: `OutputError`.
    mutating func add(_ verdicts: [TerminalVerdict]) throws(OutputError) {
        for verdict in verdicts { try add(verdict) }
    }

    private mutating func add(_ verdict: TerminalVerdict) throws(OutputError) {
        if verdict.grade == .wrong { wrongCount += 1 }
        if isJSON { return try out.json(object(verdict)) }
        let width = TerminalVerdict.Grade.marks.map { catalogue.say($0.mark).count }.max() ?? 0
        let mark = catalogue.say(verdict.grade.mark)
        let indent = String(repeating: " ", count: width + 2)
        var margin = mark + String(repeating: " ", count: width + 2 - mark.count)
        for line in Self.wrapped(catalogue.say(verdict.sentence), to: out.columns - indent.count) {
            try out.line(margin + line)
            margin = indent
        }
        if let remedy = verdict.remedy { try out.line(indent + catalogue.say(remedy.phrase)) }
    }

    /// Breaks our own words; on a pipe that has no width, at 80 columns all the same.
    private static func wrapped(_ text: String, to columns: Int) -> [String] {
        SafeText(text).wrapped(to: max(columns, 20)).map(\.plain)
    }

    private func object(_ verdict: TerminalVerdict) -> JSONLine {
        var line = JSONLine()
        line.add("check", .string(verdict.fact.subject))
        line.add("grade", .string(verdict.grade.rawValue))
        line.add("text", .string(catalogue.say(verdict.sentence)))
        line.add("set", ifThere: verdict.remedy.map { .string($0.line) })
        line.add("in", ifThere: verdict.remedy.map { .string($0.file ?? "shell") })
        return line
    }

    /// The last line. - Throws: `OutputError`.
    func close() throws(OutputError) {
        guard !isJSON else { return }
        let phrase =
            wrongCount == 0
            ? Phrase("Nothing is wrong with this terminal.")
            : Phrase(one: "1 thing is wrong.", other: "%1 things are wrong.", count: wrongCount)
        try out.line(catalogue.say(phrase))
    }
}

extension TerminalVerdict.Grade {
    fileprivate static let marks: [Self] = [.right, .wrong, .open]

    fileprivate var mark: Phrase {
        switch self {
        case .right: Phrase("good", context: "terminal")
        case .wrong: Phrase("wrong", context: "terminal")
        case .open: Phrase("open", context: "terminal")
        }
    }
}

extension TerminalVerdict.Remedy {
    fileprivate var phrase: Phrase {
        file.map { Phrase("in %1: %2", $0, line) } ?? Phrase("in the shell: %1", line)
    }
}
