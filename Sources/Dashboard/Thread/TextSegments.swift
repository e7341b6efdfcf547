/// A text in the pieces that are laid out one by one: its lines, found by their bytes alone. However long the
/// text is, a step forward or back reads no more than the piece it comes to, and a quote that it passes over.
package struct TextSegments: Sendable {
    /// A piece of the text.
    package struct Segment: Equatable, Sendable {
        /// Bytes of the text, without the line's end.
        package var range: Range<Int>
        /// Where the next piece begins; nothing begins at the text's end.
        package var next: Int
        /// Lines of a quote that stand for one; nil: a line as it is, or a part of a very long one.
        package var quotedLines: Int?
    }

    package let text: String
    /// Quotes of more than a line, and such as are longer than this many bytes, are one piece; nil: none is.
    package let foldsQuotesOver: Int?

    /// Of a line that is longer, so many bytes are a piece.
    static let pieceLimit = 4096

    package init(_ text: String, foldsQuotesOver: Int? = nil) {
        self.text = text
        self.foldsQuotesOver = foldsQuotesOver
    }

    /// Bytes of the text.
    package var end: Int { text.utf8.count }

    /// The piece that begins here; nil: at the end. An empty text is one empty piece.
    package func segment(at offset: Int) -> Segment? {
        withBytes { bytes in
            guard offset < bytes.count || offset == 0 else { return nil }
            return bytes.quote(from: offset, foldsOver: foldsQuotesOver) ?? bytes.piece(at: offset)
        }
    }

    /// The piece that ends where this one begins; nil: at the beginning.
    package func segment(before offset: Int) -> Segment? {
        withBytes { bytes in
            guard offset > 0 || bytes.isEmpty else { return nil }
            guard !bytes.isEmpty else { return offset > 0 ? bytes.piece(at: 0) : nil }
            let start = bytes.lineStart(of: min(offset, bytes.count) - 1)
            let first = bytes.quoteStart(of: start)
            if let quote = bytes.quote(from: first, foldsOver: foldsQuotesOver), quote.next > start { return quote }
            return bytes.piece(from: start, holding: min(offset, bytes.count) - 1)
        }
    }

    /// The piece that holds a byte: where a place from another width or another fold is now.
    package func segment(holding offset: Int) -> Segment? {
        withBytes { bytes in
            guard !bytes.isEmpty else { return bytes.piece(at: 0) }
            let byte = min(max(offset, 0), bytes.count - 1)
            let start = bytes.lineStart(of: byte)
            let first = bytes.quoteStart(of: start)
            if let quote = bytes.quote(from: first, foldsOver: foldsQuotesOver), quote.next > byte { return quote }
            return bytes.piece(from: start, holding: byte)
        }
    }

    package func string(_ segment: Segment) -> String {
        withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[segment.range]), as: UTF8.self) }
    }

    private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // Strings that did not come through Foundation on a Mac are contiguous.
        text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The line or part of a line that begins at an offset.
    fileprivate func piece(at offset: Int) -> TextSegments.Segment {
        let limit = Swift.min(count, offset + TextSegments.pieceLimit)
        if let end = self[offset..<limit].firstIndex(of: 10) {
            return line(offset..<end)
        }
        if limit == count { return TextSegments.Segment(range: offset..<count, next: Swift.max(count, 1)) }
        if self[limit] == 10 { return line(offset..<limit) }
        let cut = cut(offset..<limit)
        return TextSegments.Segment(range: offset..<cut, next: cut)
    }

    /// A line that ends with LF or CRLF.
    private func line(_ range: Range<Int>) -> TextSegments.Segment {
        let isCRLF = !range.isEmpty && self[range.upperBound - 1] == 13
        return TextSegments.Segment(
            range: range.lowerBound..<(range.upperBound - (isCRLF ? 1 : 0)), next: range.upperBound + 1)
    }

    /// Behind the last blank of a part, else between two characters' bytes.
    private func cut(_ range: Range<Int>) -> Int {
        let half = range.lowerBound + TextSegments.pieceLimit / 2
        if let blank = self[half..<range.upperBound].lastIndex(of: 32) { return blank + 1 }
        return self[half...range.upperBound].lastIndex { $0 & 0xC0 != 0x80 } ?? range.upperBound
    }

    /// Where the line begins that holds a byte.
    fileprivate func lineStart(of byte: Int) -> Int {
        // A byte that ends a line belongs to it.
        self[..<byte].lastIndex(of: 10).map { $0 + 1 } ?? 0
    }

    /// The part of a line that holds a byte, counted from the line's beginning as `piece(at:)` does.
    fileprivate func piece(from start: Int, holding byte: Int) -> TextSegments.Segment {
        var piece = piece(at: start)
        while piece.next <= byte { piece = self.piece(at: piece.next) }
        return piece
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a line begins with `>`, after three blanks at most.
    private func isQuoted(_ start: Int) -> Bool {
        var byte = start
        while byte < count, byte < start + 3, self[byte] == 32 { byte += 1 }
        return byte < count && self[byte] == 0x3E
    }

    /// The beginning of the quote that a line belongs to, or of the line.
    fileprivate func quoteStart(of line: Int) -> Int {
        var start = line
        while start > 0, isQuoted(start) {
            let before = lineStart(of: start - 1)
            guard isQuoted(before) else { break }
            start = before
        }
        return start
    }

    /// The quote that begins with a line, if it is long enough to be folded.
    fileprivate func quote(from start: Int, foldsOver limit: Int?) -> TextSegments.Segment? {
        guard let limit, start < count, start == 0 || self[start - 1] == 10, isQuoted(start) else { return nil }
        var next = start
        var lines = 0
        while next < count, isQuoted(next) {
            lines += 1
            next = (self[next...].firstIndex(of: 10) ?? count) + 1
        }
        let end = Swift.min(next, count)
        guard lines > 1 || end - start > limit else { return nil }
        return TextSegments.Segment(range: start..<end, next: end, quotedLines: lines)
    }
}
