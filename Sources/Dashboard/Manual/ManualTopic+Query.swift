import Conversations
import Screen

extension ManualTopic {
    /// The query language, out of the tables of its parser.
    package static let query = ManualTopic(
        name: "query", summary: Phrase("the query language of search, limit and views"),
        blocks: words + joining + prefixes + flags + dates)

    private static let words: [Block] = [
        .paragraph(
            Phrase(
                "One language for the search (`/`), the limit (`f`), marks (`+`), views and `lotse list`. Tab completes prefixes and values. What stands beside each other must all hold."
            )),
        .heading(Phrase("Words")),
        .entry(["rad"], Phrase("the word, in a text or a name; case and accents do not matter")),
        .entry(["lief*"], Phrase("words that begin so")),
        .entry(["\"neue Felge\""], Phrase("the words in this order")),
        .entry(["/fel(ge|ten)/"], Phrase("a pattern (PCRE2) anywhere in a text")),
        .entry(["*"], Phrase("everything")),
    ]

    private static let joining: [Block] = [
        .heading(Phrase("Joining")),
        .entry(["A or B"], Phrase("one of them")),
        .entry(["A B", "A and B"], Phrase("both; of one message, where both are about a message")),
        .entry(["-A", "not A"], Phrase("not this")),
        .entry(["(A or B) C"], Phrase("parentheses group")),
    ]

    private static let prefixes: [Block] =
        [.heading(Phrase("Prefixes"))]
        + QueryPrefix.allCases.map { prefix in
            let values = prefix.values.map { Phrase("%1: %2", prefix.summary, $0.joined(separator: ", ")) }
            return .entry([prefix.rawValue + ":"], prefix == .state ? prefix.summary : values ?? prefix.summary)
        }

    private static let flags: [Block] =
        [.heading(Phrase("After is:"))]
        + QueryFlag.allCases.map { flag in
            .entry(
                ["is:" + flag.word],
                flag.summary ?? Phrase("in this state now: %1", Phrase(flag.word, context: "state")))
        }

    private static let dates: [Block] = [
        .heading(Phrase("Dates")),
        .entry(["2026", "2026-01", "2026-01-31"], Phrase("a year, a month, a day")),
        .entry(["today", "yesterday", "monday"], Phrase("a day; a weekday is the latest one, today included")),
        .entry(["30m", "2h", "3d", "1w"], Phrase("so long ago")),
        .entry(["2026-01..2026-03", "..2025", "2w.."], Phrase("a range, for sent: and resolved:")),
    ]
}
