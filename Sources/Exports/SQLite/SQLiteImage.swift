import CSQLite

/// The bytes of a database file in memory, to be opened without a file and without anything being written.
struct SQLiteImage {
    private static let mark = Array("SQLite format 3\0".utf8)
    private static let headerSize = 100
    /// Bytes of the header that say by which version of the format the file is written and read
    /// (https://www.sqlite.org/fileformat.html, 1.3): 1 rollback journal, 2 write-ahead log.
    private static let versions = [18, 19]

    private var bytes: [UInt8] = []

    /// The latest changes may stand in another file.
    var usesWriteAheadLog: Bool { Self.versions.contains { bytes[$0] == 2 } }

    static func isDatabase(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: mark) }

    /// Reads the whole source. Throws `ExportError.tooLarge` beyond `limit` bytes, and `.malformed`.
    init(_ source: inout ByteSource, limit: Int) throws(ExportError) {
        bytes.reserveCapacity(min(source.size ?? 0, limit))
        while let chunk = try source.nextChunk() {
            guard bytes.count + chunk.count <= limit else {
                throw .tooLarge(what: "bytes in the database", limit: limit)
            }
            bytes.append(contentsOf: chunk)
        }
        guard Self.isDatabase(bytes[...]), bytes.count >= Self.headerSize else {
            throw .malformed(place: "byte 0", reason: "no SQLite database")
        }
        try checkSize()
    }

    /// SQLite reads a page that is cut as if it ended in zeros (file format, 1.3.2 and 1.3.8).
    private func checkSize() throws(ExportError) {
        let written = Int(bytes[16]) << 8 | Int(bytes[17])
        let pageSize = written == 1 ? 65_536 : written
        guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else {
            throw .malformed(place: "byte 16", reason: "no size of a page")
        }
        let pages = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
        // The count is good only where the counter of changes was written with it.
        let isCounted = bytes[24..<28] == bytes[92..<96]
        guard bytes.count % pageSize == 0, !isCounted || pages * pageSize <= bytes.count else {
            throw .truncated(place: "byte \(bytes.count)")
        }
    }

    /// Throws `ExportError.malformed` where SQLite finds the database damaged.
    func open() throws(ExportError) -> SQLiteDatabase {
        let size = Int64(bytes.count)
        guard let memory = sqlite3_malloc64(UInt64(size)) else { throw .tooLarge(what: "memory", limit: bytes.count) }
        memory.copyMemory(from: bytes, byteCount: bytes.count)
        // A database in memory has no log beside it, and SQLite would refuse to look for one.
        if usesWriteAheadLog {
            for index in Self.versions { memory.storeBytes(of: 1, toByteOffset: index, as: UInt8.self) }
        }
        return try SQLiteDatabase(owning: memory, size: size)
    }
}
