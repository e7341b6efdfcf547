import Screen

/// A theme as its file says it, before it is laid over the theme it inherits from.
nonisolated package struct ThemeFile: Sendable {
    /// What a role's colour is called, and where that stands.
    struct ColorReference {
        var name: String
        var key: String
        var place: ConfigurationError.Place
    }

    /// A colour that stands there, or the name of one in the palette of this theme or one that inherits from it.
    enum ColorValue {
        case color(Color)
        case reference(ColorReference)
    }

    /// A role's style whose colours may still be names.
    struct RoleStyle {
        var foreground: ColorValue?
        var background: ColorValue?
        var attributes: Style.Attributes
    }

    /// The name of another theme, and where it stands.
    struct Parent {
        var name: String
        var place: ConfigurationError.Place
    }

    /// What can be said for all terminals, and for those of one depth.
    struct Part {
        /// The theme that this one changes.
        var inherits: Parent?
        var palette: [String: Color]
        var roles: [Role: RoleStyle]
    }

    /// nil: the file does not say one.
    package let name: String?
    /// The background it is made for; nil: the file does not say.
    package let shade: Shade?
    /// For all terminals.
    let whole: Part
    /// For terminals of some depths.
    let depths: [ColorDepth: Part]

    /// Reads `themes/NAME.toml` (TOML 1.0).
    package init(_ source: SettingsText) throws(ConfigurationError) {
        let root = try SettingsTable(source)
        try root.refuseThemeKeys(outside: ["name", "background", "depth"] + Part.keys)
        name = try root.name("name")
        shade = try Self.shade(root)
        whole = try Part(root)
        depths = try Self.depths(root.section("depth"))
    }

    private static func shade(_ root: SettingsTable) throws(ConfigurationError) -> Shade? {
        guard let word = try root.string("background") else { return nil }
        guard let shade = Shade(rawValue: word) else {
            throw .notAmong(
                root.place(of: "background"), key: "background", value: word, allowed: Shade.allCases.map(\.rawValue))
        }
        return shade
    }

    private static func depths(_ table: SettingsTable?) throws(ConfigurationError) -> [ColorDepth: Part] {
        guard let table else { return [:] }
        let names = ColorDepth.allCases.map(\.rawValue)
        try table.refuseThemeKeys(outside: names)
        var depths: [ColorDepth: Part] = [:]
        for (name, section) in try table.sections() {
            guard let depth = ColorDepth(rawValue: name) else { continue }
            try section.refuseThemeKeys(outside: Part.keys)
            depths[depth] = try Part(section)
        }
        return depths
    }
}

nonisolated extension ThemeFile.Part {
    static let keys = ["inherits", "palette", "roles"]

    fileprivate init(_ table: SettingsTable) throws(ConfigurationError) {
        inherits = try table.name("inherits").map { ThemeFile.Parent(name: $0, place: table.place(of: "inherits")) }
        palette = try Self.palette(table.section("palette"))
        roles = try Self.roles(table.section("roles"))
    }

    private static func palette(_ table: SettingsTable?) throws(ConfigurationError) -> [String: Color] {
        var palette: [String: Color] = [:]
        guard let table else { return palette }
        for key in table.keys {
            switch try table.color(key) {
            case .color(let color): palette[key] = color
            case .reference(let reference): palette[key] = try reference.resolved(in: [:])
            case nil: break
            }
        }
        return palette
    }

    private static func roles(_ table: SettingsTable?) throws(ConfigurationError) -> [Role: ThemeFile.RoleStyle] {
        var roles: [Role: ThemeFile.RoleStyle] = [:]
        guard let table else { return roles }
        try table.refuseThemeKeys(outside: Role.allCases.map(\.rawValue))
        for key in table.keys {
            guard let role = Role(rawValue: key) else { continue }
            roles[role] = try table.section(key)?.roleStyle()
        }
        return roles
    }
}
