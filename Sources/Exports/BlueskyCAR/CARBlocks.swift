/// Cuts a content addressable archive, version 1, into its blocks (ipld.io, 'CARv1').
struct CARBlocks {
    enum Section {
        /// Range in `window.bytes`, good until the next call.
        case block(ContentID, Range<Int>)
        case unusable(reason: String)
    }

    /// No block of a repository is larger; atproto.com ('Repository', limits) allows 1 MiB.
    static let blockLimit = 2 * 1024 * 1024

    private(set) var window: ByteWindow
    private(set) var roots: [ContentID] = []
    /// Where the last section began.
    private(set) var place = ExportPlace(unit: .item, number: -1, path: "blocks", byteOffset: 0)

    /// Reads the header.
    init(_ source: ByteSource) throws(ExportError) {
        window = ByteWindow(source)
        guard let length = try length(), length <= Self.blockLimit else {
            throw .malformed(place: "byte 0", reason: "no header of a content addressable archive")
        }
        try fill(length)
        var header = CBORRecord()
        let range = window.position..<(window.position + length)
        guard header.fault(parsing: window.bytes[range]) == nil,
            header.integer(header.value("version", of: header.root)) == 1
        else { throw .malformed(place: "byte 0", reason: "no header of a content addressable archive, version 1") }
        roots = header.elements(of: header.value("roots", of: header.root)).compactMap { header.link($0) }
        window.position += length
    }

    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { window.bytes[range] }

    /// The next section; nil at the end. A section that ends behind the file throws `ExportError.truncated`.
    mutating func next() throws(ExportError) -> Section? {
        place = ExportPlace(unit: .item, number: place.number + 1, path: "blocks", byteOffset: window.offset)
        guard let length = try length() else { return nil }
        guard length <= Self.blockLimit else {
            try pass(length)
            return .unusable(reason: "block larger than 2 MiB")
        }
        try fill(length)
        let range = window.position..<(window.position + length)
        window.position += length
        guard let id = ContentID.prefix(of: window.bytes[range]) else {
            return .unusable(reason: "no identifier before the block")
        }
        return .block(id, (range.lowerBound + id.bytes.count)..<range.upperBound)
    }

    /// The length of what follows; nil at the end.
    private mutating func length() throws(ExportError) -> Int? {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard let byte = try window.peek() else {
                if index == 0 { return nil }
                throw truncated()
            }
            window.position += 1
            value |= UInt64(byte & 0x7F) << UInt64(7 * index)
            if byte < 0x80 { return Int(value) }
        }
        throw .malformed(place: "byte \(place.byteOffset)", reason: "no length of a block")
    }

    private mutating func fill(_ count: Int) throws(ExportError) {
        while window.bytes.count - window.position < count {
            guard try window.refill(keepingFrom: window.position) else { throw truncated() }
        }
    }

    private mutating func pass(_ count: Int) throws(ExportError) {
        var left = count
        while left > 0 {
            guard try window.peek() != nil else { throw truncated() }
            let step = min(left, window.bytes.count - window.position)
            window.position += step
            left -= step
        }
    }

    private func truncated() -> ExportError { .truncated(place: "byte \(window.offset)") }
}
