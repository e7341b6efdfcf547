import Conversations
import Foundation
import GRDB

extension Store {
    /// What was done, newest first: all that anybody of the team did, without openings and the switches of undo.
    /// - Parameters:
    ///   - before: clock of the last row of the page before.
    ///   - limit: at most 2000.
    package func history(before: Int64 = .max, limit: Int = 100) throws(StoreError) -> HistoryPage {
        let count = min(limit, 2000)
        return try read { database in
            let rows = try Row.fetchAll(
                database, sql: Self.historySQL, arguments: ["before": before, "count": count + 1])
            return HistoryPage(rows: rows.prefix(count).map(HistoryRow.init(row:)), hasMore: rows.count > count)
        }
    }

    private static let historySQL = """
        SELECT event.*, conversation.root,
            coalesce(first.author, (SELECT name FROM account WHERE account.digest = event.subject)) AS author, substr(revision.text, 1, 80) AS words,
            (SELECT count(*) FROM event AS other WHERE other.act = event.act AND other.kind = event.kind
                AND (event.kind <> 'person' OR other.field = event.field)) AS count,
            EXISTS (
                SELECT 1 FROM event AS told WHERE told.act = event.act AND told.kind NOT IN (\(undoable))
            ) AS is_final
        FROM event
        LEFT JOIN event_place ON event_place.event = event.id
        LEFT JOIN conversation ON conversation.id = event_place.conversation
        LEFT JOIN message AS first ON first.id = conversation.first
        LEFT JOIN placement ON placement.message = first.id
        LEFT JOIN revision ON revision.id = placement.revision
        WHERE event.clock < :before AND event.id = event.act
            AND event.kind NOT IN ('\(EventKind.undo.word)', '\(EventKind.redo.word)', '\(EventKind.opened.word)')
        ORDER BY event.clock DESC, event.device DESC LIMIT :count
        """
}

extension HistoryRow {
    fileprivate init(row: Row) {
        let word: String = row["kind"]
        let written: String = row["payload"]
        let payload = try? JSONDecoder().decode(EventPayload.self, from: Data(written.utf8))
        let isFinal: Bool = row["is_final"]
        self.init(
            id: row["act"], clock: row["clock"], actor: row["actor"],
            time: Moment(milliseconds: row["recorded_at"]),
            kind: payload == nil ? .unknown(word) : EventKind(word: word), payload: payload ?? EventPayload(),
            conversation: row["root"], author: row["author"] ?? "", excerpt: row["words"] ?? "", count: row["count"],
            isOn: row["is_on"], isUndoable: !isFinal)
    }
}
