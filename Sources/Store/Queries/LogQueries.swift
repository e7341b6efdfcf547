import Conversations
import GRDB

extension Store {
    /// The newest events first, at most `limit`; of one conversation when `key` names one.
    /// - Parameter before: the clock of the last event of the page before.
    package func log(of key: Digest? = nil, before: Int64 = .max, limit: Int = 200) throws(StoreError) -> [Event] {
        try read { database in
            guard let key else {
                return try Event.fetchAll(
                    database, where: "WHERE clock < ? ORDER BY clock DESC, device DESC LIMIT ?",
                    arguments: [before, limit])
            }
            guard let row = try ActTarget.row(database, key) else { return [] }
            return try Event.fetchAll(
                database,
                where: """
                    JOIN event_place ON event_place.event = event.id
                    WHERE event_place.conversation = ? AND clock < ? ORDER BY clock DESC LIMIT ?
                    """, arguments: [row, before, limit])
        }
    }
}
