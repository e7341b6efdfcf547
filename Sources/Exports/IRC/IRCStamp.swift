/// The times that IRC programs write before a line: `[12:00:01]`, `12:00`, `2024-03-01 12:00:00<TAB>`,
/// `2024-03-01T12:00:00+0000`, `[2024-03-01 12:00:00]`, `[14 Jan 10:36]`, `Mar 01 12:00:00`.
enum IRCStamp {
    /// Stamp, its characters, and the line after it and one blank or tab. nil: the line begins otherwise.
    static func take(from line: Substring) -> (stamp: IRCLine.Stamp, written: Substring, rest: Substring)? {
        if line.utf8.first == UInt8(ascii: "[") {
            guard let end = line.utf8.prefix(40).firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let written = line[line.index(after: line.startIndex)..<end]
            guard let stamp = stamp(written) else { return nil }
            return (stamp, written, afterGap(line[line.index(after: end)...]))
        }
        for words in [1, 2, 3] {
            guard let end = end(ofWords: words, in: line) else { return nil }
            let written = line[..<end]
            if let stamp = stamp(written) { return (stamp, written, afterGap(line[end...])) }
        }
        return nil
    }

    private static func end(ofWords count: Int, in line: Substring) -> Substring.Index? {
        let head = line.utf8.prefix(48)
        var index = head.startIndex
        for word in 1...count {
            if word > 1 { index = head.index(after: index) }
            guard let end = head[index...].firstIndex(where: { $0 == 0x20 || $0 == 0x09 }), end > index else {
                return nil
            }
            index = end
        }
        return index
    }

    /// One blank or tab, and the second blank of Supybot; what follows may begin with a blank that means something.
    private static func afterGap(_ rest: Substring) -> Substring {
        guard let first = rest.utf8.first, first == 0x20 || first == 0x09 else { return rest }
        return rest[rest.utf8.index(after: rest.startIndex)...]
    }

    private static func stamp(_ written: Substring) -> IRCLine.Stamp? {
        if let clock = clock(written) { return .clock(clock) }
        if let time = isoTime(written) { return time }
        let words = written.split(separator: " ")
        guard words.count == 3, let clock = clock(words[2]) else { return nil }
        if let month = month(words[1]), let day = Int64(words[0]) {
            return .yearless(month: month, day: day, clock: clock)
        }
        guard let month = month(words[0]), let day = Int64(words[1]) else { return nil }
        return .yearless(month: month, day: day, clock: clock)
    }

    private static func isoTime(_ written: Substring) -> IRCLine.Stamp? {
        let bytes = written.utf8
        guard bytes.count >= 16, bytes.dropFirst(4).first == UInt8(ascii: "-"),
            let time = exportedTime(String(written), in: nil), let milliseconds = time.milliseconds
        else { return nil }
        return time.zoneIsKnown ? .utc(milliseconds) : .local(milliseconds)
    }

    /// `12:00` or `12:00:01`, as milliseconds since midnight.
    static func clock(_ written: Substring) -> Int64? {
        var text = "T" + written
        guard (5...8).contains(written.utf8.count) else { return nil }
        return text.withUTF8 { bytes in
            var scanner = TimeScanner(bytes: bytes)
            let clock = scanner.clock()
            return scanner.isAtEnd ? clock : nil
        }
    }

    /// `Jan` to `Dec`, also as Germans write them; nil: no month.
    static func month(_ word: Substring) -> Int64? {
        let name = word.lowercased()
        if let index = monthNames.firstIndex(of: name) { return Int64(index + 1) }
        return ["mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12][name]
    }

    private static let monthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
