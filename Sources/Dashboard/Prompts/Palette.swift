import Screen

/// The commands that can be chosen from by words, with what each does and its keys.
package struct Palette: Equatable, Sendable {
    /// What can be done where the palette was opened.
    package let context: KeyContext
    /// The interface's language: a command's summary is matched in it too.
    let catalogue: Catalogue
    /// Which of the matches is pointed at.
    package private(set) var selected = 0

    init(context: KeyContext, catalogue: Catalogue) {
        self.context = context
        self.catalogue = catalogue
    }

    /// Commands whose name or summary holds every typed word; those whose name begins with what was typed come first.
    package func matches(_ typed: String) -> [CommandInfo] {
        let words = FoldedWords(typed)
        let all = CommandTable.entries(in: context) + CommandTable.all.filter { $0.keys.values.allSatisfy(\.isEmpty) }
        var seen: Set<Command> = [.palette]
        let found = all.filter { info in
            guard seen.insert(info.command).inserted else { return false }
            return words.match("\(info.command.rawValue) \(info.summary) \(catalogue.say(Phrase(info.summary)))")
        }
        guard let first = typed.lowercased().split(whereSeparator: \.isWhitespace).first else { return found }
        return found.filter { $0.command.rawValue.hasPrefix(first) }
            + found.filter { !$0.command.rawValue.hasPrefix(first) }
    }

    /// The command that is pointed at; nil: nothing matches.
    package func chosen(_ typed: String) -> CommandInfo? {
        let found = matches(typed)
        return found.isEmpty ? nil : found[min(selected, found.count - 1)]
    }

    /// - Returns: whether the key moves through the matches.
    mutating func move(_ key: Key, typed: String) -> Bool {
        let count = matches(typed).count
        switch key {
        case .down, .control("n"): selected = min(selected + 1, max(0, count - 1))
        case .up, .control("p"): selected = max(0, min(selected, count - 1) - 1)
        default:
            selected = 0
            return false
        }
        return true
    }
}

extension Dashboard {
    mutating func openPalette() -> [Effect] {
        let palette = Palette(context: context, catalogue: settings.catalogue)
        let effects = ask(.palette)
        prompt?.palette = palette
        return effects
    }
}
