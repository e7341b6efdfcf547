import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Tell what is known of the human behind a message.",
        discussion: "Accounts, counts, decisions and the newest conversations, over all channels.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Argument(help: "A message, or a conversation, which stands for its first message.")
    var id: String

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        guard let facts = try store.person(behind: try store.find(id), now: invocation.now) else {
            throw Refusal.noAccount
        }
        if rows.json { return try invocation.out.json(line(facts)) }
        let sheet = PersonSheet(facts: facts, zoneOffset: Surroundings.zoneOffset(at: invocation.now))
        for entry in sheet.entries { try invocation.out.line(entry.line(invocation.catalogue)) }
    }

    private func line(_ facts: PersonFacts) -> JSONLine {
        var line = JSONLine()
        line.add("person", .string(facts.name))
        line.add("roles", .strings(facts.roles.map(\.rawValue)))
        line.add(
            "accounts",
            .array(
                facts.accounts.map { account in
                    var line = JSONLine()
                    line.add("platform", .string(account.platform))
                    line.add("name", .string(account.name))
                    line.add("handle", .string(account.handle))
                    line.add("key", .string(account.key))
                    return .object(line)
                }))
        line.add("messages", .number(facts.messages))
        line.add("unanswered", .number(facts.unanswered))
        line.add("conversations", .strings(facts.rows.map(\.id.hex)))
        return line
    }
}

struct LinkPersonCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "link-person", abstract: "Link the accounts behind messages to one human; --nobody unlinks them.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(name: .customLong("to"), help: "The person's name; a new one makes a person.")
    var name: String?

    @Flag(help: "Take the accounts away from their persons.")
    var nobody = false

    func validate() throws {
        guard (name == nil) == nobody else { throw ValidationError("Say --to NAME or --nobody.") }
    }

    func act(_ invocation: Invocation) -> Act { .link(to: name) }
}

struct RoleCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Say what the human behind a message is to us; --off takes it away.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var targets: TargetOptions

    @Option(name: .customLong("is"), help: "employee, advocate, customer, press, critic or troll.")
    var role: PersonRole

    @Flag(help: "Take the role away.")
    var off = false

    func act(_ invocation: Invocation) -> Act { .role(role, isOn: !off) }
}

extension PersonRole: ExpressibleByArgument {}
