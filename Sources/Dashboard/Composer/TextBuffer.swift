/// The characters of a text and the cursor between two of them.
///
/// The characters are always exactly the ones Swift finds in `text`: where an edit makes neighbours grow
/// together (a mark typed behind a letter, a flag cut in half), they are found anew around the edit.
struct TextBuffer: Equatable, Sendable {
    private(set) var characters: [Character]
    /// In characters, 0 ... count.
    private(set) var cursor: Int

    /// - Parameter cursor: in characters, clamped; nil: at the end.
    init(_ text: String, cursor: Int? = nil) {
        characters = Array(Self.withPlainLineBreaks(text))
        self.cursor = min(max(0, cursor ?? characters.count), characters.count)
    }

    var text: String { String(characters) }
    var count: Int { characters.count }

    /// CRLF and CR as LF, the one line break this type knows.
    static func withPlainLineBreaks(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var plain = String.UnicodeScalarView()
        var followsReturn = false
        for scalar in text.unicodeScalars {
            if !(followsReturn && scalar == "\n") { plain.append(scalar == "\r" ? "\n" : scalar) }
            followsReturn = scalar == "\r"
        }
        return String(plain)
    }

    /// Clamped to the text.
    mutating func moveCursor(to offset: Int) {
        cursor = min(max(0, offset), characters.count)
    }

    /// Replaces a range (clamped) and puts the cursor behind what was inserted.
    mutating func replace(_ range: Range<Int>, with text: String) -> TextChange {
        let range = range.clamped(to: 0..<characters.count)
        let lower = max(0, range.lowerBound - 1)
        let head = String(characters[lower..<range.lowerBound]) + Self.withPlainLineBreaks(text)
        let (upper, renewed) = segmented(head, upTo: range.upperBound)
        let change = TextChange(
            offset: lower, removed: String(characters[lower..<upper]), removedCount: upper - lower,
            inserted: String(renewed), insertedCount: renewed.count,
            cursorBefore: cursor, cursorAfter: lower + Self.count(of: renewed, covering: head.utf8.count))
        characters.replaceSubrange(lower..<upper, with: renewed)
        cursor = change.cursorAfter
        return change
    }

    mutating func revert(_ change: TextChange) {
        put(change.removed, at: change.offset, insteadOf: change.insertedCount, cursor: change.cursorBefore)
    }

    mutating func reapply(_ change: TextChange) {
        put(change.inserted, at: change.offset, insteadOf: change.removedCount, cursor: change.cursorAfter)
    }

    private mutating func put(_ text: String, at offset: Int, insteadOf count: Int, cursor: Int) {
        let range = (offset..<(offset + count)).clamped(to: 0..<characters.count)
        characters.replaceSubrange(range, with: Array(text))
        moveCursor(to: cursor)
    }

    /// The characters of `head` and of as many old ones behind it as it takes until both agree again on
    /// where a character ends. Boundaries depend on what is left of them and one scalar to the right (UAX #29,
    /// 3.1), so from there on the old ones hold; one is nearly always enough.
    private func segmented(_ head: String, upTo start: Int) -> (upper: Int, characters: [Character]) {
        var reach = 1
        while true {
            let upper = min(characters.count, start + reach)
            let tail = characters[start..<upper]
            let found = Array(head + String(tail))
            if upper == characters.count || found.last?.utf8.count == tail.last?.utf8.count {
                return (upper, found)
            }
            reach *= 4
        }
    }

    /// How many of the characters it takes to cover a number of bytes.
    private static func count(of characters: [Character], covering bytes: Int) -> Int {
        var covered = 0
        for (index, character) in characters.enumerated() {
            if covered >= bytes { return index }
            covered += character.utf8.count
        }
        return characters.count
    }
}

/// What an edit did, so that it can be undone and done again.
struct TextChange: Equatable, Sendable {
    /// Where the texts stand, in characters.
    var offset: Int
    var removed: String
    var removedCount: Int
    var inserted: String
    var insertedCount: Int
    var cursorBefore: Int
    var cursorAfter: Int

    /// About what it takes to keep it, in bytes.
    var weight: Int { removed.utf8.count + inserted.utf8.count + MemoryLayout<TextChange>.size }
}
