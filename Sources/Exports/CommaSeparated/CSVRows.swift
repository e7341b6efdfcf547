/// Cuts a source into rows and cells (RFC 4180), and forgives what tables in the wild do: lone CR or LF as row ends,
/// quotes inside cells that do not begin with one, text after a closing quote.
///
/// Written by hand because a row must be reported by the line on which it begins, and a quote that is never closed by
/// the line on which it opened; libcsv tells neither.
struct CSVRows {
    static let columnLimit = 1024

    enum Outcome: Equatable {
        case row
        case oversized
        case end
    }

    /// How a quote inside a quoted cell is written.
    enum Quoting {
        /// Twice (RFC 4180, 2.7).
        case doubled
        /// Twice, or after a backslash.
        case backslash
        /// Twice, or in cells that hold JSON as it is: then only a quote after `}` and before the cell's end closes.
        case bareJSON
    }

    private enum State {
        case cellStart, plain, quoted, quoteInQuoted, bareJSON, quoteInBareJSON
    }

    private(set) var window: ByteWindow
    private(set) var row = CSVRow()
    private let delimiter: UInt8
    private let quoting: Quoting
    private var line = 1
    private var quoteLine = 1
    private var state = State.cellStart
    private var followsCR = false
    private var isOversized = false

    init(_ source: ByteSource, delimiter: UInt8, quoting: Quoting = .doubled) {
        window = ByteWindow(source)
        self.delimiter = delimiter
        self.quoting = quoting
    }

    /// Reads the next row into `row`. Empty lines are passed over. Throws `ExportError.malformed` where a quote is
    /// never closed: it has swallowed every row after it.
    mutating func next() throws(ExportError) -> Outcome {
        try skipLineEnds()
        guard try window.peek() != nil else { return .end }
        row.begin(line: line, offset: window.offset)
        state = .cellStart
        isOversized = false
        while true {
            if scan() { break }
            guard try window.refill(keepingFrom: window.position) else {
                if state == .quoted || state == .bareJSON {
                    throw .malformed(place: "line \(quoteLine)", reason: "a quote opens here and is never closed")
                }
                row.endCell()
                break
            }
        }
        return isOversized ? .oversized : .row
    }

    private mutating func skipLineEnds() throws(ExportError) {
        while let byte = try window.peek(), byte == 0x0A || byte == 0x0D {
            countLineEnd(byte)
            window.position += 1
        }
        followsCR = false
    }

    private mutating func countLineEnd(_ byte: UInt8) {
        if byte == 0x0D || !followsCR { line += 1 }
        followsCR = byte == 0x0D
    }

    /// Goes on to the end of the row or of what is there; true: the row ended.
    private mutating func scan() -> Bool {
        let start = window.position
        var index = start
        var hasEnded = false
        window.bytes.withUnsafeBufferPointer { bytes in
            while index < bytes.count, !hasEnded { hasEnded = step(bytes, &index) }
        }
        window.position = index
        return hasEnded
    }

    private mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        if state == .quoted || state == .bareJSON {
            takeQuoted(bytes, &index)
            return false
        }
        let byte = bytes[index]
        if reopens(before: byte) { return false }
        if byte == UInt8(ascii: "\""), state != .plain {
            takeQuote()
            index += 1
            return false
        }
        if byte == delimiter {
            row.endCell()
            state = .cellStart
            index += 1
            return false
        }
        if byte == 0x0A || byte == 0x0D {
            row.endCell()
            countLineEnd(byte)
            index += 1
            return true
        }
        takePlain(bytes, &index)
        return false
    }

    /// A quote opens a cell, or was doubled and stands for itself.
    private mutating func takeQuote() {
        if state == .cellStart {
            quoteLine = line
        } else if !isOversized {
            row.append(UInt8(ascii: "\""))
        }
        state = .quoted
    }

    private mutating func takeQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == 0x0A || bytes[index] == 0x0D { countLineEnd(bytes[index]) } else { followsCR = false }
            index += 1
        }
        collect(bytes, start..<index)
        guard index < bytes.count else { return }
        followsCR = false
        index += 1
        if quoting == .backslash, row.last == UInt8(ascii: "\\"), !isOversized {
            row.replaceLast(with: UInt8(ascii: "\""))
        } else {
            state = state == .quoted ? .quoteInQuoted : .quoteInBareJSON
        }
    }

    /// A quote that did not close its cell, because JSON stands in it as it is. `byte` is what follows the quote.
    private mutating func reopens(before byte: UInt8) -> Bool {
        guard quoting == .bareJSON, !isOversized else { return false }
        let ends = byte == delimiter || byte == 0x0A || byte == 0x0D
        switch state {
        case .quoteInQuoted where !ends && byte != UInt8(ascii: "\"") && row.isOpenCell([UInt8(ascii: "{")]): break
        case .quoteInBareJSON where !ends || row.last != UInt8(ascii: "}"): break
        default: return false
        }
        row.append(UInt8(ascii: "\""))
        state = .bareJSON
        return true
    }

    private mutating func takePlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        let start = index
        state = .plain
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index += 1
        }
        collect(bytes, start..<index)
    }

    private mutating func collect(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if !isOversized, row.bytes.count + range.count > ByteWindow.recordLimit {
            isOversized = true
            row.dropContent()
        }
        if !isOversized { row.append(UnsafeBufferPointer(rebasing: bytes[range])) }
    }
}
