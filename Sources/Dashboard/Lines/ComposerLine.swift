/// A line that is typed while a reply is written, where whole lines are the only input.
package enum ComposerLine: Equatable, Sendable {
    case text(String)
    /// A single dot ends the text and sends it, as in mail(1) and ed(1).
    case send
    case draft, edit, show
    /// Takes the last line away.
    case undo

    private static let words: [String: ComposerLine] = [
        ".": .send, ".draft": .draft, ".edit": .edit, ".show": .show, ".undo": .undo,
    ]

    /// One of the words above with a second dot before it is that word as text; every other line is text as it is,
    /// `...` among them.
    package init(_ line: String) {
        if let word = Self.words[line] {
            self = word
        } else if line.hasPrefix("."), Self.words[String(line.dropFirst())] != nil {
            self = .text(String(line.dropFirst()))
        } else {
            self = .text(line)
        }
    }
}
