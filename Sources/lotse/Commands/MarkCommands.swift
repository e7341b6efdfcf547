import ArgumentParser
import Conversations

struct AssignCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Say whose conversations are; --nobody takes them back.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(name: .customLong("to"), help: "A person of the team; me is you.")
    var person: String?

    @Flag(help: "Nobody's.")
    var nobody = false

    func validate() throws {
        guard (person == nil) == nobody else { throw ValidationError("Say --to PERSON or --nobody.") }
    }

    func act(_ invocation: Invocation) -> Act { .assign(person == "me" ? invocation.actor.name : person) }
}

struct LabelCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Put a label on conversations; --off takes it away.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(name: .customLong("name"), help: "The label.")
    var name: String

    @Flag(help: "Take the label away.")
    var off = false

    func act(_ invocation: Invocation) -> Act { .label(name, isOn: !off) }
}

struct PriorityCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "priority", abstract: "How soon conversations want to be looked at.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(name: .customLong("is"), help: "low, normal, high or urgent.")
    var priority: Priority

    func act(_ invocation: Invocation) -> Act { .prioritize(priority) }
}

struct NoteCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write an internal note.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions
    @OptionGroup var text: TextArgument

    func act(_ invocation: Invocation) throws -> Act { .note(try text.read()) }
}

extension Priority: ExpressibleByArgument {
    /// The word for it.
    public init?(argument: String) { self.init(word: argument) }
    /// All words, for help.
    public static var allValueStrings: [String] { allCases.map(\.word) }
}
