import Testing

@testable import Conversations

@Suite struct QueryParserTests {
    private static func text(_ text: String, isPrefix: Bool = false) -> QueryNode {
        .term(.text(QueryText(text, isPrefix: isPrefix)))
    }

    private static let open = QueryNode.term(.state(.state(.open)))
    private static let pending = QueryNode.term(.state(.pending))

    private static let trees: [(String, QueryNode)] = [
        ("", .everything), ("  \t", .everything), ("*", .everything),
        ("rad", text("rad")), ("lief*", text("lief", isPrefix: true)),
        ("\"neue Felge\"", text("neue Felge")), ("\"neue Fel\"*", text("neue Fel", isPrefix: true)),
        ("5\"", text("5\"")), ("\"a \\\"b\\\" \\\\ \\c\"", text("a \"b\" \\ \\c")),
        ("\"is:open\"", text("is:open")), ("12:30", text("12:30")),
        ("https://a.example/x", text("https://a.example/x")),
        ("\"or\"", text("or")), ("a-b", text("a-b")),
        ("is:open", open), ("IS:Open", open),
        ("rad is:open", .and([text("rad"), open])), ("rad AND is:open", .and([text("rad"), open])),
        ("a or b", .or([text("a"), text("b")])), ("a b or c", .or([.and([text("a"), text("b")]), text("c")])),
        ("a or b c", .or([text("a"), .and([text("b"), text("c")])])),
        ("a (b or c)", .and([text("a"), .or([text("b"), text("c")])])),
        ("not a b", .and([.not(text("a")), text("b")])), ("-a b", .and([.not(text("a")), text("b")])),
        ("-(a b)", .not(.and([text("a"), text("b")]))), ("not not a", .not(.not(text("a")))),
        ("--a", .not(.not(text("a")))), ("not a or b", .or([.not(text("a")), text("b")])),
        ("a(b)c", .and([text("a"), text("b"), text("c")])), ("((a) (b c))", .and([text("a"), text("b"), text("c")])),
        ("is:open or is:pending or a", .or([open, pending, text("a")])),
        ("/a\\/b \\d+/", .term(.regex("a/b \\d+"))), ("-/x/", .not(.term(.regex("x")))),
    ]

    @Test(arguments: trees)
    func `not binds more than and, and more than or`(source: String, root: QueryNode) throws {
        let query = try Query(parsing: source)
        #expect(query.root == root)
        #expect(query.source == source)
    }

    private static let day = CivilDate(year: 2026, month: 1, day: 31)

    private static let terms: [(String, QueryTerm)] = [
        ("channel:hilfe", .channel(QueryText("hilfe"))),
        ("channel:\"general chat\"", .channel(QueryText("general chat"))),
        ("channel:gen*", .channel(QueryText("gen", isPrefix: true))),
        ("platform:discord", .platform(QueryText("discord"))),
        ("from:\"Mia M\"", .from(QueryText("Mia M"))), ("to:@laden", .to(QueryText("@laden"))),
        ("role:team", .role(.team)), ("role:advocate", .role(.advocate)),
        ("person:\"Anna Beispiel\"", .person(QueryText("Anna Beispiel"))),
        ("label:\"neu und alt\"", .label(QueryText("neu und alt"))),
        ("assignee:jan", .assignee(QueryText("jan"))), ("priority:urgent", .priority(.urgent)),
        ("guideline:3.1", .guideline(QueryText("3.1"))), ("decision:hidden", .decision(.hidden)),
        ("lang:DE", .language("de")), ("has:attachment", .has(.attachment)), ("has:Note", .has(.note)),
        ("before:2026", .before(.year(2026))), ("after:2026-01", .after(.month(year: 2026, month: 1))),
        ("since:2w", .since(.ago(QueryDuration(2, .weeks)))), ("since:Mon", .since(.weekday(1))),
        ("before:yesterday", .before(.yesterday)),
        ("waiting:>2d", .waiting(QueryWait(isLonger: true, QueryDuration(2, .days)))),
        ("waiting:<4h", .waiting(QueryWait(isLonger: false, QueryDuration(4, .hours)))),
        ("sent:today", .sent(.at(.today))), ("sent:2026-01..", .sent(.from(.month(year: 2026, month: 1)))),
        ("sent:..2d", .sent(.until(.ago(QueryDuration(2, .days))))),
        ("sent:2w..today", .sent(.between(.ago(QueryDuration(2, .weeks)), .today))),
        ("thread:0123abcd", .thread(QueryText("0123abcd"))), ("batch:12", .batch(12)),
    ]

    @Test(arguments: terms)
    func `each prefix has its values`(source: String, term: QueryTerm) throws {
        #expect(try Query(parsing: source).root == .term(term))
    }

