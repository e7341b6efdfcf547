import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

/// A command that does one act to conversations.
protocol ActCommand: ParsableCommand {
    var common: CommonOptions { get }
    var targets: TargetOptions { get }
    func act(_ invocation: Invocation) throws -> Act
}

/// The conversations that a command acts on.
struct TargetOptions: ParsableArguments {
    @Argument(help: "Conversations, or messages of them.")
    var ids: [String]
}

extension ActCommand {
    func run() throws {
        let invocation = try common.invocation()
        let wanted = try act(invocation)
        let store = try invocation.openStore()
        try ActRun.perform(wanted, on: try targets.ids.map(store.find), store, invocation)
    }
}

enum ActRun {
    /// Does the act, all of it as one undoable step, and says so.
    static func perform(_ act: Act, on keys: [Digest], _ store: Store, _ invocation: Invocation) throws {
        let outcome = try store.perform(act, on: keys, now: invocation.now)
        store.checkpointIfNeeded(above: 1)
        switch outcome {
        case .refused(let refusal): throw refusal
        case .done(0): try invocation.say("Nothing was changed: it is so already.")
        case .judged(let receipt): try invocation.say(Phrase("%1", receipt.phrase))
        case .done(let count):
            try invocation.say(
                Phrase(
                    one: "Done: %1 conversation. `lotse undo` takes it back.",
                    other: "Done: %1 conversations. `lotse undo` takes it back.", count: count))
        }
    }
}
