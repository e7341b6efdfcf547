import Conversations
import GRDB
import TestSupport
import Testing

@testable import Store

/// Plain lists walk an index: SQLite's own plan says so.
@Suite struct QueryPlanTests {
    let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([post("1"), post("2", minute: 1)])
        _ = try temporary.store.perform(.assign("jan"), on: [digest("1")], now: .noon)
        _ = try temporary.store.perform(.label("neu", isOn: true), on: [digest("1")], now: .noon)
    }

    /// SQLite's plan of each walk.
    private func plans(_ source: String?, sort: InboxSort = .newest, from: Bool, _ direction: PageDirection) throws
        -> [String]
    {
        let key = Position(time: .noon, sequence: 3, digest: digest("1"))
        let query = InboxQuery(
            limit: try source.map { try Query(parsing: $0) }, sort: sort, from: from ? key : nil, direction: direction)
        return try temporary.store.scan { database -> [String] in
            let patterns = PatternRun()
            return try patterns.with(database) {
                let selection = try InboxSelection(database: database, query: query, now: .noon, patterns: patterns)
                return try selection.walks.map { walk in
                    let plan = SQLRequest<Row>(literal: "EXPLAIN QUERY PLAN \(walk)")
                    return try plan.fetchAll(database).map { $0["detail"] as String }.joined(separator: "\n")
                }
            }
        }
    }

    private static let walked: [(source: String?, sort: InboxSort, index: String)] = [
        ("*", .newest, "conversation_order"), ("is:new", .newest, "conversation_state"),
        ("is:resolved", .newest, "conversation_state"), ("is:snoozed", .newest, "conversation_state"),
        ("is:pending", .newest, "conversation_pending"), ("channel:laden", .newest, "conversation_channel"),
        ("platform:forum", .newest, "conversation_channel"), ("assignee:jan", .newest, "conversation_assignee"),
        ("label:neu", .newest, "conversation_labelled"), ("since:2026", .newest, "conversation_order"),
        ("before:2026 is:closed", .newest, "conversation_state"),
        ("channel:laden -is:closed /x/", .newest, "conversation_channel"),
        ("priority:high", .newest, "conversation_order"), ("is:unread", .newest, "conversation_order"),
        ("has:link", .newest, "conversation_order"), ("/x/", .newest, "conversation_order"),
        ("-fehlt", .newest, "conversation_order"), ("sent:2026", .newest, "conversation_order"),
        (nil, .newest, "conversation_todo"), ("is:open", .newest, "conversation_state"),
        ("is:unanswered", .newest, "conversation_waiting"), ("waiting:>2d", .newest, "conversation_waiting"),
        (nil, .waiting, "conversation_longest"), ("channel:laden", .waiting, "conversation_longest"),
        ("/x/ -is:pending", .waiting, "conversation_longest"),
    ]

    /// What time has opened again is the one walk that is sorted: a small one.
    @Test(arguments: walked, [PageDirection.older, .newer])
    func `newsboat#3223, alot#873: a list walks its index in order and sorts nothing`(
        list: (source: String?, sort: InboxSort, index: String), direction: PageDirection
    ) throws {
        for from in [false, true] {
            let plans = try plans(list.source, sort: list.sort, from: from, direction)
            let inOrder = plans.filter { !$0.contains("conversation USING INDEX conversation_until") }
            #expect(inOrder.count == 1 && plans.count <= 2, "\(plans)")
            for plan in inOrder {
                #expect(plan.contains("INDEX \(list.index)"), "\(plan)")
                #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
            }
        }
    }

    /// Else an import costs its messages times all decisions.
    @Test func `what a message is to the rules is asked of its own events, not of all decisions`() throws {
        let plan = try temporary.store.scan { database in
            try Row.fetchAll(
                database,
                sql: """
                    EXPLAIN QUERY PLAN SELECT \(Traits.expression) FROM message
                    LEFT JOIN account ON account.id = message.account
                    """
            ).map { $0["detail"] as String }
        }
        let events = plan.filter { $0.contains(" event ") }
        #expect(!events.isEmpty)
        for line in events { #expect(line.contains("event_subject"), "\(line)") }
    }

    private func plan(_ statement: String, _ count: Int) throws -> String {
        try temporary.store.read { database in
            let arguments = StatementArguments([Int](repeating: 1, count: count))
            return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + statement, arguments: arguments)
                .map { $0["detail"] as String }.joined(separator: "\n")
        }
    }

    @Test(arguments: [(ActTarget.newestShown, 3), (ActTarget.newestOfAll, 1)])
    func `the message that an act names is the first of a walk`(statement: String, count: Int) throws {
        let plan = try plan(statement, count)
        #expect(plan.contains("COVERING INDEX placement_order (conversation=?"), "\(plan)")
        // Only messages of the same place are sorted among each other.
        #expect(!plan.contains("TEMP B-TREE FOR ORDER BY"), "\(plan)")
    }

    @Test(arguments: [ActTarget.later, ActTarget.atTime])
    func `what was shown is counted from the near end`(statement: String) throws {
        let plan = try plan(statement, 3)
        #expect(plan.contains("COVERING INDEX placement_order (conversation=? AND "), "\(plan)")
    }

    @Test(arguments: [(Drafts.ofConversation, 1), (Drafts.earlierByHistory, 2)])
    func `drafts are found without walking the conversation`(statement: String, count: Int) throws {
        let plan = try plan(statement, count)
        #expect(plan.hasPrefix("SCAN draft"), "\(plan)")
        #expect(plan.contains("placement USING INTEGER PRIMARY KEY"), "\(plan)")
    }

    @Test func `alternatives are walked beside each other`() throws {
        let plans = try plans("is:closed or is:pending or assignee:jan", from: true, .older)
        #expect(plans.count == 3)
        #expect(!plans.contains { $0.contains("TEMP B-TREE") }, "\(plans)")
    }

    @Test func `rare words are collected first`() throws {
        let plans = try plans("hallo", from: false, .older)
        #expect(plans.count == 1)
        #expect(plans[0].contains("search VIRTUAL TABLE INDEX"), "\(plans)")
        #expect(!plans[0].contains("conversation_order"), "\(plans)")
    }
}
