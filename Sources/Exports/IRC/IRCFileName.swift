/// What the name of a log says: channel and day, as in `#hafen.2024-03-01`, `20240301` or `#hafen_2024_03_01`.
struct IRCFileName {
    private(set) var date: (year: Int64, month: Int64, day: Int64)?
    /// The name without the day, so that the logs of all days are of one channel.
    private(set) var channel: String

    init(_ stem: String) {
        channel = stem
        let characters = Array(stem)
        for start in characters.indices {
            if start > 0, characters[start - 1].isNumber { continue }
            guard let found = Self.date(characters[start...]) else { continue }
            date = (found.year, found.month, found.day)
            let before = Self.trimmed(String(characters[..<start]))
            let after = Self.trimmed(String(characters[(start + found.length)...]))
            let rest = [before, after].filter { !$0.isEmpty }.joined(separator: "-")
            channel = rest.isEmpty ? stem : rest
            return
        }
    }

    private static func date(
        _ text: ArraySlice<Character>
    ) -> (year: Int64, month: Int64, day: Int64, length: Int)? {
        var index = text.startIndex
        func number(_ digits: Int) -> Int64? {
            let part = text[index...].prefix(digits)
            guard part.count == digits, part.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            index += digits
            return Int64(String(part))
        }
        guard let year = number(4), (1988...2200).contains(year) else { return nil }
        let separator = index < text.endIndex && "-_.".contains(text[index]) ? text[index] : nil
        if separator != nil { index += 1 }
        guard let month = number(2) else { return nil }
        if let separator {
            guard index < text.endIndex, text[index] == separator else { return nil }
            index += 1
        }
        guard let day = number(2), index == text.endIndex || !text[index].isNumber,
            days(year: year, month: month, day: day) != nil
        else { return nil }
        return (year, month, day, index - text.startIndex)
    }

    private static func trimmed(_ part: String) -> String {
        let isEdge = { (character: Character) in "-_. ".contains(character) }
        var part = part[...].drop(while: isEdge)
        while let last = part.last, isEdge(last) { part.removeLast() }
        return String(part)
    }
}
