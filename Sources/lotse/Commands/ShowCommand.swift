import ArgumentParser
import Conversations
import Exports
import Runtime
import Screen
import Store

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a conversation with its messages, notes, decisions and replies.",
        discussion: "With --json the first line is the conversation, each further one an entry of its thread.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Argument(help: "A conversation, or a message of it.")
    var id: String

    @Option(help: "Messages at most: the first one and the newest.")
    var limit = 500

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        guard let page = try store.thread(try store.find(id), limit: max(limit, 1), now: invocation.now) else {
            throw Refusal.unknownConversation
        }
        let personal = try store.personalDetails(of: page.rows.map(\.id))
        if rows.json {
            try invocation.out.json(RowLine.conversation(page.conversation))
            for row in page.rows {
                try invocation.out.json(RowLine.threadRow(row, personal: personal[row.id] ?? []))
            }
        } else {
            try ThreadText(page: page, personal: personal).print(to: invocation)
        }
    }
}

/// A thread as plain lines, deeper answers further in.
struct ThreadText {
    let page: ThreadPage
    /// What imports were told to keep, by message.
    let personal: [Digest: [PersonalDetail]]
    /// Deeper ones are not indented further: a chain may be 100,000 deep.
    static let deepest = 12

    func print(to invocation: Invocation) throws {
        let conversation = page.conversation
        let head = [conversation.id.short, conversation.state.rawValue, conversation.platform, conversation.channel]
        try invocation.out.line((head + (page.title.isEmpty ? [] : [page.title])).joined(separator: "  "))
        if !page.link.isEmpty { try invocation.out.line(page.link) }
        if page.omitted > 0 {
            try invocation.say(
                Phrase(one: "(%1 message is left out)", other: "(%1 messages are left out)", count: page.omitted))
        }
        for row in page.rows {
            let indent = String(repeating: "  ", count: min(row.depth, Self.deepest))
            try invocation.out.line("")
            try invocation.out.line(indent + title(row))
            if let details = personal[row.id] {
                let words = details.map { "\($0.kind.rawValue) \($0.value)" }.joined(separator: "  ")
                try invocation.out.line(indent + "  (" + words + ")")
            }
            for line in body(row.content).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                try invocation.out.line(indent + "  " + line)
            }
        }
    }

    private func title(_ row: ThreadRow) -> String {
        switch row.content {
        case .message(let message):
            var marks = [message.time?.minute ?? "time unknown", row.id.short]
            if message.isTeam { marks.append("team") }
            if message.isEdited { marks.append("edited") }
            if let status = message.status, status != .published { marks.append(status.rawValue) }
            if let decision = message.decision { marks.append(decision.rawValue) }
            return SafeText.name(message.author).plain + "  " + marks.joined(separator: "  ")
        case .note(let note): return "note  \(note.actor)  \(note.time.minute)"
        case .decision(let decision):
            return "decision  \(decision.actor)  \(decision.time.minute)  \(decision.decision.rawValue)"
        case .reply(let reply): return "reply  \(reply.actor)  \(reply.time.minute)  \(reply.state.rawValue)"
        }
    }

    private func body(_ content: ThreadRow.Content) -> String {
        switch content {
        case .message(let message):
            ([message.text] + message.attachments.map { "[\($0)]" }).joined(separator: "\n")
        case .note(let note): note.text
        case .decision(let decision): "\(decision.guideline): \(decision.reason)"
        case .reply(let reply): reply.text
        }
    }
}
