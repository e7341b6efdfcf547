import Screen

/// The keys of a context, over everything else.
package struct HelpOverlay: Equatable, Sendable {
    package let context: KeyContext
    /// Lines that are scrolled out above.
    package private(set) var top = 0

    package init(context: KeyContext) {
        self.context = context
    }

    /// One line of the overlay.
    package enum Line: Equatable, Sendable {
        case group(CommandGroup)
        case entry(keys: String, summary: String)
    }

    /// All lines, from the table of commands and the keys in force.
    package func lines(_ keymap: Keymap) -> [Line] {
        CommandGroup.allCases.flatMap { group -> [Line] in
            let entries = CommandTable.entries(in: context).filter { $0.group == group }
            guard !entries.isEmpty else { return [] }
            return [.group(group)]
                + entries.map { info in
                    let keys = keymap.names(of: info.command, in: context)
                    let shown = keys.isEmpty ? ":" + info.command.rawValue : keys.prefix(3).joined(separator: ", ")
                    return .entry(keys: shown, summary: info.summary)
                }
        }
    }

    mutating func move(by count: Int, keymap: Keymap, height: Int) {
        let last = max(0, lines(keymap).count - height)
        top = min(max(top + count, 0), last)
    }
}
