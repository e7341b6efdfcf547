import Conversations
import Exports
import GRDB
import TestSupport
import Testing

@testable import Store

/// The figures of a report, against a community that was counted by hand.
@Suite struct ReportTests {
    let temporary: TemporaryStore
    private static let utc = ZoneSpans(fixed: 0)
    private static let day: Int64 = 1440

    /// Noon is a Sunday, 2026-11-01. Six conversations: 1 answered after 30 minutes, 2 after 2 days, 3 not at all, 4
    /// resolved without an answer, 5 of 40 days ago and not answered, 6 of another channel and not answered.
    init() throws {
        temporary = try TemporaryStore()
        let day = Self.day
        try temporary.importing([
            post("1", by: "Mia", minute: -3 * day), post("1a", by: "Team", minute: -3 * day + 30, parent: "1"),
            post("2", by: "Jo", minute: -5 * day), post("2a", by: "Team", minute: -3 * day, parent: "2"),
            post("2b", by: "Jo", minute: -2 * day, parent: "2"),
            post("3", by: "Ida", minute: -90), post("4", by: "Ben", minute: -120),
            post("5", by: "Lu", minute: -40 * day),
            post("6", by: "Kim", minute: -30, channel: "hafen"),
            post("7", by: "Bot", minute: -10, kind: .system),
        ])
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
        _ = try temporary.store.perform(.resolve(.noAction, reason: ""), on: [digest("4")], now: .noon)
    }

    private func report(
        _ period: ReportPeriod = .month, _ limit: String? = nil, zone: ZoneSpans = utc, now: Moment = .noon
    ) throws -> Report {
        let query = ReportQuery(period: period, limit: try limit.map { try Query(parsing: $0) })
        return try temporary.store.report(query, zone: zone, now: now)
    }

    @Test func `messages are counted by day, by community and team, and system messages are left out`() throws {
        let report = try report(.week)
        #expect(report.firstDay == CivilDate(year: 2026, month: 10, day: 26))
        #expect(report.volumes.days.map(\.community) == [0, 1, 0, 1, 1, 0, 3])
        #expect(report.volumes.days.map(\.team) == [0, 0, 0, 2, 0, 0, 0])
        #expect(report.volumes.others == 1)
        #expect(report.volumes.total == Volume(community: 6, team: 2))
    }

    @Test func `the hours of the week are those of the user's zone`() throws {
        let berlin = ZoneSpans(over: .noon.minutes(-60 * Self.day)...(.noon)) { moment in
            // Summer time ends on 2026-10-25 at 01:00 UTC.
            moment < Moment(seconds: 1_792_890_000) ? 7200 : 3600
        }
        let hours = try report(.all, zone: berlin).volumes.hours
        // Sunday: 10:30, 10:00 and 11:30 UTC are an hour later.
        #expect(hours[6][11] == 2 && hours[6][12] == 1)
        // 2026-09-22 is a Tuesday, 12:00 UTC was 14:00; 2026-10-27 is one too, 12:00 UTC was 13:00.
        #expect(hours[1][14] == 1 && hours[1][13] == 1)
        #expect(hours.flatMap(\.self).reduce(0, +) == 7)
    }

    @Test func `first answers are counted from the first message of the community`() throws {
        let answers = try report().answers
        #expect(answers.begun == 5 && answers.answered == 2 && answers.withinDay == 1)
        #expect(answers.waiting == 2 && answers.unanswered == 1)
        #expect(answers.median == Int64(1_800_000))
        #expect(answers.ninetieth == Int64(172_800_000))
    }

    @Test func `a reply that is sent here is an answer, until it is taken back`() throws {
        let reply = ReplyAct(message: digest("3"), text: "Ja", notBefore: .noon.minutes(1))
        _ = try temporary.store.perform(.send(reply), on: [digest("3")], now: .noon)
        let answers = try report(now: .noon.minutes(1)).answers
        #expect(answers.answered == 3 && answers.withinDay == 2 && answers.waiting == 1)
        _ = try temporary.store.undo(now: .noon.minutes(1))
        #expect(try report(now: .noon.minutes(1)).answers.answered == 2)
    }

