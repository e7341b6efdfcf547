import Conversations
import Testing

@Suite struct LimitParserTests {
    @Test func `words and phrases are entries`() throws {
        let limit = try Limit(parsing: "  Speiche \"neue Felge\"  5\" ")
        #expect(limit.words == ["Speiche", "neue Felge", "5\""])
        #expect(limit.states.isEmpty)
        #expect(limit.source == "  Speiche \"neue Felge\"  5\" ")
    }

    @Test(arguments: ConversationState.allCases)
    func `every state can be named in any case`(state: ConversationState) throws {
        #expect(try Limit(parsing: "is:\(state.rawValue)").states == [state])
        #expect(try Limit(parsing: "IS:\(state.rawValue.uppercased())").states == [state])
    }

    @Test func `states add up, once each, among words`() throws {
        let limit = try Limit(parsing: "is:open rad is:new is:open is:unanswered is:pending")
        #expect(limit.states == [.open, .new])
        #expect(limit.unanswered && limit.pending)
        #expect(limit.words == ["rad"])
    }

    @Test func `an unknown value is named with its column and what is like it`() {
        #expect(throws: LimitError.unknownValue("opne", column: 7, suggestions: Limit.values)) {
            try Limit(parsing: "är is:opne")
        }
        #expect(throws: LimitError.unknownValue("Resolvd", column: 4, suggestions: ["resolved"])) {
            try Limit(parsing: "is:Resolvd")
        }
        #expect(throws: LimitError.unknownValue("un", column: 4, suggestions: ["unanswered"])) {
            try Limit(parsing: "is:un")
        }
    }

    @Test(arguments: ["is:", "is:xyzzyxyzzy", "is:" + String(repeating: "o", count: 100_000)])
    func `where nothing is like it all values are suggested`(source: String) {
        #expect(throws: LimitError.unknownValue(String(source.dropFirst(3)), column: 4, suggestions: Limit.values)) {
            try Limit(parsing: source)
        }
    }

    @Test(arguments: [("\"", 1), ("rad \"neue Felge", 5), ("\"a\" 👨‍👩‍👧 \"b", 7)])
    func `an open quote is an error at its column`(source: String, column: Int) {
        #expect(throws: LimitError.unterminatedQuote(column: column)) { try Limit(parsing: source) }
    }

    @Test func `a quoted is: is a word and an empty phrase is nothing`() throws {
        let limit = try Limit(parsing: "\"is:open\" \"\"\"a b\"c")
        #expect(limit.words == ["is:open", "a b", "c"])
        #expect(limit.states.isEmpty)
    }

    @Test(arguments: ["", " \t\n"])
    func `blanks are no limit`(source: String) throws {
        #expect(try Limit(parsing: source) == Limit(source: source))
    }
}
