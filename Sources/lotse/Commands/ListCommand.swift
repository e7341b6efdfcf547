import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List conversations, newest first.",
        discussion: """
            Without a query: what is still to do. A query is words, in texts and author names, "phrases", /patterns/, \
            and terms such as is:open, channel:help, from:mia, since:2w, joined by and, or, not and parentheses. Put \
            it in single quotes, so that the shell leaves it alone.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Option(name: [.customShort("n"), .long], help: "How many at most; 0: all.")
    var count = 50

    @Option(help: "newest, or waiting: who has waited longest first, and only what needs an answer.")
    var sort = InboxSort.newest

    @OptionGroup var words: QueryArgument

    func run() throws {
        let invocation = try common.invocation()
        let limit = try words.parsed()
        let store = try invocation.openStore()
        let list = ConversationList(invocation: invocation, store: store)
        let end = try list.print(
            InboxQuery(limit: limit, context: invocation.queryContext, sort: sort), count: count > 0 ? count : .max,
            isJSON: rows.json)
        if end.hasMore { invocation.warn("There are more; -n 0 lists all.") }
        if end.regexLimitHits > 0 {
            invocation.warn(
                Phrase(
                    one: "the pattern took too long on 1 text, which was left out",
                    other: "the pattern took too long on %1 texts, which were left out", count: end.regexLimitHits))
        }
    }
}

extension InboxSort: ExpressibleByArgument {}

/// Prints conversations page by page.
struct ConversationList {
    let invocation: Invocation
    let store: Store

    /// - Returns: whether there are more than `count`, and on how many texts a pattern gave up.
    func print(_ query: InboxQuery, count: Int, isJSON: Bool) throws -> (hasMore: Bool, regexLimitHits: Int) {
        var query = query
        var left = count
        var regexLimitHits = 0
        while left > 0 {
            query.count = min(200, left)
            let page = try store.inbox(query, now: invocation.now)
            for row in page.rows {
                if isJSON {
                    try invocation.out.json(RowLine.conversation(row))
                } else {
                    try invocation.out.line(ConversationList.line(row, now: invocation.now))
                }
            }
            left -= page.rows.count
            regexLimitHits += page.regexLimitHits
            guard page.hasMore, let last = page.rows.last else { return (false, regexLimitHits) }
            query.from = last.key(in: query.sort)
        }
        return (true, regexLimitHits)
    }

    /// Id, state, time of the newest message, place, author, first words.
    static func line(_ row: InboxRow, now: Moment) -> String {
        let mark = row.needsAnswer ? "!" : " "
        let words = row.excerpt.split(whereSeparator: \.isNewline).joined(separator: " ")
        let state = row.state.rawValue.padding(toLength: 9)
        let place = "\(row.platform)/\(row.channel)"
        let author = SafeText.name(row.author).plain
        return
            "\(row.id.short) \(mark) \(state) \(row.newest.time.minute)  \(place)  \(author): \(words.prefix(120))"
    }
}

extension String {
    fileprivate func padding(toLength length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
