import Screen

extension ManualTopic {
    /// All commands with their keys, out of their table.
    /// - Parameter keymap: the keys in force.
    package static func commands(_ keymap: Keymap) -> ManualTopic {
        let intro = Block.paragraph(
            Phrase(
                "A number before a motion repeats it. Each command can be typed by its name after `:`, and bound to a key in the settings; see `:help settings`. `?` shows the keys of a place."
            ))
        let groups = CommandGroup.allCases.flatMap { group -> [Block] in
            [.heading(Phrase(group.rawValue))] + entries(of: group, keymap)
        }
        return ManualTopic(
            name: "commands", summary: Phrase("commands and their keys"), blocks: [intro] + groups)
    }

    /// Each command once, with its keys in the first place where it has some.
    private static func entries(of group: CommandGroup, _ keymap: Keymap) -> [Block] {
        var seen: Set<String> = []
        return CommandTable.all.filter { $0.group == group }.compactMap { info in
            guard seen.insert(info.command.rawValue + info.summary).inserted else { return nil }
            let contexts = KeyContext.allCases.filter { info.keys[$0] != nil }
            let keys = contexts.lazy.map { keymap.namesInOrder(of: info, in: $0) }.first { !$0.isEmpty } ?? []
            let typed = ":" + info.command.rawValue
            let argument = info.argument.map { " " + $0 } ?? ""
            return .entry(
                keys.isEmpty ? [typed] : keys, Phrase("%1 (`%2`)", Phrase(info.summary), typed + argument))
        }
    }
}

extension Keymap {
    /// The keys of a command in the order of the table, then a person's own.
    fileprivate func namesInOrder(of info: CommandInfo, in context: KeyContext) -> [String] {
        let inForce = names(of: info.command, in: context)
        let standard = info.keys[context] ?? []
        let others = Keymap.standard.names(of: info.command, in: context)
        return standard.filter { isBound($0, to: info.command, in: context) }
            + inForce.filter { !others.contains($0) }
    }

    private func isBound(_ name: String, to command: Command, in context: KeyContext) -> Bool {
        match(name.split(separator: " ").compactMap { Key(named: String($0)) }, in: context) == .command(command)
    }
}
