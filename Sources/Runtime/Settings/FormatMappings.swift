import Exports
import Foundation
import TOMLKit

/// The layouts that a person taught lotse: the files `formats/*.toml` beside `config.toml`.
nonisolated package enum FormatMappings {
    /// Reads all files of the folder, in the order of their names; none where there is no folder.
    ///
    /// - Throws: `ConfigurationError`, which names the file, the line and the key.
    package static func load(_ folder: String) throws(ConfigurationError) -> [FormatMapping] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var mappings: [FormatMapping] = []
        for name in names.sorted() where name.hasSuffix(".toml") && !name.hasPrefix(".") {
            guard let text = try SettingsText.read(folder + "/" + name) else { continue }
            let mapping = try mapping(text, stem: String(name.dropLast(5)))
            do throws(FormatMappingFault) {
                mappings = try ExportFormats.checked(mappings + [mapping])
            } catch {
                throw text.error(error)
            }
        }
        return mappings
    }

    /// The layout that one file describes. - Parameter stem: the file's name without its ending.
    package static func mapping(_ text: SettingsText, stem: String) throws(ConfigurationError) -> FormatMapping {
        let entries = entries(try text.parsed(), below: "", depth: 0)
        do throws(FormatMappingFault) {
            return try FormatMapping(entries: entries, stem: stem)
        } catch {
            throw text.error(error)
        }
    }

    /// Roles stand one table deep; what lies deeper belongs to no mapping and is named as it is.
    private static func entries(_ table: TOMLTable, below prefix: String, depth: Int) -> [FormatEntry] {
        table.keys.sorted().flatMap { key -> [FormatEntry] in
            guard let value = table[key] else { return [] }
            if let inner = value.table, depth < 2 { return entries(inner, below: prefix + key + ".", depth: depth + 1) }
            return [FormatEntry(key: prefix + key, value: self.value(value))]
        }
    }

    private static func value(_ value: any TOMLValueConvertible) -> FormatEntry.Value {
        if let text = value.string { return .text(text) }
        if let flag = value.bool { return .flag(flag) }
        guard let array = value.array else { return .other }
        let texts = array.compactMap(\.string)
        return texts.count == array.count ? .list(texts) : .other
    }
}

extension SettingsText {
    nonisolated fileprivate func error(_ fault: FormatMappingFault) -> ConfigurationError {
        .badMapping(place(of: fault.key.split(separator: ".").map(String.init)), fault)
    }
}
