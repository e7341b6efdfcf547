import Screen

/// A word that Tab offers, and what it means.
package struct DescribedWord: Equatable, Sendable {
    package var text: String
    package var summary: Phrase?

    package init(_ text: String, _ summary: Phrase?) {
        self.text = text
        self.summary = summary
    }
}

extension CommandLine {
    /// The argument of a command that takes one of few words: what stands before it, and the words that begin as
    /// it does. nil: the line is none of these.
    static func words(_ line: String) -> (start: String, words: [DescribedWord])? {
        let start = "\(Command.layout.rawValue) "
        guard line.hasPrefix(start) else { return nil }
        let typed = line.dropFirst(start.count).drop { $0 == " " }
        let words = PaneArrangement.allCases.map { DescribedWord($0.rawValue, $0.summary) }
        return (start, words.filter { $0.text.hasPrefix(typed) })
    }
}

extension Dashboard {
    /// - Returns: whether the line was one of these.
    mutating func completeArgument(_ typed: String) -> Bool {
        guard let (start, words) = CommandLine.words(typed) else { return false }
        guard let common = words.map(\.text).commonPrefix else {
            prompt?.problem = "nothing begins so"
            return true
        }
        prompt?.editor = LineEditor(text: start + common)
        prompt?.words = words.count == 1 ? [] : words
        return true
    }
}
