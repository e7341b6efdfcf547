import Conversations
import GRDB

/// Figures of all conversations, counted along indexes: no row is looked at but those that time has opened again.
enum WholeFigures {
    static func read(_ database: Database, _ frame: ReportFrame) throws -> ReportFigures {
        var figures = ReportFigures()
        for row in try Row.fetchAll(database, literal: states(frame)) {
            if let state = ConversationState(rawValue: row[0]) { figures.states[state] = row[1] }
        }
        for row in try Row.fetchAll(database, literal: channels(frame)) where row[1] > 0 {
            figures.channels[row[0]] = row[1]
        }
        for row in try Row.fetchAll(database, literal: owed(frame)) {
            figures.owed[row[0]] = row[1]
            figures.answers.waiting += row[2]
        }
        figures.waitingSince = try SQLRequest<Int64>(literal: waits).fetchAll(database)
        figures.answers.begun = try SQLRequest<Int>(literal: begun(frame)).fetchOne(database) ?? 0
        figures.setTimes(try SQLRequest<Int64>(literal: times(frame)).fetchAll(database))
        try addDue(database, frame, to: &figures)
        return figures
    }

    /// What time has opened again counts as open.
    private static func addDue(_ database: Database, _ frame: ReportFrame, to figures: inout ReportFigures) throws {
        for row in try Row.fetchAll(database, literal: due(frame)) {
            if let state = ConversationState(rawValue: row["state"]), row["newest_time"] >= frame.since {
                figures.states[state, default: 0] -= 1
                figures.states[.open, default: 0] += 1
            }
            guard let since: Int64 = row["waiting_since"] else { continue }
            figures.owed[row["channel"], default: 0] += 1
            figures.waitingSince.append(since)
            guard (row["answered_at"] as Int64?) == nil, let asked: Int64 = row["asked_at"] else { continue }
            if asked >= frame.start, asked <= frame.now { figures.answers.waiting += 1 }
        }
    }

    static func states(_ frame: ReportFrame) -> SQL {
        let names = ConversationState.allCases.map { "('\($0.rawValue)')" }.joined(separator: ", ")
        return """
            WITH each_state (name) AS (VALUES \(sql: names))
            SELECT name, (
                SELECT count(*) FROM conversation INDEXED BY conversation_state
                WHERE state = each_state.name AND newest_time >= \(frame.since)
            ) FROM each_state
            """
    }

    static func channels(_ frame: ReportFrame) -> SQL {
        """
        SELECT id, (
            SELECT count(*) FROM conversation INDEXED BY conversation_channel
            WHERE conversation.channel = channel.id AND newest_time >= \(frame.since)
        ) FROM channel
        """
    }

    static func owed(_ frame: ReportFrame) -> SQL {
        """
        SELECT channel, count(*), coalesce(
            sum(answered_at IS NULL AND asked_at >= \(frame.start) AND asked_at <= \(frame.now)), 0)
        FROM conversation INDEXED BY conversation_owed WHERE is_todo = 1 AND waiting_since IS NOT NULL GROUP BY channel
        """
    }

    static let waits: SQL = """
        SELECT waiting_since FROM conversation INDEXED BY conversation_owed
        WHERE is_todo = 1 AND waiting_since IS NOT NULL
        """

    static func begun(_ frame: ReportFrame) -> SQL {
        """
        SELECT count(*) FROM conversation INDEXED BY conversation_asked
        WHERE asked_at IS NOT NULL AND asked_at >= \(frame.start) AND asked_at <= \(frame.now)
        """
    }

    static func times(_ frame: ReportFrame) -> SQL {
        """
        SELECT answered_at - asked_at FROM conversation INDEXED BY conversation_asked
        WHERE asked_at IS NOT NULL AND asked_at >= \(frame.start) AND asked_at <= \(frame.now)
        AND answered_at IS NOT NULL
        """
    }

    static func due(_ frame: ReportFrame) -> SQL {
        """
        SELECT state, newest_time, waiting_since, channel, asked_at, answered_at
        FROM conversation INDEXED BY conversation_until
        WHERE until IS NOT NULL AND until <= \(frame.now) AND state IN ('snoozed', 'held', 'community')
        """
    }
}

/// Figures of the conversations that a limit finds, row by row.
enum LimitedFigures {
    static func read(_ database: Database, _ chosen: SQL, _ frame: ReportFrame) throws -> ReportFigures {
        let rows = try Row.fetchCursor(
            database,
            literal: """
                SELECT state, until, channel, newest_time, waiting_since, is_todo, asked_at, answered_at
                FROM (\(chosen)) AS chosen CROSS JOIN conversation ON conversation.id = chosen.id
                """)
        var figures = ReportFigures()
        var times: [Int64] = []
        while let row = try rows.next() {
            let until = (row["until"] as Int64?).map(Moment.init(milliseconds:))
            let stored = ConversationState(rawValue: row["state"]) ?? .open
            let state = stored.effective(until: until, now: Moment(milliseconds: frame.now))
            let isDue = state != stored
            if row["newest_time"] >= frame.since {
                figures.states[state, default: 0] += 1
                figures.channels[row["channel"], default: 0] += 1
            }
            let waitingSince: Int64? = row["waiting_since"]
            let isOwed = waitingSince != nil && (isDue || row["is_todo"])
            if let waitingSince, isOwed {
                figures.owed[row["channel"], default: 0] += 1
                figures.waitingSince.append(waitingSince)
            }
            guard let asked: Int64 = row["asked_at"], asked >= frame.start, asked <= frame.now else { continue }
            figures.answers.begun += 1
            if let answered: Int64 = row["answered_at"] {
                times.append(answered - asked)
            } else if isOwed {
                figures.answers.waiting += 1
            }
        }
        figures.setTimes(times)
        return figures
    }
}

extension Row {
    fileprivate static func fetchAll(_ database: Database, literal: SQL) throws -> [Row] {
        try SQLRequest<Row>(literal: literal).fetchAll(database)
    }

    fileprivate static func fetchCursor(_ database: Database, literal: SQL) throws -> RowCursor {
        try SQLRequest<Row>(literal: literal).fetchCursor(database)
    }
}
