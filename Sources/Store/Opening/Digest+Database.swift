import CSQLite
import Conversations
import Foundation
import GRDB

/// Digests stand in the store as 16 bytes, most significant first. There are several in each row of an import,
/// so they go there and back without a detour over generic collections.
extension Digest: DatabaseValueConvertible, StatementColumnConvertible {
    package var databaseValue: DatabaseValue {
        var halves = (high.bigEndian, low.bigEndian)
        return withUnsafeBytes(of: &halves) { Data($0) }.databaseValue
    }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Digest? {
        guard case .blob(let data) = value.storage else { return nil }
        return data.withUnsafeBytes { Digest(sixteen: $0) }
    }

    package init?(sqliteStatement: SQLiteStatement, index: CInt) {
        guard let bytes = sqlite3_column_blob(sqliteStatement, index) else { return nil }
        let count = Int(sqlite3_column_bytes(sqliteStatement, index))
        self.init(sixteen: UnsafeRawBufferPointer(start: bytes, count: count))
    }

    private init?(sixteen bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
}
