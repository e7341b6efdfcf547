import ArgumentParser
import Conversations
import Foundation
import Runtime
import Screen

struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "The themes of the dashboard.",
        subcommands: [ThemesListCommand.self, ThemesLintCommand.self], defaultSubcommand: ThemesListCommand.self)
}

struct ThemesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the themes that can be chosen.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        let invocation = try common.invocation()
        let themes = invocation.paths.themes()
        let width = themes.map(\.name.count).max() ?? 0
        var hasBroken = false
        for shelved in themes {
            if let theme = load(shelved.name, invocation) {
                try print(shelved, theme, width: width, invocation)
            } else {
                hasBroken = true
            }
        }
        if hasBroken { throw CommandFailure(nil) }
    }

    /// nil: it cannot be read, which was said.
    private func load(_ name: String, _ invocation: Invocation) -> Theme? {
        do {
            return try invocation.paths.loadTheme(name)
        } catch {
            invocation.warn(Phrase("lotse: %1", error.sentence))
            return nil
        }
    }

    private func print(_ shelved: ShelvedTheme, _ theme: Theme, width: Int, _ invocation: Invocation) throws {
        if rows.json {
            var line = JSONLine()
            line.add("name", .string(shelved.name))
            line.add("background", .string(theme.shade?.rawValue))
            line.add("colors", .string(theme.usedDepth.rawValue))
            line.add("path", .string(shelved.path))
            return try invocation.out.json(line)
        }
        let say = invocation.catalogue.say
        let facts = [
            shelved.name.padding(toLength: width, withPad: " ", startingAt: 0),
            pad(say(theme.shade.phrase), 7), pad(say(theme.usedDepth.phrase), 12),
            shelved.path ?? say("built in"),
        ]
        try invocation.out.line(facts.joined(separator: "  "))
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension Shade? {
    fileprivate var phrase: Phrase {
        switch self {
        case .dark: Phrase("dark", context: "background")
        case .light: Phrase("light", context: "background")
        case nil: Phrase("any", context: "background")
        }
    }
}

extension ColorDepth {
    fileprivate var phrase: Phrase {
        switch self {
        case .mono: "no colours"
        case .sixteen: "16 colours"
        case .palette: "256 colours"
        case .rgb: "all colours"
        }
    }
}
