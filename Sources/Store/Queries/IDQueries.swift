import Conversations
import Foundation
import GRDB

extension Store {
    /// Finds a message or a conversation by the shortest unique hexadecimal prefix of its digest.
    /// - Parameter prefix: eight digits or more.
    /// - Throws: `StoreError.noSuchID`, `StoreError.ambiguousID`.
    package func find(_ prefix: String) throws(StoreError) -> Digest {
        let digits = prefix.lowercased()
        guard digits.count >= 8, digits.count <= 32, digits.allSatisfy(\.isHexDigit) else {
            throw .noSuchID(prefix)
        }
        let found = try read { database in
            try candidates(database, digits)
        }
        guard let first = found.first else { throw .noSuchID(prefix) }
        guard found.count == 1 else { throw .ambiguousID(prefix, count: found.count) }
        return first
    }

    private func candidates(_ database: Database, _ digits: String) throws -> [Digest] {
        let low = Store.digest(digits.padding(toLength: 32, withPad: "0", startingAt: 0))
        let high = Store.digest(digits.padding(toLength: 32, withPad: "f", startingAt: 0))
        return try Digest.fetchAll(
            database,
            sql: """
                SELECT digest FROM message WHERE digest BETWEEN :low AND :high
                UNION SELECT root FROM conversation WHERE root BETWEEN :low AND :high
                UNION SELECT root FROM alias WHERE root BETWEEN :low AND :high
                LIMIT 10
                """, arguments: ["low": low, "high": high])
    }

    static func digest(_ digits: String) -> Digest {
        Digest(
            high: UInt64(digits.prefix(16), radix: 16) ?? 0, low: UInt64(digits.suffix(16), radix: 16) ?? 0)
    }
}
