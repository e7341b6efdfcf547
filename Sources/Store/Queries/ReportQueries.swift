import Conversations
import GRDB

extension Store {
    /// Figures for a period; may take long and can be interrupted. Without a limit it counts along indexes, with one
    /// it looks at each conversation that the limit finds.
    /// - Parameter zone: how clocks stood where the user is.
    package func report(_ query: ReportQuery, zone: ZoneSpans, now: Moment) throws(StoreError) -> Report {
        try scan { database in
            let patterns = PatternRun()
            return try patterns.with(database) {
                try ReportReader(database: database, query: query, zone: zone, now: now, patterns: patterns).report()
            }
        }
    }

    /// When the oldest and the newest message were written: what `ZoneSpans` must cover; nil: there is none.
    package func reportSpan() throws(StoreError) -> ClosedRange<Moment>? {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT (SELECT min(sort_time) FROM placement), (SELECT max(sort_time) FROM placement)
                    """)
            guard let first: Int64 = row?[0], let last: Int64 = row?[1] else { return nil }
            return Moment(milliseconds: first)...Moment(milliseconds: last)
        }
    }
}

/// Reads one report.
struct ReportReader {
    let database: Database
    let query: ReportQuery
    let zone: ZoneSpans
    let now: Moment
    let patterns: PatternRun

    func report() throws -> Report {
        let today = LocalTime(now, zoneOffset: zone.offset(at: now.milliseconds)).date
        let asked = query.period.firstDay(today: today)
        let start = asked.map { zone.midnight(of: $0.daysSinceEpoch).milliseconds } ?? .min
        let chosen = try query.limit.map(chosen)
        var volumes = VolumeCount(zone: zone, today: today.daysSinceEpoch)
        try volumes.read(database, from: start, upTo: now.milliseconds, in: chosen)
        let (counted, firstDay) = volumes.finish(firstDay: asked?.daysSinceEpoch)
        let since = query.since(now: now)?.span(now: now, zoneOffset: query.context.zoneOffset).start
        let frame = ReportFrame(start: start, since: since?.milliseconds ?? .min, now: now.milliseconds)
        let figures =
            try chosen.map { try LimitedFigures.read(database, $0, frame) } ?? WholeFigures.read(database, frame)
        return Report(
            query: query, firstDay: CivilDate(daysSinceEpoch: firstDay), volumes: counted, answers: figures.answers,
            states: ConversationState.allCases.compactMap { state in
                figures.states[state].flatMap { $0 > 0 ? StateFigure(state, $0) : nil }
            },
            channels: try channels(figures), waits: figures.waits(now: now),
            longestSince: figures.waitingSince.min().map(Moment.init(milliseconds:)))
    }

    /// Selects `id` of the conversations that a limit finds.
    private func chosen(_ limit: Query) throws -> SQL {
        let compiler = QueryCompiler(
            database: database, context: query.context, now: now, sort: .newest, patterns: patterns)
        let condition = try compiler.condition(limit.root.meaning)
        let branches = condition.branches ?? [.index("conversation_order", condition.test)]
        guard !branches.isEmpty else { return "SELECT id FROM conversation WHERE 0" }
        return branches.map { "SELECT conversation.id AS id FROM \($0.sql)" as SQL }.joined(separator: " UNION ")
    }

    private func channels(_ figures: ReportFigures) throws -> [ChannelFigure] {
        try Row.fetchAll(database, sql: "SELECT id, platform, name FROM channel ORDER BY platform, name, id")
            .map { row in
                let id: Int64 = row["id"]
                return ChannelFigure(
                    platform: row["platform"], name: row["name"], count: figures.channels[id, default: 0],
                    waiting: figures.owed[id, default: 0])
            }
            .filter { $0.count > 0 || $0.waiting > 0 }
            .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }
}

/// Where a report begins and ends, in milliseconds.
struct ReportFrame {
    /// Midnight of the first day.
    var start: Int64
    /// The same as a query says it, by the offset of today.
    var since: Int64
    var now: Int64
}

/// What a report says of conversations, as it is counted.
struct ReportFigures {
    var states: [ConversationState: Int] = [:]
    /// By row numbers of channels.
    var channels: [Int64: Int] = [:]
    var owed: [Int64: Int] = [:]
    /// Of all that need an answer, in milliseconds.
    var waitingSince: [Int64] = []
    var answers = FirstAnswers()

    /// Sets what the times until the first answers say.
    mutating func setTimes(_ times: [Int64]) {
        let sorted = times.sorted()
        answers.answered = sorted.count
        answers.withinDay = sorted.count { $0 <= 86_400_000 }
        guard !sorted.isEmpty else { return }
        // The nearest rank: the smallest of which so many are not longer.
        answers.median = sorted[(sorted.count + 1) / 2 - 1]
        answers.ninetieth = sorted[(sorted.count * 9 + 9) / 10 - 1]
    }

    /// As `waiting:>1h waiting:<4h` finds them.
    func waits(now: Moment) -> [WaitFigure] {
        let steps = WaitFigure.steps
        let edges = steps.map { now.advanced(seconds: -$0.seconds).milliseconds }
        var counts = [Int](repeating: 0, count: steps.count + 1)
        for since in waitingSince { counts[edges.firstIndex { since > $0 } ?? steps.count] += 1 }
        return counts.indices.compactMap { index in
            guard counts[index] > 0 else { return nil }
            return WaitFigure(
                from: index > 0 ? steps[index - 1] : nil, to: index < steps.count ? steps[index] : nil,
                count: counts[index])
        }
    }
}
