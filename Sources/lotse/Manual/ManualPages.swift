/// All pages of the manual.
enum ManualPages {
    /// - Parameter date: The day that stands in their feet, `2026-11-27`.
    /// - Returns: The text by the file's name, `lotse-import.1`.
    /// - Throws: `DecodingError`.
    static func all(date: String) throws -> [String: String] {
        let program = try CommandHelp.ofProgram()
        let common = Set(program.shownArguments.compactMap { $0.preferredName?.typed })
        var pages = [
            "lotse.1": ProgramPage(command: program, date: date).text
        ].merging(TopicPage.all(date: date)) { $1 }
        for command in commands(of: program) {
            pages["lotse-\(command.commandName).1"] = CommandPage(command: command, common: common, date: date).text
        }
        return pages
    }

    /// The pages as one writes them (`lotse-import(1)`), in alphabetical order.
    static func names(besides own: String, _ program: CommandHelp) -> [String] {
        let names = commands(of: program).map { "lotse-\($0.commandName)(1)" }
        return (names + TopicPage.numbered.map { "\($0.name)(\($0.section))" }).filter { $0 != own }.sorted()
    }

    /// The parser's own `help` needs no page.
    private static func commands(of program: CommandHelp) -> [CommandHelp] {
        program.shownSubcommands.filter { $0.commandName != "help" }
    }
}
