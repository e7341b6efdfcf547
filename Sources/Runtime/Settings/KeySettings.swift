import Dashboard
import Screen

/// A binding of the settings file that is left out, and why.
nonisolated package struct KeyFinding: Equatable, Sendable {
    package let place: ConfigurationError.Place
    package let finding: Keymap.Finding
    /// What may have been meant.
    package let suggestion: String?
}

/// The `[keys]` of a settings file, judged by the keymap they change.
nonisolated struct KeySettings {
    private let keys: [String: [String: String]]
    private let table: SettingsTable

    init(_ keys: [String: [String: String]], in table: SettingsTable) {
        self.keys = keys
        self.table = table
    }

    /// In the order of the file.
    func findings() -> [KeyFinding] {
        let found = Keymap.judged(keys).findings.map { finding in
            KeyFinding(place: place(of: finding), finding: finding, suggestion: suggestion(finding))
        }
        return found.sorted { ($0.place.line, $0.finding.key) < ($1.place.line, $1.finding.key) }
    }

    private func place(of finding: Keymap.Finding) -> ConfigurationError.Place {
        guard !finding.key.isEmpty, let section = try? table.section(finding.context) else {
            return table.place(of: finding.context)
        }
        return section.place(of: finding.key)
    }

    private func suggestion(_ finding: Keymap.Finding) -> String? {
        switch finding.fact {
        case .unknownContext: KeyContext.allCases.map(\.rawValue).nearest(to: finding.context)
        case .unknownCommand(let value): Command.allCases.map(\.rawValue).nearest(to: value)
        default: nil
        }
    }
}

nonisolated extension KeyFinding {
    /// What is wrong, where, and what to do.
    package var sentence: Phrase {
        let said = Phrase("%1:%2: %3", place.file, place.line, fact)
        return suggestion.map { Phrase("%1 Did you mean %2?", said, $0) } ?? said
    }

    private var fact: Phrase {
        let (context, key) = (finding.context, finding.key)
        return switch finding.fact {
        case .unknownContext:
            Phrase(
                "[keys.%1] is no place; there is %2.", context,
                KeyContext.allCases.map(\.rawValue).joined(separator: ", "))
        case .unknownKey: Phrase("there is no key %1.", key)
        case .unsendable: Phrase("no terminal sends %1 as a key of its own.", key)
        case .arrivesAs(let other): Phrase("%1 arrives as %2 in a terminal; bind that.", key, other)
        case .unknownCommand(let value): Phrase("%1: there is no command %2.", key, value)
        case .noArgument(let command): Phrase("%1: %2 takes no argument.", key, command.rawValue)
        case .sameKey(let other): Phrase("%1 is the same key as %2, which is bound here too.", key, other)
        case .hidden(let other): Phrase("%1 could never be typed, since %2 is bound.", key, other)
        case .hides(let other):
            Phrase("%1 would hide %2; take that away first: \"%2\" = \"none\".", key, other)
        }
    }
}
