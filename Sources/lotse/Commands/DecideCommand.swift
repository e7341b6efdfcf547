import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Record a moderation decision on a message as it stands now.",
        discussion: "limited, hidden and removed need --guideline and --reason.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The message.")
    var id: String

    @Argument(help: "kept, labelled, limited, hidden or removed.")
    var decision: ModerationDecision

    @Option(help: "Number or words of the house rule.")
    var guideline = ""

    @Option(help: "Why.")
    var reason = ""

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        let message = try store.find(id)
        guard let revision = try store.revision(of: message) else { throw Refusal.unknownMessage }
        let act = DecisionAct(
            message: message, revision: revision, decision: decision, guideline: guideline, reason: reason)
        try ActRun.perform(.decide(act), on: [message], store, invocation)
    }
}
