import Dashboard
import Foundation

/// The macros that were recorded: `$XDG_STATE_HOME/lotse/macros.toml`, a table as `[macros]` of the settings, so that
/// one can be carried over there. A file that cannot be read counts as empty.
nonisolated package struct RecordedMacros: Sendable {
    /// The file.
    package let path: String

    /// - Parameter stateFolder: `Paths.stateFolder`.
    package init(stateFolder: String) {
        path = stateFolder + "/macros.toml"
    }

    /// By name; what is no macro any more is left out.
    package var all: [Macro] {
        guard let source = try? SettingsText.read(path), let root = try? SettingsTable(source),
            let table = try? root.section("macros")
        else { return [] }
        return table.keys.compactMap { name in
            (try? table.string(name)).flatMap(\.self).flatMap { try? Macro(name: name, text: $0) }
        }
    }

    /// Stores a macro beside the others, in the place of one of its name.
    /// - Returns: whether it is on disk.
    package func keep(_ macro: Macro) -> Bool {
        let macros = (all.filter { $0.name != macro.name } + [macro]).sorted { $0.name < $1.name }
        let lines = macros.map { Self.quoted($0.name) + " = " + Self.quoted($0.text) }
        let text = (["# Written by lotse: keys that were recorded with Q.", "[macros]"] + lines).joined(separator: "\n")
        // What was typed into a reply may stand in it.
        return PrivateFiles.replace(path, with: text + "\n")
    }

    /// A basic string of TOML 1.0.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default:
                scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                    ? "\\u" + String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2)
                        + String(scalar.value, radix: 16, uppercase: true)
                    : String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
