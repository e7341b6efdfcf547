import ArgumentParser
import Foundation

/// What the argument parser tells of a command (its `--experimental-dump-help`), so that the manual repeats nothing.
struct CommandHelp: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String

            /// As it is typed: `-o`, `--output`.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        var kind: String
        var isOptional: Bool
        var isRepeating: Bool
        var shouldDisplay: Bool
        var names: [Name]?
        var preferredName: Name?
        var valueName: String?
        var defaultValue: String?
        var abstract: String?
        var discussion: String?

        var isPositional: Bool { kind == "positional" }
        var isFlag: Bool { kind == "flag" }
    }

    var commandName: String
    var shouldDisplay: Bool
    var abstract: String?
    var discussion: String?
    var superCommands: [String]?
    var defaultSubcommand: String?
    var subcommands: [CommandHelp]?
    var arguments: [Argument]?

    /// `lotse import list`.
    var fullName: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    var shownSubcommands: [CommandHelp] { (subcommands ?? []).filter(\.shouldDisplay) }
    var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

    /// - Throws: `DecodingError`, when the parser's form has changed.
    static func ofProgram() throws -> CommandHelp {
        struct Tool: Decodable { var command: CommandHelp }
        return try JSONDecoder().decode(Tool.self, from: Data(Lotse._dumpHelp().utf8)).command
    }
}
