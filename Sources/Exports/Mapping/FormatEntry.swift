/// One setting of a mapping file, as whoever has parsed the file hands it over: tables flattened with a dot.
package struct FormatEntry: Equatable, Sendable {
    package enum Value: Equatable, Sendable {
        case text(String)
        case list([String])
        case flag(Bool)
        /// What no setting of a mapping takes: a number, a date, a nested list.
        case other
    }

    /// `kind`, `roles.author`, `fixed.channel`.
    package var key: String
    package var value: Value

    package init(key: String, value: Value) {
        self.key = key
        self.value = value
    }

    /// The keys of a mapping file.
    package static let keys = [
        "name", "summary", "platform", "kind", "list", "marks", "time", "html", "roles.ROLE", "fixed.ROLE",
    ]
}

extension FormatMapping {
    /// A mapping out of the settings of its file; `stem`, the file's name without `.toml`, is its name where none is
    /// set. Throws `FormatMappingFault`.
    package init(entries: [FormatEntry], stem: String) throws(FormatMappingFault) {
        var settings = MappingSettings()
        for entry in entries { try settings.take(entry) }
        guard let kind = settings.kind else { throw .missing(key: "kind") }
        let name = settings.texts["name"] ?? stem
        try self.init(
            name: name, summary: settings.texts["summary"] ?? "", platform: settings.texts["platform"] ?? name,
            kind: kind, list: settings.texts["list"] ?? "", marks: settings.marks, roles: settings.roles,
            fixed: settings.fixed, times: settings.times, isHTML: settings.isHTML)
    }
}

/// The settings that were taken so far.
private struct MappingSettings {
    var texts: [String: String] = [:]
    var kind: FormatMapping.Kind?
    var marks: [String] = []
    var times: [TimePattern] = []
    var roles: [Role: String] = [:]
    var fixed: [Role: String] = [:]
    var isHTML = false

    mutating func take(_ entry: FormatEntry) throws(FormatMappingFault) {
        switch entry.key {
        case "name", "summary", "platform", "list": texts[entry.key] = try text(entry)
        case "kind":
            let word = try text(entry)
            guard let kind = FormatMapping.Kind(rawValue: word) else {
                throw .badChoice(key: "kind", value: word, choices: FormatMapping.Kind.allCases.map(\.rawValue))
            }
            self.kind = kind
        case "marks": marks = try list(entry)
        case "time":
            for pattern in try list(entry) { times.append(try TimePattern(pattern, key: "time")) }
        case "html":
            guard case .flag(let flag) = entry.value else { throw .wrongType(key: "html", wanted: "true or false") }
            isHTML = flag
        default: try takeRole(entry)
        }
    }

    private mutating func takeRole(_ entry: FormatEntry) throws(FormatMappingFault) {
        let parts = entry.key.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, parts[0] == "roles" || parts[0] == "fixed" else {
            throw .unknownKey(key: entry.key)
        }
        guard let role = Role(name: String(parts[1])) else { throw .unknownRole(key: entry.key) }
        let value = try text(entry)
        if parts[0] == "roles" { roles[role] = value } else { fixed[role] = value }
    }

    private func text(_ entry: FormatEntry) throws(FormatMappingFault) -> String {
        switch entry.value {
        case .text(let text): return text
        case .flag(let flag): if entry.key.hasPrefix("fixed.") { return flag ? "true" : "false" }
        case .list, .other: break
        }
        throw .wrongType(key: entry.key, wanted: "a text in quotes")
    }

    /// One text stands for a list of one.
    private func list(_ entry: FormatEntry) throws(FormatMappingFault) -> [String] {
        switch entry.value {
        case .text(let text): return [text]
        case .list(let list): return list
        case .flag, .other: throw .wrongType(key: entry.key, wanted: "texts in brackets: [\"a\", \"b\"]")
        }
    }
}