    @Test(arguments: QueryFlag.allCases) func `is takes every state and mark`(flag: QueryFlag) throws {
        #expect(try Query(parsing: "is:\(flag.word)").root == .term(.state(flag)))
        #expect(try Query(parsing: "Is:\(flag.word.uppercased())").root == .term(.state(flag)))
    }

    @Test func `a day of the calendar is read as it is`() throws {
        let day = try #require(Self.day)
        #expect(try Query(parsing: "since:2026-01-31").root == .term(.since(.day(day))))
    }

    private static let states = QueryFlag.allCases.map(\.word)

    private static let faults: [(String, QueryError.Fact, Int)] = [
        ("rad form:mia", .unknownPrefix("form", suggestions: ["from"]), 5),
        ("är is:opne", .unknownValue(.state, "opne", suggestions: ["open"]), 7),
        ("is:Resolvd", .unknownValue(.state, "Resolvd", suggestions: ["resolved"]), 4),
        ("is:una", .unknownValue(.state, "una", suggestions: ["unanswered", "unassigned"]), 4),
        ("role:teem", .unknownValue(.role, "teem", suggestions: ["team"]), 6),
        ("priority:x", .unknownValue(.priority, "x", suggestions: Priority.allCases.map(\.word)), 10),
        ("is:", .missingValue(.state, suggestions: states), 4),
        ("a channel: b", .missingValue(.channel, suggestions: []), 11),
        ("from:\"\"", .missingValue(.from, suggestions: []), 6),
        ("a \"b", .unclosedQuote, 3), ("from:\"b", .unclosedQuote, 6), ("/a\\/", .unclosedRegex, 1),
        ("a (b", .unclosedParenthesis, 3), ("a (b or (c)", .unclosedParenthesis, 3), ("(", .unclosedParenthesis, 1),
        ("a) b", .strayParenthesis, 2), (")", .strayParenthesis, 1),
        ("a or", .missingOperand(of: "or"), 3), ("or a", .missingOperand(of: "or"), 1),
        ("a and or b", .missingOperand(of: "or"), 7), ("a AND", .missingOperand(of: "AND"), 3),
        ("not", .missingOperand(of: "not"), 1), ("a ()", .missingOperand(of: "("), 3),
        ("(a or )", .missingOperand(of: "or"), 4),
        ("a - b", .nothingToFind("-"), 3), (":-)", .nothingToFind(":-"), 1), ("👍", .nothingToFind("👍"), 1),
        ("\"\"", .nothingToFind(""), 1), ("from:!", .nothingToFind("!"), 6),
        ("since:2026-13", .badDate("2026-13"), 7), ("since:2026-02-30", .badDate("2026-02-30"), 7),
        ("since:1.2.2026", .badDate("1.2.2026"), 7), ("since:2026..", .badDate("2026.."), 7),
        ("sent:..", .badDate(".."), 6), ("sent:2026-02..2026-01", .badRange("2026-02..2026-01"), 6),
        ("sent:2d..2w", .badRange("2d..2w"), 6), ("waiting:2d", .badDuration("2d"), 9),
        ("waiting:>2y", .badDuration(">2y"), 9), ("batch:0", .badNumber("0"), 7), ("batch:x", .badNumber("x"), 7),
    ]

    @Test(arguments: faults)
    func `what cannot be read is named with its place`(source: String, fact: QueryError.Fact, column: Int) {
        #expect(throws: QueryError(fact, column: column)) { try Query(parsing: source) }
    }

    @Test func `a wrong pattern is told with PCRE2's reason and place`() throws {
        let error = #expect(throws: QueryError.self) { try Query(parsing: "ä /(a/") }
        #expect(error?.column == 6)
        guard case .badRegex(let reason)? = error?.fact else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("parenthesis"))
    }

    @Test func `length, number and depth have limits`() throws {
        let long = String(repeating: "ä", count: Query.byteLimit / 2 + 1)
        #expect(throws: QueryError(.tooLong(limit: Query.byteLimit), column: 1)) { try Query(parsing: long) }
        let many = Array(repeating: "a", count: Query.termLimit).joined(separator: " ")
        #expect(try Query(parsing: many).root.terms.count == Query.termLimit)
        #expect(throws: QueryError(.tooManyTerms(limit: Query.termLimit), column: many.count + 2)) {
            try Query(parsing: many + " a")
        }
        func deep(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        #expect(throws: Never.self) { try Query(parsing: deep(Query.depthLimit)) }
        #expect(throws: QueryError(.tooDeep(limit: Query.depthLimit), column: Query.depthLimit + 1)) {
            try Query(parsing: deep(Query.depthLimit + 1))
        }
        #expect(throws: QueryError(.tooDeep(limit: Query.depthLimit), column: Query.depthLimit + 1)) {
            try Query(parsing: String(repeating: "-", count: 4000) + "a")
        }
    }
}
