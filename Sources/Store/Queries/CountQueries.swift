import Conversations
import GRDB

extension Store {
    /// Conversations by effective state; each count stops at `StateCounts.cap`.
    package func counts(now: Moment) throws(StoreError) -> StateCounts {
        try scan { database in
            var counts = StateCounts()
            let due = try dueCounts(database, now: now)
            for state in ConversationState.allCases {
                let stored = try capped(
                    database, "SELECT 1 FROM conversation WHERE state = ?", [state.rawValue])
                counts.byState[state] = max(0, stored - due[state, default: 0])
            }
            counts.byState[.open, default: 0] += due.values.reduce(0, +)
            counts.unanswered =
                try capped(
                    database, "SELECT 1 FROM conversation WHERE is_todo = 1 AND waiting_since IS NOT NULL")
                + capped(
                    database,
                    """
                    SELECT 1 FROM conversation WHERE until <= ? AND state IN ('snoozed', 'held', 'community')
                    AND waiting_since IS NOT NULL
                    """, [now.milliseconds])
            counts.outbox = try capped(database, "SELECT 1 FROM reply WHERE state = 'queued'")
            return counts
        }
    }

    private func dueCounts(_ database: Database, now: Moment) throws -> [ConversationState: Int] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT state, count(*) FROM (
                    SELECT state FROM conversation WHERE until <= ? AND state IN ('snoozed', 'held', 'community')
                    LIMIT \(StateCounts.cap)
                ) GROUP BY state
                """, arguments: [now.milliseconds])
        return rows.reduce(into: [:]) { counts, row in
            if let state = ConversationState(rawValue: row[0]) { counts[state] = row[1] }
        }
    }

    private func capped(_ database: Database, _ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM (\(sql) LIMIT \(StateCounts.cap))", arguments: arguments) ?? 0
    }
}
