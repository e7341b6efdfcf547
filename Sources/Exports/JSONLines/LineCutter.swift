/// Cuts a source into lines. A line beyond the record limit is passed over without being held.
struct LineCutter {
    struct Line: Equatable {
        /// Range in `window.bytes` without the line's end, good until the next call; empty where `isOversized`.
        var range: Range<Int>
        var isOversized: Bool
        /// Counted from 1.
        var number: Int
        /// Offset of the first byte in the decoded content.
        var offset: Int

        var place: ExportPlace { ExportPlace(unit: .line, number: number, byteOffset: offset) }
    }

    private(set) var window: ByteWindow
    private var number = 0

    init(_ source: ByteSource) { window = ByteWindow(source) }

    func bytes(_ line: Line) -> ArraySlice<UInt8> { window.bytes[line.range] }

    /// The next line; nil at the end. LF ends a line, and a CR before it belongs to the end.
    mutating func next() throws(ExportError) -> Line? {
        guard try window.peek() != nil else { return nil }
        number += 1
        let offset = window.offset
        var start = window.position
        var isOversized = false
        while true {
            if let end = window.bytes[window.position...].firstIndex(of: 0x0A) {
                window.position = end + 1
                return line(start..<end, isOversized, offset)
            }
            window.position = window.bytes.count
            isOversized = isOversized || window.position - start > ByteWindow.recordLimit
            if isOversized { start = window.position }
            guard try window.refill(keepingFrom: start) else {
                return line(start..<window.position, isOversized, offset)
            }
            start = 0
        }
    }

    private func line(_ range: Range<Int>, _ wasOversized: Bool, _ offset: Int) -> Line {
        let isOversized = wasOversized || range.count > ByteWindow.recordLimit
        var range = isOversized ? range.lowerBound..<range.lowerBound : range
        if !range.isEmpty, window.bytes[range.upperBound - 1] == 0x0D {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return Line(range: range, isOversized: isOversized, number: number, offset: offset)
    }
}
