import Screen

/// One line that is being written, for prompts: readline's keys, and up and down through what was typed before.
package struct LineEditor: Equatable, Sendable {
    /// What a prompt draws.
    package struct Window: Equatable, Sendable {
        /// At most as wide as the field.
        package var text: SafeText
        /// In the field.
        package var cursorColumn: Int
    }

    private var edited: EditedText
    /// Earlier lines, the latest last.
    private let history: [String]
    /// Which of them is shown; nil: the line that is being written.
    private var recalled: Int?
    /// The line that is being written while an earlier one is shown.
    private var draft = ""

    /// - Parameters:
    ///   - cursor: in characters, clamped; nil: at the end.
    ///   - history: earlier lines, the latest last.
    package init(text: String = "", cursor: Int? = nil, history: [String] = []) {
        edited = EditedText(TextBuffer(Self.oneLine(text), cursor: cursor))
        self.history = history.map(Self.oneLine)
    }

    /// What was written; never with a line break.
    package var text: String { edited.buffer.text }

    /// Where the cursor stands, in characters of `text`.
    package var cursor: Int { edited.buffer.cursor }

    /// Does what a key does. A key of the editor counts as handled even where it has nothing to do.
    /// - Returns: false for keys that are not the editor's: Enter, Tab, Esc, function keys.
    package mutating func press(_ key: Key) -> Bool {
        switch key {
        case .up, .control("p"): recall(older: true)
        case .down, .control("n"): recall(older: false)
        case .paste(let text): edited.perform(.paste(Self.oneLine(text)))
        case .character(let character) where Self.isBreak(character): return false
        default:
            guard let command = EditCommand(key) else { return false }
            edited.perform(command)
        }
        return true
    }

    /// Puts another text in its place, as a completion does; undo brings the old one back.
    package mutating func replaceAll(with text: String) {
        edited.replaceAll(with: Self.oneLine(text))
    }

    /// What fits into a field around the cursor. It moves by half a field, so that a screen reader need not
    /// follow every key.
    package func window(columns: Int) -> Window {
        let columns = max(1, columns)
        let line = GraphemeColumns(text)
        let cursorColumn = line.column(at: cursor)
        let step = max(1, columns / 2)
        let surplus = max(0, cursorColumn - columns + 1)
        let start = (surplus + step - 1) / step * step
        return Window(
            text: line.text.dropFirst(columns: start).prefix(columns: columns), cursorColumn: cursorColumn - start)
    }

    private mutating func recall(older: Bool) {
        if recalled == nil { draft = text }
        let current = recalled ?? history.count
        let next = older ? current - 1 : current + 1
        guard (0...history.count).contains(next), next != current else { return }
        recalled = next < history.count ? next : nil
        edited.replaceAll(with: next < history.count ? history[next] : draft)
    }

    /// Line breaks as blanks, each run as one; none at the ends, where copying leaves them.
    private static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isBreak) else { return text }
        return text.unicodeScalars.split(whereSeparator: isBreak).map { String($0) }.joined(separator: " ")
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r"
    }

    private static func isBreak(_ character: Character) -> Bool {
        character.unicodeScalars.contains(where: isBreak)
    }
}
