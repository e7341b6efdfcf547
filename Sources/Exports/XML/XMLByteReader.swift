/// Bytes of a supply one after the other, with the place of each.
struct XMLByteReader {
    private var chunk: ArraySlice<UInt8> = []
    private var index = 0
    private var base = 0
    private var lineStart = 0
    private var isFinished = false
    /// Line of the next byte, counted from 1.
    private(set) var line = 1

    /// Offset of the next byte in the supply, counted from 0.
    var offset: Int { base + index - chunk.startIndex }

    /// Line and column (in bytes, counted from 1) of the next byte.
    var place: String { "line \(line), column \(offset - lineStart + 1)" }

    mutating func peek(_ supply: inout some XMLByteSupply) throws(ExportError) -> UInt8? {
        guard index == chunk.endIndex else { return chunk[index] }
        return try refill(&supply) ? chunk[index] : nil
    }

    /// Passes the byte that `peek` has shown.
    mutating func advance() {
        let byte = chunk[index]
        index += 1
        if byte == UInt8(ascii: "\n") { beginLine() }
    }

    /// Passes bytes for as long as `isWanted` says so and hands each run that lies in one chunk to `take`.
    /// Returns the byte behind them, which is not passed; nil at the end.
    mutating func run(
        _ supply: inout some XMLByteSupply, while isWanted: (UInt8) -> Bool, take: (ArraySlice<UInt8>) -> Void
    ) throws(ExportError) -> UInt8? {
        while try peek(&supply) != nil {
            let start = index
            while index < chunk.endIndex, isWanted(chunk[index]) {
                index += 1
                if chunk[index - 1] == UInt8(ascii: "\n") { beginLine() }
            }
            if index > start { take(chunk[start..<index]) }
            if index < chunk.endIndex { return chunk[index] }
        }
        return nil
    }

    private mutating func beginLine() {
        line += 1
        lineStart = offset
    }

    private mutating func refill(_ supply: inout some XMLByteSupply) throws(ExportError) -> Bool {
        guard !isFinished else { return false }
        base = offset
        guard let next = try supply.nextChunk() else {
            isFinished = true
            chunk = []
            index = 0
            return false
        }
        chunk = next
        index = next.startIndex
        return true
    }
}
