import Conversations
import GRDB

extension Store {
    /// How many conversations each query holds for; each count stops at `StateCounts.cap`. May take long and can be
    /// interrupted.
    package func counts(of queries: [InboxQuery], now: Moment) throws(StoreError) -> [Int] {
        try scan { database in
            try queries.map { try InboxSelection.count(database, $0, cap: StateCounts.cap, now: now) }
        }
    }

    /// The first conversations that a query finds, and whether there are more. May take long and can be interrupted.
    package func keys(
        of query: InboxQuery, limit: Int, now: Moment
    ) throws(StoreError) -> (found: [Digest], hasMore: Bool) {
        try scan { database in
            let roots = try InboxSelection.roots(database, query, limit: limit + 1, now: now)
            return (Array(roots.prefix(limit)), roots.count > limit)
        }
    }

    /// Conversations whose first message says the same as this one's, in any channel and by whomever: a wave of
    /// spam, one text posted under many. This one is among them. May take long and can be interrupted.
    package func keysAlike(_ key: Digest, limit: Int) throws(StoreError) -> (found: [Digest], hasMore: Bool) {
        try scan { database in
            guard let text = try AlikeMessages(database: database).firstText(key),
                let match = AlikeMessages.phrase(of: text)
            else {
                return ([], false)
            }
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT conversation.root, revision.text FROM search
                    JOIN placement ON placement.message = search.rowid
                    JOIN conversation ON conversation.id = placement.conversation
                        AND conversation.first = placement.message
                    JOIN revision ON revision.id = placement.revision
                    WHERE search MATCH ?
                    """, arguments: [match])
            let wanted = AlikeMessages.normalized(text)
            var found: [Digest] = []
            while found.count <= limit, let row = try rows.next() {
                if AlikeMessages.normalized(row[1]) == wanted { found.append(row[0]) }
            }
            return (Array(found.prefix(limit)), found.count > limit)
        }
    }
}
