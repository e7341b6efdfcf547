import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct TeamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "team", abstract: "The accounts that speak for us.",
        subcommands: [TeamListCommand.self, TeamAddCommand.self, TeamRemoveCommand.self],
        defaultSubcommand: TeamListCommand.self)
}

struct TeamListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the team's accounts.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        let invocation = try common.invocation()
        for row in try invocation.openStore().team() {
            if rows.json {
                try invocation.out.json(RowLine.team(row))
            } else {
                try invocation.out.line("\(row.platform)  \(row.key)  \(row.name)")
            }
        }
    }
}

struct TeamAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "An account speaks for us.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var account: AccountArguments

    func run() throws {
        try account.set(isTeam: true, try common.invocation())
    }
}

struct TeamRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "An account does not speak for us any more.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var account: AccountArguments

    func run() throws {
        try account.set(isTeam: false, try common.invocation())
    }
}

struct AccountArguments: ParsableArguments {
    @Argument(help: "discord, telegram, wordpress …")
    var platform: String

    @Argument(help: "Id, handle or name of the account, exactly as in the export.")
    var account: String

    func set(isTeam: Bool, _ invocation: Invocation) throws {
        let store = try invocation.openStore()
        let found = try store.accounts(platform: platform, named: account)
        guard let row = found.first else {
            throw CommandFailure(
                Phrase("There is no account %2 on %1. Import an export with it first.", platform, account))
        }
        guard found.count == 1 else {
            let ids = found.map(\.key).joined(separator: ", ")
            throw CommandFailure(Phrase("%1 is the name of several accounts. Write the id instead: %2.", account, ids))
        }
        try store.setTeam(row.account, isTeam: isTeam, now: invocation.now)
        try invocation.say(
            isTeam
                ? Phrase("%1 on %2 speaks for us.", row.name, row.platform)
                : Phrase("%1 on %2 does not speak for us any more.", row.name, row.platform))
    }
}
