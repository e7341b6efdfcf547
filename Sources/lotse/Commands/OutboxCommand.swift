import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Replies on their way to the platforms.",
        subcommands: [OutboxListCommand.self, OutboxExportCommand.self, OutboxMarkCommand.self],
        defaultSubcommand: OutboxListCommand.self)
}

struct OutboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List replies, oldest first.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Flag(help: "Those that were carried away as well.")
    var all = false

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        let states: [ReplyState] = all ? ReplyState.allCases : [.queued, .failed]
        var last: OutboxRow?
        repeat {
            let page = try store.outbox(states, after: last, limit: 500)
            for row in page { try print(row, invocation) }
            last = page.last
        } while last != nil
    }

    private func print(_ row: OutboxRow, _ invocation: Invocation) throws {
        if rows.json { return try invocation.out.json(OutboxFormat.object(row)) }
        let words = row.text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(120)
        let isHeld = row.state == .queued && row.notBefore > invocation.now
        let state = isHeld ? "held" : row.state.rawValue
        let author = SafeText.name(row.author).plain
        try invocation.out.line(
            "\(row.id.hex)  \(state)  \(row.queuedAt.minute)  \(row.platform)/\(row.channel)  \(author): \(words)")
    }
}

struct OutboxExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write queued replies, to carry them to the platforms.",
        discussion: """
            Replies that can still be taken back are left out. With --mark-sent those that were written are marked \
            as exported, after everything is on disk; `lotse outbox mark` tells what became of each.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: "jsonl, csv or markdown.")
    var format = OutboxFormat.jsonl

    @Flag(help: "Mark the replies as exported; then they cannot be undone.")
    var markSent = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("A new file; without it, standard output.", valueName: "file"), completion: .file())
    var output: String?

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        if output == nil, invocation.out.isTerminal, format != .jsonl {
            throw CommandFailure(
                "CSV and Markdown hold texts as they are, which a terminal must not get. Use -o FILE or --format jsonl."
            )
        }
        let export = OutboxExport(store: store, format: format, now: invocation.now)
        let outcome = try export.run(to: output.map(OutboxExport.Target.file) ?? .descriptor(1), marking: markSent)
        invocation.warn(Phrase(one: "%1 reply written.", other: "%1 replies written.", count: outcome.written.count))
        if outcome.held > 0 {
            invocation.warn(
                Phrase(
                    one: "%1 reply can still be taken back and stays.",
                    other: "%1 replies can still be taken back and stay.", count: outcome.held))
        }
        try checkMarks(outcome)
    }

    /// Between writing and marking somebody may have taken a reply back.
    private func checkMarks(_ outcome: OutboxExport.Outcome) throws {
        let marked = Set(outcome.marked)
        let missing = outcome.written.filter { !marked.contains($0) }
        guard markSent, !missing.isEmpty else { return }
        throw CommandFailure(
            Phrase(
                "These were written but taken back meanwhile, do not send them: %1.",
                missing.map(\.hex).joined(separator: ", ")))
    }
}

struct OutboxMarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Tell what became of a reply; failed opens its conversation again.")

    enum Fate: String, CaseIterable, ExpressibleByArgument {
        case sent, failed
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: "The reply, as the export and `lotse outbox list` show it.")
    var id: String

    @Argument(help: "sent or failed.")
    var fate: Fate

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        try store.markReply(try store.findReply(id), failed: fate == .failed, now: invocation.now)
        try invocation.say(fate == .failed ? "Marked as failed." : "Marked as sent.")
    }
}

extension OutboxFormat: ExpressibleByArgument {}
