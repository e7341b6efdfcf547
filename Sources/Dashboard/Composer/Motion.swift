/// Where a key moves to, or how far it deletes.
enum Motion: Equatable, Sendable {
    case characterLeft, characterRight
    /// A word is letters and digits, as readline's `backward-word` and `forward-word` have it.
    case wordLeft, wordRight
    /// A word is what stands between blanks: readline's `unix-word-rubout`.
    case blankWordLeft
    case lineStart, lineEnd
    /// At the line's end (start) already: over the line break, so that repeated kills join lines.
    case lineStartOrBreak, lineEndOrBreak
}

extension TextBuffer {
    /// The offset a motion leads to from the cursor.
    func target(of motion: Motion) -> Int {
        switch motion {
        case .characterLeft: max(0, cursor - 1)
        case .characterRight: min(count, cursor + 1)
        case .wordLeft: back(over: Self.isWord, from: back(over: { !Self.isWord($0) }, from: cursor))
        case .wordRight: forth(over: Self.isWord, from: forth(over: { !Self.isWord($0) }, from: cursor))
        case .blankWordLeft: back(over: { !$0.isWhitespace }, from: back(over: \.isWhitespace, from: cursor))
        case .lineStart: lineStart(at: cursor)
        case .lineEnd: lineEnd(at: cursor)
        case .lineStartOrBreak: orBreak(lineStart(at: cursor), max(0, cursor - 1))
        case .lineEndOrBreak: orBreak(lineEnd(at: cursor), min(count, cursor + 1))
        }
    }

    /// Where the line around an offset begins.
    func lineStart(at offset: Int) -> Int {
        back(over: { $0 != "\n" }, from: offset)
    }

    /// Where the line around an offset ends, before its line break.
    func lineEnd(at offset: Int) -> Int {
        forth(over: { $0 != "\n" }, from: offset)
    }

    private func orBreak(_ edge: Int, _ beyond: Int) -> Int {
        edge == cursor ? beyond : edge
    }

    private func back(over matches: (Character) -> Bool, from offset: Int) -> Int {
        var offset = offset
        while offset > 0, matches(characters[offset - 1]) { offset -= 1 }
        return offset
    }

    private func forth(over matches: (Character) -> Bool, from offset: Int) -> Int {
        var offset = offset
        while offset < count, matches(characters[offset]) { offset += 1 }
        return offset
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }
}
