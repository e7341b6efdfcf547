import Conversations
import Exports
import GRDB

extension Store {
    /// Personal data that imports were told to keep, by message; messages without any are not in it. Whatever
    /// imports brought it, each detail is there once.
    package func personalDetails(of messages: [Digest]) throws(StoreError) -> [Digest: [PersonalDetail]] {
        try read { database in
            guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM personal)") == true else { return [:] }
            var details: [Digest: [PersonalDetail]] = [:]
            for message in messages {
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT DISTINCT kind, value FROM personal
                        WHERE message = (SELECT id FROM message WHERE digest = ?) ORDER BY kind, value
                        """, arguments: [message])
                let found = rows.compactMap { row in
                    PersonalDetail.Kind(rawValue: row[0]).flatMap { PersonalDetail($0, row[1]) }
                }
                if !found.isEmpty { details[message] = found }
            }
            return details
        }
    }
}
