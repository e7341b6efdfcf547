import TestSupport
import Testing

@testable import Conversations

/// Trees of queries, of any shape and with difficult texts.
struct QueryMaker {
    var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    mutating func node(depth: Int = 3) -> QueryNode {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 2), using: &random) {
        case 0: return pick([.everything, .term(term()), .term(term())])
        case 1: return .term(term())
        case 2: return .not(node(depth: depth - 1))
        case 3, 4: return .and(nodes(depth))
        default: return .or(nodes(depth))
        }
    }

    private mutating func nodes(_ depth: Int) -> [QueryNode] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in node(depth: depth - 1) }
    }

    private static let pieces = [
        "a", "Ä", "ß", "e\u{301}", "\u{301}", "\"", "\\", "(", ")", "-", "/", ":", "*", " ", "\t", "\n", "\u{200F}",
        "李",
        "👍🏽", "or", "AND", "is:", "x", "7", "'", "%", "..", "\u{A0}", "\u{0}",
    ]

    private mutating func text(findable: Bool) -> QueryText {
        let count = Int.random(in: findable ? 0...4 : 1...5, using: &random)
        let text = (0..<count).map { _ in pick(Self.pieces) }.joined() + (findable ? "q" : "")
        return QueryText(text, isPrefix: Bool.random(using: &random))
    }

    private mutating func date() -> QueryDate {
        pick([
            .year(Int.random(in: 1970...9999, using: &random)), .month(year: 2026, month: 7), .today, .yesterday,
            .day(CivilDate(daysSinceEpoch: Int.random(in: 0...40_000, using: &random))),
            .weekday(Int.random(in: 0...6, using: &random)),
            .ago(QueryDuration(Int.random(in: 0...99_999, using: &random), pick(QueryDuration.Unit.allCases))),
        ])
    }

    private static let patterns = ["a", "a/b", "\\\\/", "\\d+ \\(x\\)", "^(a|b)$", "\"", "[/]", "ä\u{301}"]

    private mutating func term() -> QueryTerm {
        switch Int.random(in: 0..<22, using: &random) {
        case 21: .person(text(findable: false))
        case 20: .resolved(pick([.at(date()), .from(date()), .until(date())]))
        case 0...4: .text(text(findable: true))
        case 5: .regex(pick(Self.patterns))
        case 6: .state(pick(QueryFlag.allCases))
        case 7: .channel(text(findable: false))
        case 8: .label(text(findable: false))
        case 9: .from(text(findable: true))
        case 10: .to(text(findable: true))
        case 11: .role(pick(QueryRole.allCases))
        case 12: .has(pick(QueryPart.allCases))
        case 13: .before(date())
        case 14: .since(date())
        case 15: .waiting(QueryWait(isLonger: Bool.random(using: &random), QueryDuration(3, .hours)))
        case 16: .sent(pick([.at(date()), .from(date()), .until(date())]))
        case 17: .batch(Int64.random(in: 1...Int64.max, using: &random))
        case 18: .decision(pick(ModerationDecision.allCases))
        default: .priority(pick(Priority.allCases))
        }
    }
}

@Suite struct QueryPrinterTests {
    @Test(arguments: UInt64(1)...4000)
    func `what is printed is read as the same query`(seed: UInt64) throws {
        var maker = QueryMaker(seed: seed)
        let query = Query(maker.node())
        guard query.root.terms.count <= Query.termLimit else { return }
        let read = try Query(parsing: query.printed)
        #expect(read.root == query.root, "\(query.printed.debugDescription)")
        #expect(read.printed == query.printed)
    }

    @Test(arguments: [
        ("a   b", "a b"), ("(a or b) AND not c", "(a or b) -c"), ("a (b c)", "a b c"), ("IS:OPEN", "is:open"),
        ("\"a\"", "a"), ("\"-a\"", "\"-a\""), ("(a or b) or c", "a or b or c"), ("-(a b)", "-(a b)"),
        ("since:tue", "since:tuesday"),
    ])
    func `the plainest spelling is printed`(source: String, printed: String) throws {
        #expect(try Query(parsing: source).printed == printed)
    }
}
