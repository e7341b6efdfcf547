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

    @Option(help: ArgumentHelp("Whether the dashboard has colours.", valueName: "when"))
    var color = ColorChoice.auto

    @Option(help: ArgumentHelp("The language of texts and errors: en or de.", valueName: "language"))
    var lang: InterfaceLanguage?

    @Flag(help: "Print outside text as it is, controls included; never on a terminal.")
    var raw = false

    func invocation() throws -> Invocation { try Invocation(self) }
}

extension InterfaceLanguage: ExpressibleByArgument {}

/// Whether the dashboard has colours. The command line goes before `NO_COLOR`, which goes before the theme.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    /// Where the terminal has them and `NO_COLOR` (no-color.org) is not set.
    case auto
    /// Where the terminal has them.
    case always
    case never

    /// How many of a terminal's colours are used.
    func colors(_ colors: Int, environment: [String: String]) -> Int {
        switch self {
        case .auto: (environment["NO_COLOR"] ?? "").isEmpty ? colors : 0
        case .always: colors
        case .never: 0
        }
    }
}

/// For subcommands that print rows.
struct RowOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a line.")
    var json = false
}

/// For subcommands that are about what a query finds.
struct QueryArgument: ParsableArguments {
    @Argument(help: "Words, is:STATE, channel:NAME and the like.")
    var query: [String] = []

    /// nil: nothing was asked for.
    func parsed() throws(QueryError) -> Query? {
        let typed = query.joined(separator: " ")
        return typed.allSatisfy(\.isWhitespace) ? nil : try Query(parsing: typed)
    }
}

/// For what opens the dashboard. A group, since the parser hands only groups on from `lotse` to `lotse demo`.
struct LineOptions: ParsableArguments {
    @Flag(help: "Read commands and print lines instead of drawing a screen: for screen readers and pipes.")
    var linear = false
}
