/// Cuts an mbox into mails, holding one mail at a time.
struct MboxCutter {
    /// Larger mails are passed over without being held: 32 MiB, more than mail servers take.
    static let mailLimit = 32 * 1024 * 1024

    struct Mail {
        var separator: MboxSeparator
        /// Range in `window.bytes` of header and body, good until the next call; empty where `isOversized`.
        var range: Range<Int>
        var isOversized: Bool
        /// Where the separator begins, which is the blank line before the From_ line where there is one.
        var place: ExportPlace
        var hasBlankLine: Bool
    }

    private struct Start {
        var separator: MboxSeparator
        var place: ExportPlace
        var hasBlankLine: Bool
    }

    private(set) var window: ByteWindow
    private var start: Start?
    /// Number of the line that `window.position` stands on, counted from 1.
    private var line = 1

    /// Throws `ExportError.malformed` where the source does not begin with a From_ line.
    init(_ source: ByteSource) throws(ExportError) {
        window = ByteWindow(source)
        while let byte = try window.peekPastBlanks(), byte != MboxSeparator.mark[0] { break }
        line = 1 + lineEnds(in: 0..<window.position)
        let place = ExportPlace(unit: .line, number: line, byteOffset: window.offset)
        guard let found = try separator(at: window.position, keeping: window.position, hasBlankLine: true) else {
            throw .malformed(place: place.description, reason: "no From_ line")
        }
        start = Start(separator: found, place: place, hasBlankLine: true)
    }

    func bytes(_ mail: Mail) -> ArraySlice<UInt8> { window.bytes[mail.range] }

    /// The next mail; nil at the end.
    mutating func next() throws(ExportError) -> Mail? {
        guard let current = start else { return nil }
        var isOversized = false
        var search = window.position + MboxSeparator.mark.count
        while true {
            if let lineStart = nextMark(from: search) {
                let isBlank = hasBlankLine(before: lineStart)
                let shift = lineStart - window.position
                let found = try separator(at: lineStart, keeping: window.position, hasBlankLine: isBlank)
                let here = window.position + shift
                if let found { return end(current, at: here, isOversized, next: found, hasBlankLine: isBlank) }
                search = here
                dropIfOversized(before: search, &isOversized)
                continue
            }
            search = max(search, window.bytes.count - MboxSeparator.mark.count)
            dropIfOversized(before: search, &isOversized)
            let shift = window.position
            guard try window.refill(keepingFrom: shift) else { return last(current, isOversized) }
            search -= shift
        }
    }
}

extension MboxCutter {
    /// Passes over what was searched of a mail beyond the limit; the last bytes tell a blank line.
    private mutating func dropIfOversized(before search: Int, _ isOversized: inout Bool) {
        isOversized = isOversized || search - window.position > Self.mailLimit
        if isOversized { pass(to: max(window.position, search - 4)) }
    }

    /// Start of the next line that begins with `From `, at or behind `index + 1`.
    private func nextMark(from index: Int) -> Int? {
        window.bytes.withUnsafeBytes { firstIndex(of: "\nFrom ", in: $0, from: index).map { $0 + 1 } }
    }

    private func hasBlankLine(before lineStart: Int) -> Bool {
        let before = window.bytes[window.position..<(lineStart - 1)].suffix(2)
        return before.last == 0x0A || (before.last == 0x0D && before.first == 0x0A)
    }

    /// Judges the line at `index`, which may shift by what is dropped before `start`.
    private mutating func separator(
        at index: Int, keeping start: Int, hasBlankLine: Bool
    ) throws(ExportError) -> MboxSeparator? {
        let ahead = MboxSeparator.limit + 1024
        var index = index
        var start = start
        while window.bytes.count - index < ahead {
            guard try window.refill(keepingFrom: start) else { break }
            index -= start
            start = 0
        }
        let lines = window.bytes[index...].prefix(ahead).split(
            separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
        let next = lines.count > 1 ? lines[1] : []
        // With nothing behind it, the file was cut here.
        let isCut = lines.count <= 2 && next.isEmpty
        guard hasBlankLine ? MboxSeparator.isFollowed(by: next) || isCut : MboxSeparator.isFollowed(byUsualField: next)
        else { return nil }
        return MboxSeparator(lines[0])
    }

    private mutating func end(
        _ current: Start, at index: Int, _ isOversized: Bool, next: MboxSeparator, hasBlankLine: Bool
    ) -> Mail {
        var mailEnd = index
        if hasBlankLine {
            mailEnd -= mailEnd >= 2 && window.bytes[mailEnd - 2] == 0x0D ? 2 : 1
        }
        let range = content(upTo: mailEnd, isOversized)
        let place = ExportPlace(
            unit: .line, number: line + lineEnds(in: window.position..<mailEnd), byteOffset: window.base + mailEnd)
        start = Start(separator: next, place: place, hasBlankLine: hasBlankLine)
        pass(to: index)
        return mail(current, range, isOversized)
    }

    private mutating func last(_ current: Start, _ isOversized: Bool) -> Mail {
        start = nil
        return mail(current, content(upTo: window.bytes.count, isOversized), isOversized)
    }

    private func mail(_ start: Start, _ range: Range<Int>, _ isOversized: Bool) -> Mail {
        Mail(
            separator: start.separator, range: range, isOversized: isOversized, place: start.place,
            hasBlankLine: start.hasBlankLine)
    }

    /// What stands behind the From_ line.
    private func content(upTo end: Int, _ isOversized: Bool) -> Range<Int> {
        guard !isOversized, let lineEnd = window.bytes[window.position..<end].firstIndex(of: 0x0A) else {
            return end..<end
        }
        return (lineEnd + 1)..<end
    }

    private mutating func pass(to index: Int) {
        line += lineEnds(in: window.position..<index)
        window.position = index
    }

    private func lineEnds(in range: Range<Int>) -> Int {
        window.bytes[range].withUnsafeBufferPointer { bytes in
            var count = 0
            for byte in bytes { count &+= byte == 0x0A ? 1 : 0 }
            return count
        }
    }
}
