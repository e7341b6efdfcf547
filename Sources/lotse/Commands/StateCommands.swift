import ArgumentParser
import Conversations

struct ResolveCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Conversations are done.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(name: .customLong("as"), help: "How: answered, community, acknowledged, moderated, no_action.")
    var resolution = Resolution.answered

    @Option(help: "Why, for the log.")
    var reason = ""

    func act(_ invocation: Invocation) -> Act { .resolve(resolution, reason: reason) }
}

struct SnoozeCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze", abstract: "Put conversations away until a time, or until the next message.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(help: ArgumentHelp("Until then; without it, until the next message.", valueName: "time"))
    var until: String?

    func act(_ invocation: Invocation) throws -> Act { .snooze(until: try until.map(invocation.time)) }
}

struct WaitCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "We answered elsewhere; they have the ball.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    func act(_ invocation: Invocation) -> Act { .wait }
}

struct HoldCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "A colleague or a third party has the ball.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(help: "Who or what it waits for.")
    var reason = ""

    @Option(help: ArgumentHelp("Until then at most.", valueName: "time"))
    var until: String?

    func act(_ invocation: Invocation) throws -> Act {
        .hold(reason: reason, until: try until.map(invocation.time))
    }
}

struct CommunityCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "community", abstract: "Leave conversations to the community, watched until a deadline.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(help: ArgumentHelp("The deadline, such as 2d.", valueName: "time"))
    var until: String

    func act(_ invocation: Invocation) throws -> Act { .leaveToCommunity(until: try invocation.time(until)) }
}

struct ReopenCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Conversations are open again.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    func act(_ invocation: Invocation) -> Act { .reopen }
}

struct CloseCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Shut conversations: new messages do not open them.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(help: "Why, for the log.")
    var reason = ""

    func act(_ invocation: Invocation) -> Act { .close(reason: reason) }
}

extension Resolution: ExpressibleByArgument {}
extension ModerationDecision: ExpressibleByArgument {}
