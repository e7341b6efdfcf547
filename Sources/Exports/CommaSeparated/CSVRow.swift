/// One row of a table: its cells without quotes, one after the other; used again for row after row.
struct CSVRow {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []
    /// The line on which it begins, counted from 1.
    var line = 1
    /// Offset of its first byte in the decoded content.
    var offset = 0

    var place: ExportPlace { ExportPlace(unit: .line, number: line, byteOffset: offset) }
    var count: Int { ends.count }
    /// No cell has anything in it.
    var isBlank: Bool { bytes.isEmpty }

    mutating func begin(line: Int, offset: Int) {
        bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 18)
        ends.removeAll(keepingCapacity: true)
        self.line = line
        self.offset = offset
    }

    /// The last byte of the cell that is open; nil: it is empty.
    var last: UInt8? { bytes.count > (ends.last ?? 0) ? bytes.last : nil }

    /// Whether the cell that is open holds exactly this.
    func isOpenCell(_ content: [UInt8]) -> Bool { bytes[(ends.last ?? 0)...].elementsEqual(content) }

    mutating func replaceLast(with byte: UInt8) { bytes[bytes.count - 1] = byte }

    mutating func append(_ part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func endCell() {
        // The columns are limited; what is beyond is only counted, one past the limit.
        if ends.count <= CSVRows.columnLimit { ends.append(bytes.count) }
    }

    /// Gives back what a record that is too large had collected.
    mutating func dropContent() {
        bytes = []
        ends = []
    }

    func cell(_ index: Int, repairs: inout Repairs) -> String {
        let start = index == 0 ? 0 : ends[index - 1]
        return bytes.withUnsafeBufferPointer {
            decodedText(UnsafeBufferPointer(rebasing: $0[start..<ends[index]]), repairs: &repairs)
        }
    }
}
