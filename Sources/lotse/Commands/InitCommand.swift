import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a store, for yourself or for a group of users on this machine.",
        discussion: """
            Where a store is, its files get the modes that they should have. With --group the folder is 2770 and each \
            file 0660 of that group, whatever the umask; without, a new store is 0700 and 0600.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Share the store with this group of the system.", valueName: "name"))
    var group: String?

    func run() throws {
        let invocation = try common.invocation()
        let options = StoreOptions(busyTimeout: 30_000, actor: invocation.actor)
        let access = try Store.initialize(invocation.storePath, group: group, options: options)
        guard case .group(let shared) = access else {
            return try invocation.say(Phrase("The store %1 is for you alone.", invocation.storePath))
        }
        try invocation.say(
            Phrase(
                "The store %1 is shared with the group %2. Each of them names it with --store or LOTSE_STORE.",
                invocation.storePath, shared.name))
        for problem in try invocation.openStore().accessProblems() { invocation.warn(problem.sentence) }
    }
}
