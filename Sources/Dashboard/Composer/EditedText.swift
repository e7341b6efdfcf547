/// A text with everything readline's keys do to it: what the many-line and the one-line editor share.
struct EditedText: Equatable, Sendable {
    private(set) var buffer: TextBuffer
    private var history = UndoHistory()
    private var killed = ""
    private var last = Action.other

    /// What the last key did, since runs of the same belong together.
    private enum Action: Equatable, Sendable {
        case typing(blank: Bool)
        case erasing(Motion, blank: Bool)
        case killing
        case other
    }

    init(_ buffer: TextBuffer) {
        self.buffer = buffer
    }

    mutating func perform(_ command: EditCommand) {
        switch command {
        case .type(let character): type(character)
        case .paste(let text): insert(text)
        case .move(let motion): moveCursor(to: buffer.target(of: motion))
        case .erase(let motion): erase(motion)
        case .kill(let motion): kill(motion)
        case .yank: insert(killed)
        case .transpose: transpose()
        case .undo: undo()
        case .redo: redo()
        }
    }

    mutating func moveCursor(to offset: Int) {
        buffer.moveCursor(to: offset)
        last = .other
    }

    /// Inserts as a step of its own.
    mutating func insert(_ text: String) {
        last = .other
        guard !text.isEmpty else { return }
        history.record(buffer.replace(buffer.cursor..<buffer.cursor, with: text), joins: false)
    }

    /// Puts another text in its place, as a step of its own, with the cursor at its end.
    mutating func replaceAll(with text: String) {
        last = .other
        history.record(buffer.replace(0..<buffer.count, with: text), joins: false)
    }

    /// A step ends where a word begins, so that one undo takes a word and the blanks behind it.
    private mutating func type(_ character: Character) {
        let isBlank = character.isWhitespace
        let joins = last == .typing(blank: false) || (last == .typing(blank: true) && isBlank)
        history.record(buffer.replace(buffer.cursor..<buffer.cursor, with: String(character)), joins: joins)
        last = .typing(blank: isBlank)
    }

    private mutating func erase(_ motion: Motion) {
        let range = range(of: motion)
        guard !range.isEmpty else { return }
        let isBlank = buffer.characters[range].allSatisfy(\.isWhitespace)
        let joins = last == .erasing(motion, blank: isBlank)
        history.record(buffer.replace(range, with: ""), joins: joins)
        last = .erasing(motion, blank: isBlank)
    }

    private mutating func kill(_ motion: Motion) {
        let range = range(of: motion)
        defer { last = .killing }
        guard !range.isEmpty else { return }
        let text = String(buffer.characters[range])
        let goesBack = range.lowerBound < buffer.cursor
        if last != .killing {
            killed = text
        } else {
            killed = goesBack ? text + killed : killed + text
        }
        history.record(buffer.replace(range, with: ""), joins: false)
    }

    /// The characters before and behind the cursor change places; at a line's end, the two before it.
    private mutating func transpose() {
        last = .other
        let lineStart = buffer.target(of: .lineStart)
        let second = buffer.cursor == buffer.target(of: .lineEnd) ? buffer.cursor - 1 : buffer.cursor
        guard second > lineStart else { return }
        let swapped = String([buffer.characters[second], buffer.characters[second - 1]])
        history.record(buffer.replace((second - 1)..<(second + 1), with: swapped), joins: false)
    }

    private mutating func undo() {
        last = .other
        for change in history.undo() ?? [] { buffer.revert(change) }
    }

    private mutating func redo() {
        last = .other
        for change in history.redo() ?? [] { buffer.reapply(change) }
    }

    private func range(of motion: Motion) -> Range<Int> {
        let target = buffer.target(of: motion)
        return min(buffer.cursor, target)..<max(buffer.cursor, target)
    }
}
