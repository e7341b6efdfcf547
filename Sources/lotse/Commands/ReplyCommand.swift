import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

struct ReplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Answer; the reply waits in the outbox.",
        discussion: """
            A conversation's id answers its newest message from others, --message exactly that one. Where somebody else \
            has answered since that message came, nothing is sent.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var text: TextArgument

    @Flag(help: "The id is the message that is answered.")
    var message = false

    @Flag(help: "Send it whoever has answered meanwhile.")
    var anyway = false

    @Argument(help: "A conversation or a message.")
    var id: String

    func run() throws {
        let invocation = try common.invocation()
        let words = try text.read()
        let store = try invocation.openStore()
        let key = try store.find(id)
        guard let page = try store.thread(key, now: invocation.now) else { throw Refusal.unknownConversation }
        let platform = invocation.configuration.platform(page.conversation.platform)
        try checkLength(words, platform)
        let isExact = message || key != page.conversation.id
        let answered = isExact ? key : page.newestInbound?.digest ?? key
        let reply = ReplyAct(
            message: answered, text: words, notBefore: invocation.now.advanced(seconds: Int64(platform.hold)),
            known: anyway ? nil : try store.knownReplies(to: answered, isExact: isExact))
        try ActRun.perform(.send(reply), on: [page.conversation.id], store, invocation)
    }

    private func checkLength(_ words: String, _ platform: PlatformSettings) throws {
        let rule = LengthRule(platform)
        guard let remaining = rule.remaining(words), remaining < 0 else { return }
        throw CommandFailure(
            Phrase("The reply has %1 characters; the platform takes %2.", rule.length(words), platform.length ?? 0))
    }
}

extension LengthRule {
    /// How a platform counts.
    fileprivate init(_ platform: PlatformSettings) {
        self = platform.isWeighted ? .weighted(limit: platform.length ?? .max) : .plain(limit: platform.length)
    }
}
