import Conversations
import Dashboard

nonisolated extension Configuration {
    /// The keys at the top of the file.
    static let knownKeys = [
        "me", "editor", "theme", "language", "clipboard", "colors", "mouse", "keys", "macros", "platforms", "views",
        "layout",
        "panes",
    ]

    /// Reads `config.toml` (TOML 1.0). `file` is its name for errors.
    package init(toml: String, file: String) throws(ConfigurationError) {
        let root = try SettingsTable(SettingsText(toml, file: file))
        try root.refuseKeys(outside: Self.knownKeys)
        self.init(
            me: try root.words("me"), editor: try root.words("editor"), theme: try root.name("theme"),
            language: try Self.language(root), clipboard: try Self.clipboard(root), platforms: try Self.platforms(root),
            views: try Self.views(root), panes: try PaneSettings(root))
        colors = try Self.colors(root)
        takesMouse = try root.bool("mouse") ?? false
        (keys, keyFindings) = try Self.keys(root)
        if let table = try root.section("macros") {
            let settings = try MacroSettings(table)
            (macros, macroFindings) = (settings.macros, settings.findings)
        }
    }

    /// The settings in a file, or the defaults where there is none.
    package static func load(_ path: String) throws(ConfigurationError) -> Configuration {
        guard let source = try SettingsText.read(path) else { return Configuration() }
        return try Configuration(toml: source.text, file: source.file)
    }

    private static func language(_ root: SettingsTable) throws(ConfigurationError) -> String? {
        guard let language = try root.string("language") else { return nil }
        guard InterfaceLanguage(rawValue: language) != nil else {
            throw root.unknownValue(language, of: "language", known: InterfaceLanguage.allCases.map(\.rawValue))
        }
        return language
    }

    private static func clipboard(_ root: SettingsTable) throws(ConfigurationError) -> Desktop.Clipboard {
        guard let word = try root.string("clipboard") else { return .auto }
        guard let clipboard = Desktop.Clipboard(rawValue: word) else {
            throw root.unknownValue(word, of: "clipboard", known: Desktop.Clipboard.allCases.map(\.rawValue))
        }
        return clipboard
    }

    private static func colors(_ root: SettingsTable) throws(ConfigurationError) -> Colors {
        guard let word = try root.string("colors") else { return .auto }
        guard let colors = Colors(rawValue: word) else {
            throw root.unknownValue(word, of: "colors", known: Colors.allCases.map(\.rawValue))
        }
        return colors
    }

    private static func keys(_ root: SettingsTable) throws(ConfigurationError) -> (
        [String: [String: String]], [KeyFinding]
    ) {
        guard let table = try root.section("keys") else { return ([:], []) }
        var keys: [String: [String: String]] = [:]
        for (context, section) in try table.sections() {
            // An empty one counts too: its name may be wrong.
            keys[context] = [:]
            for key in section.keys { keys[context, default: [:]][key] = try section.string(key) }
        }
        return (keys, KeySettings(keys, in: table).findings())
    }

    private static func views(_ root: SettingsTable) throws(ConfigurationError) -> [ViewSettings] {
        guard let table = try root.section("views") else { return [] }
        var views: [ViewSettings] = []
        for (name, section) in try table.sections() {
            try section.refuseKeys(outside: ["query", "sort"])
            let sort = try section.string("sort") ?? InboxSort.newest.rawValue
            guard InboxSort(rawValue: sort) != nil else {
                throw section.unknownValue(sort, of: "sort", known: InboxSort.allCases.map(\.rawValue))
            }
            views.append(ViewSettings(name: name, query: try section.string("query") ?? "*", sort: sort))
        }
        return views
    }

    private static func platforms(_ root: SettingsTable) throws(ConfigurationError) -> [String: PlatformSettings] {
        guard let table = try root.section("platforms") else { return [:] }
        var platforms: [String: PlatformSettings] = [:]
        for (name, section) in try table.sections() {
            platforms[name] = try PlatformSettings(section, over: PlatformSettings.builtIn[name] ?? PlatformSettings())
        }
        return platforms
    }
}

nonisolated extension PlatformSettings {
    fileprivate init(_ table: SettingsTable, over known: PlatformSettings) throws(ConfigurationError) {
        try table.refuseKeys(outside: ["length", "counting", "hold"])
        self = known
        if let length = try table.integer("length", in: 0...1_000_000) {
            self.length = length == 0 ? nil : length
        }
        if let hold = try table.integer("hold", in: 0...86_400) { self.hold = hold }
        switch try table.string("counting") {
        case nil: break
        case "plain": isWeighted = false
        case "weighted": isWeighted = true
        case let other?: throw table.unknownValue(other, of: "counting", known: ["plain", "weighted"])
        }
    }
}
