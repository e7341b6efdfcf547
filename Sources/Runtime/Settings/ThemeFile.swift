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

    /// nil: the file does not say one.
    package let name: String?
    /// The theme that this one changes.
    package let inherits: String?
    let inheritsPlace: ConfigurationError.Place
    let palette: [String: Color]
    let roles: [Role: RoleStyle]

    /// Reads `themes/NAME.toml` (TOML 1.0).
    package init(_ source: SettingsText) throws(ConfigurationError) {
        let root = try SettingsTable(source)
        try root.refuseKeys(outside: ["name", "inherits", "palette", "roles"])
        name = try root.name("name")
        inherits = try root.name("inherits")
        inheritsPlace = root.place(of: "inherits")
        palette = try Self.palette(root.section("palette"))
        roles = try Self.roles(root.section("roles"))
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

    private static func roles(_ table: SettingsTable?) throws(ConfigurationError) -> [Role: RoleStyle] {
        var roles: [Role: RoleStyle] = [:]
        guard let table else { return roles }
        for key in table.keys {
            guard let role = Role(rawValue: key) else {
                throw table.unknownKey(key, known: Role.allCases.map(\.rawValue))
            }
            roles[role] = try table.section(key)?.roleStyle()
        }
        return roles
    }
}

nonisolated extension ThemeFile.ColorReference {
    /// The palette's colour of this name, else the terminal's.
    func resolved(in palette: [String: Color]) throws(ConfigurationError) -> Color {
        if let color = palette[name] ?? Color(named: name) { return color }
        let known = palette.keys.sorted() + Color.names + ["default"]
        throw .unknownValue(place, key: key, value: name, suggestion: known.nearest(to: name))
    }
}

nonisolated extension SettingsTable {
    private static let attributes: [(key: String, attribute: Style.Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ]

    /// `{ fg = "red", bg = 236, bold = true }`
    fileprivate func roleStyle() throws(ConfigurationError) -> ThemeFile.RoleStyle {
        try refuseKeys(outside: ["fg", "bg"] + Self.attributes.map(\.key))
        var style = ThemeFile.RoleStyle(foreground: try color("fg"), background: try color("bg"), attributes: [])
        for (key, attribute) in Self.attributes where try bool(key) == true {
            style.attributes.insert(attribute)
        }
        return style
    }

    fileprivate func color(_ key: String) throws(ConfigurationError) -> ThemeFile.ColorValue? {
        switch kind(of: key) {
        case nil: return nil
        case .string:
            let name = try string(key) ?? ""
            return .reference(ThemeFile.ColorReference(name: name, key: fullName(key), place: place(of: key)))
        case .integer:
            return try integer(key, in: 0...255).map { .color(Color(number: UInt8($0))) }
        case let got?:
            throw .wrongKind(place(of: key), key: fullName(key), expected: .color, got: got)
        }
    }
}
