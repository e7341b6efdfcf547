import ArgumentParser
import Runtime

/// lotse(1): what the program is, its commands, files, variables and exit statuses.
struct ProgramPage {
    let command: CommandHelp
    let date: String

    var text: String {
        var page = Roff(name: "lotse", section: 1, date: date)
        page.name("lotse", command.abstract ?? "")
        page.section("Synopsis")
        page.synopsis("lotse", ["[\(Roff.italic("options"))]"])
        page.synopsis("lotse", [Roff.italic("command"), "[\(Roff.italic("argument"))...]"])
        page.section("Description")
        page.paragraph(command.abstract ?? "")
        if let discussion = command.discussion { page.paragraph(discussion) }
        addCommands(to: &page)
        page.entries("Options", command.shownArguments)
        addFiles(to: &page)
        page.section("Environment")
        for variable in EnvironmentVariables.all { page.entry(Roff.bold(variable.name), variable.meaning) }
        page.section("Exit status")
        for row in ExitStatus.meanings { page.entry(Roff.bold(row.status), row.meaning) }
        page.section("See also")
        page.paragraph(ManualPages.names(besides: "lotse(1)", command).map(Self.reference).joined(separator: ", "))
        return page.text
    }

    private func addCommands(to page: inout Roff) {
        page.section("Commands")
        for group in Lotse.configuration.groupedSubcommands {
            let names = Set(group.subcommands.compactMap { $0.configuration.commandName })
            let commands = command.shownSubcommands.filter { names.contains($0.commandName) }
            guard !commands.isEmpty else { continue }
            page.subsection(group.name)
            for command in commands { page.entry(Roff.bold(command.commandName), command.abstract ?? "") }
        }
    }

    /// The paths of somebody whose variables are unset.
    private func addFiles(to page: inout Roff) {
        let paths = Paths(environment: ["HOME": "/~"], executable: nil)
        let files = [
            (paths.configFile, "Your settings; see `lotse-config`(5)."),
            (paths.configFolder + "/themes", "Themes of your own, one file each."),
            (paths.configFolder + "/formats", "Formats of your own, one file each."),
            (paths.storeFile, "The store: messages, and everything that the team did."),
            (paths.stateFolder, "Logs, reports of crashes, and what else may be lost."),
        ]
        page.section("Files")
        for (path, meaning) in files { page.entry(Roff.italic(String(path.dropFirst())), meaning) }
    }

    /// `lotse-import(1)` with its name in bold.
    private static func reference(_ name: String) -> String {
        let parts = name.split(separator: "(", maxSplits: 1)
        return "`\(parts[0])`(" + parts.dropFirst().joined()
    }
}
