import Conversations
import GRDB
import TestSupport
import Testing

@testable import Store

/// Every list is what looking at each conversation gives, in both orders, page by page in both directions.
@Suite struct QueryTests {
    private static let community = Result { try QueryCommunity() }

    private static let flags = QueryFlag.allCases.map { "is:\($0.word)" }
    private static let parts = QueryPart.allCases.map { "has:\($0.rawValue)" }

    private static let words: [String] = [
        "*", "is:todo or -is:todo", "rad", "felge", "\"neue Felge\"", "fel*", "frage 7", "mia", "nirgends",
        "/zum? rad/",
        "/felge$/", "/^frage 1[0-9] .*rad/",
    ]

    private static let names: [String] = [
        "channel:laden", "channel:GENERAL*", "channel:\"general chat\"", "channel:x", "platform:forum", "platform:d*",
        "from:mia", "from:@MIA", "from:jb", "from:jo*", "from:\"Jonas Blau\"", "from:chefin", "from:niemand", "to:mia",
        "to:team", "to:jb", "role:team", "role:bot", "role:owner", "role:member", "label:lieferung",
        "label:\"ärger neu\"", "label:lief*", "label:x", "assignee:jan", "assignee:JAN", "assignee:j*", "assignee:x",
        "priority:urgent", "priority:low", "priority:normal", "guideline:3", "guideline:1*", "decision:hidden",
        "decision:kept", "decision:removed", "lang:de", "lang:de-at", "lang:fr", "thread:rückruf", "thread:nichts",
        "batch:1", "batch:2", "batch:9",
    ]

    private static let times: [String] = [
        "before:2026-10-28", "before:2d", "after:2026-10-28", "after:yesterday", "since:2026-10-28", "since:today",
        "since:3d", "since:sunday", "waiting:>2d", "waiting:<2d", "waiting:>600m", "sent:2026-10-28", "sent:2026",
        "resolved:today", "resolved:2026", "resolved:..2026-10-30", "resolved:>1d",
        "resolved:<3d", "resolved:2d..1d", "resolved:1999",
        "sent:2026-10-26..2026-10-28", "sent:..2026-10-25", "sent:3d..2d", "sent:2d", "sent:yesterday..",
    ]

    private static let plain: [String] = [words, names, times, flags, parts].flatMap { $0 }

    private static let combined: [String] = [
        "rad from:mia", "rad or is:pending", "felge -mia", "rad (from:mia or from:jb)", "from:team felge",
        "to:mia danke", "role:team from:mia", "role:bot rad", "lang:de rad", "has:rating felge", "has:link rad",
        "auch from:mia sent:2026-10-28..", "is:open or is:snoozed", "is:new channel:laden rad", "-(rad from:mia)",
        "-rad -felge", "is:new -assignee:jan", "-assignee:jan", "-label:lieferung", "-has:rating", "-lang:de",
        "-is:unanswered", "-waiting:>2d", "-decision:hidden", "-thread:rückruf", "(is:mine or is:marked) since:6d",
        "(channel:laden or channel:hilfe) (priority:urgent or label:lieferung)", "is:unanswered is:open",
        "rad felge", "(rad or felge) -\"neue felge\" platform:forum", "/rad/ from:mia", "-/rad/ is:todo",
        "(is:pending or has:draft or has:reply or has:note)", "to:mia or to:jonas", "batch:2 rad", "\"or\" or rad",
        "role:member auch", "since:7d before:2d", "is:resolved or is:closed before:1d",
    ]

    /// nil: what is still to do.
    private static let sources: [String?] = {
        let negated = plain.map { "-(\($0))" }
        return [nil] + [plain, combined, negated].flatMap { $0 }.map(Optional.some)
    }()

    private static func query(_ source: String?, _ sort: InboxSort) throws -> InboxQuery {
        InboxQuery(
            limit: try source.map { try Query(parsing: $0) }, context: try community.get().context, sort: sort, count: 5
        )
    }

    /// The whole list in pages.
    private static func walk(_ query: InboxQuery, _ direction: PageDirection) throws -> [Digest] {
        let community = try community.get()
        var query = query
        query.direction = direction
        var found: [Digest] = []
        while true {
            let page = try community.temporary.store.inbox(query, now: community.now)
            found = direction == .older ? found + page.rows.map(\.id) : page.rows.map(\.id) + found
            guard page.hasMore, let last = direction == .older ? page.rows.last : page.rows.first else { return found }
            #expect(page.rows.count == query.count)
            query.from = last.key(in: query.sort)
        }
    }

    @Test(arguments: sources, InboxSort.allCases)
    func `a list is what looking at each conversation gives`(source: String?, sort: InboxSort) throws {
        let query = try Self.query(source, sort)
        let expected = NaiveFilter(community: try Self.community.get()).rows(query)
        #expect(try Self.walk(query, .older) == expected)
        #expect(try Self.walk(query, .newer) == expected)
    }