    @Test func `what waits is told by how long it waits, however old it is`() throws {
        let report = try report(.week)
        #expect(report.waiting == 4)
        #expect(
            report.waits == [
                WaitFigure(from: nil, to: QueryDuration(1, .hours), count: 1),
                WaitFigure(from: QueryDuration(1, .hours), to: QueryDuration(4, .hours), count: 1),
                WaitFigure(from: QueryDuration(1, .days), to: QueryDuration(3, .days), count: 1),
                WaitFigure(from: QueryDuration(30, .days), to: nil, count: 1),
            ])
        #expect(report.longestSince == .noon.minutes(-40 * Self.day))
    }

    @Test func `channels have what is of the period and what waits in them`() throws {
        let channels = try report().channels
        #expect(channels.map(\.name) == ["laden", "hafen"])
        // The system message is a conversation too.
        #expect(channels.map(\.count) == [5, 1])
        #expect(channels.map(\.waiting) == [3, 1])
    }

    /// Both ways of counting, and the list itself.
    @Test(arguments: ReportPeriod.allCases)
    func `a limit that finds everything gives the same, and so does the list`(period: ReportPeriod) throws {
        _ = try temporary.store.perform(.snooze(until: .noon.minutes(5)), on: [digest("3")], now: .noon)
        for asked in [Moment.noon, .noon.minutes(10)] {
            let whole = try report(period, now: asked)
            var limited = try report(period, "*", now: asked)
            limited.query = whole.query
            #expect(limited == whole)
            let since = whole.query.since(now: asked).map { " since:\($0.word)" } ?? ""
            for figure in whole.states {
                #expect(try temporary.inbox("is:\(figure.state.rawValue)\(since)", now: asked).count == figure.count)
            }
            #expect(try temporary.inbox("is:unanswered", now: asked).count == whole.waiting)
        }
    }

    @Test func `what a clock ahead dates into the future is no question of the period, with a limit or without`() throws
    {
        try temporary.importing([
            post("8", by: "Ina", minute: 600), post("9", by: "Uwe", minute: 700, channel: "hafen"),
        ])
        _ = try temporary.store.perform(.snooze(until: .noon.minutes(5)), on: [digest("8")], now: .noon)
        let asked = Moment.noon.minutes(10)
        let whole = try report(.month, now: asked)
        let limited = try report(.month, "*", now: asked)
        #expect(whole.answers == limited.answers)
        #expect(whole.answers.begun == 5 && whole.answers.waiting == 2)
    }

    @Test func `a limit counts only what it finds`() throws {
        let report = try report(.month, "channel:hafen")
        #expect(report.volumes.total == Volume(community: 1, team: 0))
        #expect(report.answers.begun == 1 && report.waiting == 1)
        #expect(report.channels.map(\.name) == ["hafen"])
    }

    @Test func `messages of unknown time are counted, and on no day`() throws {
        let store = try TemporaryStore()
        var unknown = post("2", minute: -9)
        unknown.time = ExportedTime(milliseconds: nil, written: "", zoneIsKnown: false)
        try store.importing([post("1", minute: -10), unknown])
        let report = try store.store.report(ReportQuery(period: .week), zone: Self.utc, now: .noon)
        #expect(report.volumes.timeless == 1)
        #expect(report.volumes.total == Volume(community: 1, team: 0))
    }

    @Test func `an empty store has an empty report`() throws {
        let store = try TemporaryStore()
        for period in ReportPeriod.allCases {
            let report = try store.store.report(ReportQuery(period: period), zone: Self.utc, now: .noon)
            #expect(report.waiting == 0 && report.states.isEmpty && report.channels.isEmpty)
            #expect(report.volumes.days.count == period.days ?? 1)
        }
        #expect(try store.store.reportSpan() == nil)
    }

    @Test func `a store from before gains its times, and a replay gives the same`() throws {
        let reply = ReplyAct(message: digest("3"), text: "Ja", notBefore: .noon)
        _ = try temporary.store.perform(.send(reply), on: [digest("3")], now: .noon)
        let before = try temporary.store.rebuild(keep: false)
        #expect(before.before == before.after)
        try temporary.store.write { database in
            try database.execute(
                sql: """
                    DROP INDEX conversation_asked; DROP INDEX conversation_owed; DROP INDEX placement_time;
                    ALTER TABLE conversation DROP COLUMN asked_at; ALTER TABLE conversation DROP COLUMN answered_at;
                    DELETE FROM grdb_migrations WHERE identifier = '8'; PRAGMA user_version = 7;
                    """)
        }
        let store = try temporary.reopened()
        #expect(try store.rebuild(keep: false) == before)
        #expect(try store.report(ReportQuery(), zone: Self.utc, now: .noon).answers.answered == 3)
    }

    @Test func `figures are counted along indexes alone`() throws {
        let frame = ReportFrame(start: 1, since: 1, now: 2)
        let statements: [SQL] = [
            WholeFigures.states(frame), WholeFigures.channels(frame), WholeFigures.owed(frame), WholeFigures.waits,
            WholeFigures.begun(frame), WholeFigures.times(frame),
            VolumeCount.statement(from: 1, upTo: 2, in: nil),
        ]
        for statement in statements {
            let plan = try temporary.store.read { database in
                try SQLRequest<Row>(literal: "EXPLAIN QUERY PLAN \(statement)").fetchAll(database)
                    .map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains("USING COVERING INDEX") }, "\(plan)")
            let isWhole = plan.allSatisfy { line in
                !line.contains("TEMP B-TREE")
                    && (!line.contains("conversation") || line.contains("COVERING") || line.contains("SUBQUERY"))
            }
            #expect(isWhole, "\(plan)")
        }
    }
}
