import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List conversations, newest first.",
        discussion: """
            Without a query: what is still to do. A query is words, in texts and author names, and is:STATE (new, \
            open, waiting, held, snoozed, community, resolved, closed), is:unanswered, is:pending.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Option(name: [.customShort("n"), .long], help: "How many at most; 0: all.")
    var count = 50

    @Argument(help: "Words and is:STATE.")
    var query: [String] = []

    func run() throws {
        let invocation = try common.invocation()
        let typed = query.joined(separator: " ")
        let limit = typed.allSatisfy(\.isWhitespace) ? nil : try Limit(parsing: typed)
        let store = try invocation.openStore()
        let hasMore = try ConversationList(invocation: invocation, store: store).print(
            limit, count: count > 0 ? count : .max, isJSON: rows.json)
        if hasMore { invocation.warn("There are more; -n 0 lists all.") }
    }
}

/// Prints conversations page by page.
struct ConversationList {
    let invocation: Invocation
    let store: Store

    /// - Returns: whether there are more than `count`.
    func print(_ limit: Limit?, count: Int, isJSON: Bool) throws -> Bool {
        var query = InboxQuery(limit: limit)
        var left = count
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
            guard page.hasMore, let last = page.rows.last else { return false }
            query.from = last.newest
        }
        return true
    }

    /// Id, state, time of the newest message, place, author, first words.
    static func line(_ row: InboxRow, now: Moment) -> String {
        let mark = row.needsAnswer ? "!" : " "
        let words = row.excerpt.split(whereSeparator: \.isNewline).joined(separator: " ")
        let state = row.state.rawValue.padding(toLength: 9)
        let place = "\(row.platform)/\(row.channel)"
        return
            "\(row.id.short) \(mark) \(state) \(row.newest.time.minute)  \(place)  \(row.author): \(words.prefix(120))"
    }
}

extension String {
    fileprivate func padding(toLength length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
