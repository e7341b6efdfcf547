import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell why a conversation is in a list, and what made its state.",
        discussion: """
            Each part of the query is told with whether it holds; without a query: that of the inbox. With --json the \
            first line is the conversation with the rule behind its state, then come the query's terms, the imports and \
            the events.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Argument(help: "A conversation, or a message of it.")
    var id: String

    @Argument(help: "A query, in one argument.")
    var query: String?

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        let zoneOffset = Surroundings.zoneOffset(at: invocation.now)
        let wanted = try query.map { text throws(QueryError) in try Query(parsing: text) } ?? Query(.state(.todo))
        guard
            let found = try store.explain(
                try store.find(id), by: wanted, context: invocation.queryContext, now: invocation.now)
        else { throw Refusal.unknownConversation }
        if rows.json { return try printJSON(found, invocation) }
        let sheet = ExplanationSheet(found, zoneOffset: zoneOffset, catalogue: invocation.catalogue)
        for entry in sheet.entries { try invocation.out.line(entry.line(invocation.catalogue)) }
    }

    private func printJSON(_ found: Explanation, _ invocation: Invocation) throws {
        var head = JSONLine()
        head.add("id", .string(found.row.id.hex))
        head.add("state", .string(found.row.state.rawValue))
        head.add("rule", .string(found.rule.word))
        head.add("query", .string(found.query.printed))
        head.add("holds", .bool(found.isMet))
        try invocation.out.json(head)
        for term in found.terms {
            var line = JSONLine()
            line.add("term", .string(term.term.printed))
            line.add("holds", .bool(term.isMet))
            line.add("negated", .bool(term.isNegated))
            try invocation.out.json(line)
        }
        for origin in found.origins {
            var line = JSONLine()
            line.add("import", .number(origin.batch))
            line.add("path", .string(origin.path))
            line.add("messages", .number(origin.messages))
            try invocation.out.json(line)
        }
        for event in found.events { try invocation.out.json(RowLine.event(event)) }
    }
}

extension StateRule {
    /// For scripts.
    fileprivate var word: String {
        switch self {
        case .untouched: "untouched"
        case .touched: "touched"
        case .calm: "calm"
        case .act: "act"
        case .reopened: "reopened"
        case .askedAgain: "asked_again"
        }
    }
}

extension Sheet.Entry {
    /// As one line of text; empty for what only parts others.
    func line(_ catalogue: Catalogue) -> String {
        switch self {
        case .heading(let phrase): catalogue.say(phrase)
        case .line(let phrase), .item(let phrase, _): "  " + catalogue.say(phrase)
        case .fact(let name, let value): "  " + catalogue.say(name) + ": " + catalogue.say(value)
        case .quote(let name, let text): "  " + catalogue.say(name) + ": " + text
        case .term(let term, let meaning): "  " + term + (term.hasSuffix(":") ? " " : ": ") + meaning
        case .text(let text): "  " + text
        case .bar, .figure, .columnBreak, .blank: ""
        }
    }
}
