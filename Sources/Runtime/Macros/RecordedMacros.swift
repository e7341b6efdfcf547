import Dashboard
import Foundation
import TOMLKit

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

    /// Stores a macro beside the others, in the place of one of its name. What this version does not know stays; a file
    /// that it cannot read is left alone, for others' macros stand in it.
    /// - Returns: whether it is on disk.
    package func keep(_ macro: Macro) -> Bool {
        guard let document = try? SettingsText.read(path)?.parsed() ?? TOMLTable() else { return false }
        if document["macros"] == nil { document["macros"] = TOMLTable() }
        guard let macros = document["macros"]?.table else { return false }
        macros[macro.name] = macro.text
        var texts: [String: String] = [:]
        for name in macros.keys { texts[name] = macros[name]?.string }
        let isAllText = document.keys == ["macros"] && texts.count == macros.keys.count
        let text = isAllText ? Self.table(texts) : document.convert(to: .toml, options: .allowUnicodeStrings) + "\n"
        guard Self.holds(text, texts) else { return false }
        // What was typed into a reply may stand in it.
        return PrivateFiles.replace(path, with: Self.head + text)
    }

    private static let head = "# Written by lotse: keys that were recorded with Q.\n"

    private static func table(_ texts: [String: String]) -> String {
        let lines = texts.sorted { $0.key < $1.key }.map { quoted($0.key) + " = " + quoted($0.value) }
        return (["[macros]"] + lines).joined(separator: "\n") + "\n"
    }

    /// Whether it would be read again as it was meant.
    private static func holds(_ text: String, _ texts: [String: String]) -> Bool {
        let table = try? SettingsText(text, file: "").parsed()["macros"]?.table
        return texts.allSatisfy { table?[$0.key]?.string == $0.value }
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
