import Testing

@testable import Conversations

@Suite struct QueryCompletionTests {
    private func texts(_ source: String, cursor: Int? = nil, values: [String] = []) -> [String] {
        QueryCompletion.candidates(source, cursor: cursor ?? source.count, values: values).map(\.text)
    }

    @Test func `an empty word may become any prefix`() {
        #expect(texts("") == QueryPrefix.allCases.map { $0.rawValue + ":" })
        #expect(texts("a (").count == QueryPrefix.allCases.count)
    }

    @Test(
        arguments: [
            ("ch", ["channel:"]), ("rad CH", ["channel:"]), ("-ch", ["channel:"]), ("(ch", ["channel:"]),
            ("is:un", ["is:unread", "is:unanswered", "is:unassigned"]), ("has:r", ["has:reply", "has:rating"]),
            ("priority:h", ["priority:high"]), ("since:y", ["since:yesterday"]), ("waiting:<", ["waiting:<4h"]),
            ("xyz", []), ("channel:g", []),
        ] as [(String, [String])])
    func `what fits the word under the cursor is offered`(source: String, expected: [String]) {
        #expect(texts(source) == expected)
    }

    @Test func `only what stands before the cursor counts`() {
        #expect(texts("is:re rad", cursor: 5) == ["is:resolved"])
    }

    @Test(
        arguments: [
            ("channel:gen", QueryPrefix.channel, "gen"), ("a -from:\"Mia M", .from, "Mia M"), ("label:", .label, ""),
            ("to:x", .to, "x"),
        ] as [(String, QueryPrefix, String)])
    func `the store is asked for what only it knows`(source: String, prefix: QueryPrefix, beginning: String) {
        let request = QueryCompletion.request(source, cursor: source.count)
        #expect(request == QueryCompletion.Request(prefix: prefix, beginning: beginning))
    }

    @Test(arguments: ["is:op", "gen", "", "sent:", "colour:x"])
    func `for all else the store is not asked`(source: String) {
        #expect(QueryCompletion.request(source, cursor: source.count) == nil)
    }

    @Test func `names with blanks are quoted`() {
        let values = ["general", "General chat", "other"]
        #expect(texts("channel:gen", values: values) == ["channel:general", "channel:\"General chat\""])
        #expect(texts("channel:\"general c", values: values) == ["channel:\"General chat\""])
    }

    @Test func `the word is replaced, what stands around it stays`() {
        let replaced = QueryCompletion.replacing("rad is:re und", cursor: 9, with: "is:resolved")
        #expect(replaced.source == "rad is:resolved und")
        #expect(replaced.cursor == 15)
    }
}
