import Conversations
import Foundation
import GRDB

extension Store {
    /// Finds a message or a conversation by the shortest unique hexadecimal prefix of its digest.
    /// - Parameter prefix: eight digits or more.
    /// - Throws: `StoreError.noSuchID`, `StoreError.ambiguousID`.
    package func find(_ prefix: String) throws(StoreError) -> Digest {
        guard let range = IDPrefix(prefix) else { throw .noSuchID(prefix) }
        let found = try read { database in
            try candidates(database, range)
        }
        guard let first = found.first else { throw .noSuchID(prefix) }
        guard found.count == 1 else { throw .ambiguousID(prefix, count: found.count) }
        return first
    }

    private func candidates(_ database: Database, _ range: IDPrefix) throws -> [Digest] {
        try Digest.fetchAll(
            database,
            sql: """
                SELECT digest FROM message WHERE digest BETWEEN :low AND :high
                UNION SELECT root FROM conversation WHERE root BETWEEN :low AND :high
                UNION SELECT root FROM alias WHERE root BETWEEN :low AND :high
                LIMIT 10
                """, arguments: ["low": range.low, "high": range.high])
    }
}

/// The beginning of a digest as people write it, and the digests that begin so.
struct IDPrefix {
    let low: Digest
    let high: Digest

    /// nil: it is not eight to 32 hexadecimal digits.
    init?(_ text: String) {
        let digits = text.lowercased()
        guard (8...32).contains(digits.utf8.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return nil
        }
        low = Self.digest(digits.padding(toLength: 32, withPad: "0", startingAt: 0))
        high = Self.digest(digits.padding(toLength: 32, withPad: "f", startingAt: 0))
    }

    private static func digest(_ digits: String) -> Digest {
        Digest(
            high: UInt64(digits.prefix(16), radix: 16) ?? 0, low: UInt64(digits.suffix(16), radix: 16) ?? 0)
    }
}
