import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Record a moderation decision on a message as it stands now.",
        discussion: """
            limited, hidden and removed need --guideline and --reason. With --alike the decision is for all messages \
            that say the same, in one step; what cannot be decided on is left out and told.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The message.")
    var id: String

    @Argument(help: "kept, labelled, limited, hidden or removed.")
    var decision: ModerationDecision

    @Option(help: "Number or words of the house rule.")
    var guideline = ""

    @Option(help: "Why.")
    var reason = ""

    @Flag(help: "All messages that say the same.")
    var alike = false

    /// Messages that one decision is for at most, as in the dashboard.
    private static let limit = 1000

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        let message = try store.find(id)
        if alike { return try decideAlike(message, store, invocation) }
        guard let revision = try store.revision(of: message) else { throw Refusal.unknownMessage }
        let act = DecisionAct(
            message: message, revision: revision, decision: decision, guideline: guideline, reason: reason)
        try ActRun.perform(.decide(act), on: [message], store, invocation)
    }

    private func decideAlike(_ message: Digest, _ store: Store, _ invocation: Invocation) throws {
        let plan = try store.judging(.alike(message), limit: Self.limit)
        guard !plan.messages.isEmpty else { throw CommandFailure(plan.nothingPhrase) }
        let judging = Judging(messages: plan.messages, decision: decision, guideline: guideline, reason: reason)
        if plan.hasMore { try invocation.say(Phrase("these are the first %1; there are more", Self.limit)) }
        try ActRun.perform(.judge(judging), on: plan.conversations, store, invocation)
        if !plan.leftOut.isEmpty { try invocation.say(Phrase("left out: %1", plan.leftOut.phrase)) }
    }
}
