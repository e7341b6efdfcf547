import Dashboard
import Screen

/// A macro of the settings file that is left out, and why.
nonisolated package struct MacroFinding: Equatable, Sendable {
    package let place: ConfigurationError.Place
    /// The macro's name.
    package let name: String
    package let problem: Macro.Problem
}

/// The `[macros]` of a settings file: name to keys or lines.
nonisolated struct MacroSettings {
    private(set) var macros: [Macro] = []
    /// In the order of the file.
    private(set) var findings: [MacroFinding] = []

    init(_ table: SettingsTable) throws(ConfigurationError) {
        for name in table.keys {
            let text = try table.string(name) ?? ""
            guard !name.isEmpty, !name.contains(where: \.isWhitespace) else {
                throw .unusableName(table.place(of: name), key: table.fullName(name), value: name)
            }
            do throws(Macro.Problem) {
                macros.append(try Macro(name: name, text: text))
            } catch {
                findings.append(MacroFinding(place: table.place(of: name), name: name, problem: error))
            }
        }
        findings.sort { $0.place.line < $1.place.line }
    }
}

nonisolated extension MacroFinding {
    /// What is wrong, and where.
    package var sentence: Phrase {
        Phrase("%1:%2: %3", place.file, place.line, Phrase("macro %1: %2", name, fact))
    }

    private var fact: Phrase {
        switch problem {
        case .unknownKey(let key): Phrase("there is no key %1; texts to type stand in quotation marks.", key)
        case .unclosedText(let text): Phrase("the quotation mark is never closed: %1", text)
        case .unknownCommand(let command): Phrase("there is no command %1", command)
        case .empty: Phrase("it is empty.")
        case .tooLong: Phrase("it has more than %1 steps.", Macro.stepLimit)
        }
    }
}
