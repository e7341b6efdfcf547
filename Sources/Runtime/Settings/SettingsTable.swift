import TOMLKit

/// A TOML table and the way to it, so that what is wrong in it can be named by line and key.
nonisolated struct SettingsTable {
    let source: SettingsText
    private let table: TOMLTable
    private let path: [String]

    /// A whole document.
    init(_ source: SettingsText) throws(ConfigurationError) {
        self.init(source: source, table: try source.parsed(), path: [])
    }

    private init(source: SettingsText, table: TOMLTable, path: [String]) {
        self.source = source
        self.table = table
        self.path = path
    }

    /// Sorted.
    var keys: [String] { table.keys.sorted() }

    func place(of key: String) -> ConfigurationError.Place {
        source.place(of: path + [key])
    }

    /// `keys.inbox."ctrl-r"` is said `keys.inbox.ctrl-r`.
    func fullName(_ key: String) -> String {
        (path + [key]).joined(separator: ".")
    }

    func refuseKeys(outside known: [String]) throws(ConfigurationError) {
        for key in keys where !known.contains(key) { throw unknownKey(key, known: known) }
    }

    func unknownKey(_ key: String, known: [String]) -> ConfigurationError {
        .unknownKey(place(of: key), key: fullName(key), suggestion: known.nearest(to: key))
    }

    func unknownValue(_ value: String, of key: String, known: [String]) -> ConfigurationError {
        .unknownValue(place(of: key), key: fullName(key), value: value, suggestion: known.nearest(to: value))
    }

    func kind(of key: String) -> ConfigurationError.ValueKind? {
        switch table[key]?.type {
        case nil: nil
        case .table: .table
        case .array: .array
        case .string: .string
        case .int: .integer
        case .double: .float
        case .bool: .boolean
        case .date, .time, .dateTime: .time
        }
    }

    /// nil: the key is not there.
    func string(_ key: String) throws(ConfigurationError) -> String? {
        guard try has(key, .string) else { return nil }
        return table[key]?.string
    }

    func bool(_ key: String) throws(ConfigurationError) -> Bool? {
        guard try has(key, .boolean) else { return nil }
        return table[key]?.bool
    }

    func integer(_ key: String, in allowed: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard try has(key, .integer), let value = table[key]?.int else { return nil }
        guard allowed.contains(value) else {
            throw .outOfRange(place(of: key), key: fullName(key), value: value, allowed: allowed)
        }
        return value
    }

    func section(_ key: String) throws(ConfigurationError) -> SettingsTable? {
        guard try has(key, .table), let section = table[key]?.table else { return nil }
        return SettingsTable(source: source, table: section, path: path + [key])
    }

    /// All that the table holds, which must be tables.
    func sections() throws(ConfigurationError) -> [(key: String, section: SettingsTable)] {
        var sections: [(key: String, section: SettingsTable)] = []
        for key in keys {
            if let section = try section(key) { sections.append((key, section)) }
        }
        return sections
    }

    /// A name that is also the name of a file.
    func name(_ key: String) throws(ConfigurationError) -> String? {
        guard let name = try string(key) else { return nil }
        guard Paths.isName(name) else {
            throw .unusableName(place(of: key), key: fullName(key), value: name)
        }
        return name
    }

    /// A text that says something.
    func words(_ key: String) throws(ConfigurationError) -> String? {
        guard let words = try string(key) else { return nil }
        guard words.contains(where: { !$0.isWhitespace }) else {
            throw .unusableName(place(of: key), key: fullName(key), value: words)
        }
        return words
    }

    private func has(_ key: String, _ expected: ConfigurationError.ValueKind) throws(ConfigurationError) -> Bool {
        guard let got = kind(of: key) else { return false }
        guard got == expected else {
            throw .wrongKind(place(of: key), key: fullName(key), expected: expected, got: got)
        }
        return true
    }
}
