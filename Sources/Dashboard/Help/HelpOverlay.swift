import Screen

/// The keys of a context, over everything else.
package struct HelpOverlay: Equatable, Sendable {
    package let context: KeyContext
    /// Lines that are scrolled out above.
    package private(set) var top = 0
    /// Only what holds these words is shown.
    package private(set) var filter = ""

    package init(context: KeyContext) {
        self.context = context
    }

    /// One line of the overlay, however wide the screen is.
    package enum Line: Equatable, Sendable {
        case group(CommandGroup)
        case entry(keys: String, summary: String)
    }

    /// The lines that the filter leaves, from the table of commands and the keys in force.
    /// - Parameter catalogue: the language in which a word may be typed besides English.
    package func lines(_ keymap: Keymap, _ catalogue: Catalogue = .english) -> [Line] {
        let wanted = FoldedWords(filter)
        return CommandGroup.allCases.flatMap { group -> [Line] in
            let found = entries(of: group, keymap).filter { wanted.match(text($0, group, catalogue)) }
            return found.isEmpty
                ? [] : [.group(group)] + found.map { .entry(keys: $0.keys, summary: $0.info.summary) }
        } + own(keymap, wanted)
    }

    /// A person's own keys for whole lines.
    private func own(_ keymap: Keymap, _ wanted: FoldedWords) -> [Line] {
        let found = keymap.bound(in: context).compactMap { keys, bound -> Line? in
            guard case .line(let line) = bound, wanted.match(keys + " " + line) else { return nil }
            return .entry(keys: keys, summary: ":" + line)
        }
        return found.isEmpty ? [] : [.group(.own)] + found
    }

    private func entries(of group: CommandGroup, _ keymap: Keymap) -> [(info: CommandInfo, keys: String)] {
        CommandTable.entries(in: context).filter { $0.group == group }.map { info in
            let keys = keymap.names(of: info.command, in: context)
            return (info, keys.isEmpty ? ":" + info.command.rawValue : keys.prefix(3).joined(separator: ", "))
        }
    }

    /// All that a word may be found in.
    private func text(
        _ entry: (info: CommandInfo, keys: String), _ group: CommandGroup, _ catalogue: Catalogue
    ) -> String {
        let english = [entry.info.command.rawValue, entry.keys, entry.info.summary, group.rawValue]
        let said = [entry.info.summary, group.rawValue].map { catalogue.say(Phrase($0)) }
        return (english + said).joined(separator: " ")
    }

    /// - Parameter size: of the whole screen.
    mutating func move(by count: Int, keymap: Keymap, catalogue: Catalogue, size: Size) {
        let last = max(0, rows(keymap, catalogue, columns: size.columns).count - (size.rows - 2))
        top = min(max(top + count, 0), last)
    }

    mutating func show(only filter: String) {
        self.filter = filter
        top = 0
    }
}