    @Test func `the community has something for nearly every query, and never all`() throws {
        let filter = NaiveFilter(community: try Self.community.get())
        let sources: [String] = Self.plain + Self.combined
        let barren = try sources.filter { source in
            let count = filter.rows(try Self.query(source, .newest)).count
            return count == 0 || (count == QueryCommunity.size && !["*", "is:todo or -is:todo"].contains(source))
        }
        let meant: [String] = [
            "sent:2026", "nirgends", "channel:x", "from:niemand", "label:x", "assignee:x", "decision:removed",
            "lang:fr",
            "thread:nichts", "batch:9", "role:team from:mia", "-rad -felge",
            "resolved:2d..1d", "resolved:1999",
        ]
        #expect(Set(barren).subtracting(meant) == [])
    }

    @Test func `what is looked for holds beside the limit, not in the same message`() throws {
        var query = try Self.query("from:mia", .newest)
        query.search = try Query(parsing: "from:team")
        let expected = NaiveFilter(community: try Self.community.get()).rows(query)
        #expect(!expected.isEmpty)
        #expect(try Self.walk(query, .older) == expected)
        #expect(try Self.walk(try Self.query("from:mia from:team", .newest), .older).isEmpty)
    }

    @Test func `a thread is found by the id of anything in it`() throws {
        let community = try Self.community.get()
        let query = try Self.query("thread:\(community.id(5).hex.prefix(12))", .newest)
        #expect(Set(try Self.walk(query, .older)) == Set([5, 17, 29, 41].map(community.id)))
        let alone = try Self.query("thread:\(community.id(6).hex.prefix(12))", .newest)
        #expect(try Self.walk(alone, .older) == [community.id(6)])
    }

    @Test func `common words are tested along the list as exactly as rare ones are collected`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing(
            (0..<(QueryCompiler.rareMatches + 300)).map { number in
                post("\(number)", by: number % 50 == 0 ? "Mia" : "Jonas", "rad \(number % 100)", minute: Int64(-number))
            })
        #expect(try temporary.inbox("rad").count == 200)
        #expect(try temporary.inbox("rad").map(\.newest.time) == (0..<200).map { Moment.noon.minutes(Int64(-$0)) })
        #expect(try temporary.inbox("rad from:mia").count == 46)
        #expect(try temporary.inbox("rad -from:mia since:1d").count == 200)
        #expect(try temporary.inbox("-rad").isEmpty)
    }

    @Test func `a pattern that takes too long is told and does not hold the list up`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", String(repeating: "a", count: 50_000) + "!"), post("2", "aaa", minute: 1),
            post("3", "b", minute: 2),
        ])
        let page = try temporary.store.inbox(
            InboxQuery(limit: try Query(parsing: "/(a+)+$/")), now: .noon)
        #expect(page.rows.map(\.id) == [digest("2")])
        #expect(page.regexLimitHits == 1)
        let rare = try temporary.store.inbox(InboxQuery(limit: try Query(parsing: "aaa /(a+)+$/")), now: .noon)
        #expect(rare.rows.map(\.id) == [digest("2")])
        #expect(rare.regexLimitHits == 0)
    }

    @Test(arguments: [
        "x'); DROP TABLE message; --", "\" OR 1=1", "a\" OR text : b", "NEAR(a b)", "author:", "%", "\u{0}", "?1",
        ":now",
        "'", "a*b", "^a",
    ])
    func `nothing that is typed is syntax to the store`(text: String) throws {
        let community = try Self.community.get()
        let value = QueryText(text + "q")
        for term in [
            QueryTerm.text(value), .from(value), .to(value), .channel(value), .platform(value), .label(value),
            .assignee(value), .guideline(value), .thread(value), .language(text),
            .text(QueryText(text + "q", isPrefix: true)),
        ] {
            let page = try community.temporary.store.inbox(InboxQuery(limit: Query(term)), now: community.now)
            #expect(page.rows.isEmpty)
        }
    }

    @Test func `values for completion are those of this store, by how they begin`() throws {
        let store = try Self.community.get().temporary.store
        #expect(try store.queryValues(.channel, beginning: "") == ["general chat", "hilfe", "laden"])
        #expect(try store.queryValues(.channel, beginning: "GEN") == ["general chat"])
        #expect(try store.queryValues(.platform, beginning: "") == ["discord", "forum"])
        #expect(try store.queryValues(.label, beginning: "") == ["lieferung", "Ärger neu"])
        #expect(try store.queryValues(.label, beginning: "ä") == ["Ärger neu"])
        #expect(try store.queryValues(.assignee, beginning: "") == ["anna", "jan"])
        #expect(try store.queryValues(.guideline, beginning: "") == ["1.2", "3"])
        #expect(try store.queryValues(.from, beginning: "j") == ["Jonas Blau", "jb"])
        #expect(try store.queryValues(.to, beginning: "@") == ["@mia"])
        #expect(try store.queryValues(.from, beginning: "", limit: 2).count == 2)
        #expect(try store.queryValues(.state, beginning: "").isEmpty)
    }
}
