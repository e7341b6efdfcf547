import Dashboard

/// lotse-keys(7): the keys of the dashboard, out of the table of commands.
struct KeysPage {
    let date: String

    var text: String {
        var page = Roff(name: "lotse-keys", section: 7, date: date)
        page.name("lotse-keys", "keys and commands of the dashboard")
        page.section("Description")
        page.paragraph(
            """
            A number before a motion repeats it. Each command can be typed by its name after `:`, and bound to a key \
            in the settings; see `lotse-config`(5). The help in the dashboard shows the keys that are in force.
            """)
        for group in CommandGroup.allCases {
            page.section(group.rawValue)
            for entry in Self.entries(of: group) {
                page.entry(Self.term(entry.info, entry.keys), Self.words(entry.info))
            }
        }
        page.section("See also")
        page.paragraph("`lotse`(1), `lotse-config`(5)")
        return page.text
    }

    /// Each command once, with the keys of all places where it has some.
    private static func entries(of group: CommandGroup) -> [(info: CommandInfo, keys: [String])] {
        var entries: [(info: CommandInfo, keys: [String])] = []
        for info in CommandTable.all where info.group == group {
            let keys = KeyContext.allCases.lazy.compactMap { info.keys[$0] }.first ?? []
            if !entries.contains(where: { $0.info.command == info.command && $0.info.summary == info.summary }) {
                entries.append((info, keys))
            }
        }
        return entries
    }

    private static func term(_ info: CommandInfo, _ keys: [String]) -> String {
        keys.isEmpty ? Roff.bold(":" + info.command.rawValue) : keys.map(Roff.bold).joined(separator: ", ")
    }

    private static func words(_ info: CommandInfo) -> String {
        let argument = info.argument.map { " " + $0 } ?? ""
        return info.summary + " (`:\(info.command.rawValue)`\(argument))"
    }
}
