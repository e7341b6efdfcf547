import Screen

nonisolated extension ThemeFile.ColorReference {
    /// The palette's colour of this name, else the terminal's.
    func resolved(in palette: [String: Color]) throws(ConfigurationError) -> Color {
        if let color = palette[name] ?? Color(named: name) { return color }
        let known = palette.keys.sorted() + Color.names + ["default"]
        throw .unknownColor(place, key: key, value: name, suggestion: known.nearest(to: name))
    }
}

nonisolated extension ThemeFile.RoleStyle {
    func resolved(in palette: [String: Color]) throws(ConfigurationError) -> Style {
        Style(
            foreground: try foreground?.resolved(in: palette) ?? .standard,
            background: try background?.resolved(in: palette) ?? .standard, attributes: attributes)
    }
}

nonisolated extension ThemeFile.ColorValue {
    fileprivate func resolved(in palette: [String: Color]) throws(ConfigurationError) -> Color {
        switch self {
        case .color(let color): color
        case .reference(let reference): try reference.resolved(in: palette)
        }
    }
}

nonisolated extension SettingsTable {
    private static let attributes: [(key: String, attribute: Style.Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ]

    /// Says what may stand here where nothing that is known looks like the key.
    func refuseThemeKeys(outside known: [String]) throws(ConfigurationError) {
        for key in keys where !known.contains(key) {
            if let suggestion = known.nearest(to: key) {
                throw .unknownKey(place(of: key), key: fullName(key), suggestion: suggestion)
            }
            throw .notAmong(place(of: key), key: fullName(key), value: nil, allowed: known)
        }
    }

    /// `{ fg = "red", bg = 236, bold = true }`
    func roleStyle() throws(ConfigurationError) -> ThemeFile.RoleStyle {
        try refuseThemeKeys(outside: ["fg", "bg"] + Self.attributes.map(\.key))
        var style = ThemeFile.RoleStyle(foreground: try color("fg"), background: try color("bg"), attributes: [])
        for (key, attribute) in Self.attributes where try bool(key) == true {
            style.attributes.insert(attribute)
        }
        return style
    }

    func color(_ key: String) throws(ConfigurationError) -> ThemeFile.ColorValue? {
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
