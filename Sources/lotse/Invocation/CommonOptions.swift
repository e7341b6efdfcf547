import ArgumentParser
import Conversations
import Runtime
import Screen

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The store's file.", valueName: "file"), completion: .file())
    var store: String?

    @Option(help: ArgumentHelp("The settings file.", valueName: "file"), completion: .file())
    var config: String?

    @Option(help: ArgumentHelp("Act as if it were this time.", valueName: "time"))
    var now: String?

    @Flag(help: "Print outside text as it is, controls included; never on a terminal.")
    var raw = false

    func invocation() throws -> Invocation { try Invocation(self) }
}

/// For subcommands that print rows.
struct RowOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a line.")
    var json = false
}
