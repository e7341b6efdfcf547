import Screen

nonisolated extension ThemeFile {
    /// The themes that are there without any file.
    package static let compiledIn = [Theme.dark.name: Theme.dark, Theme.plain.name: Theme.plain]

    /// A theme with all that it inherits. Colours are named by the palettes of the whole line, a nearer theme's
    /// before a farther one's, so that a theme may change the palette and leave the roles.
    ///
    /// A theme that inherits from its own name builds on the compiled-in one.
    /// - Parameter load: The file of a theme; nil: there is none. Compiled-in themes need none.
    package static func theme(
        named name: String, load: (String) throws(ConfigurationError) -> SettingsText?
    ) throws(ConfigurationError) -> Theme {
        var line: [ThemeFile] = []
        var names: [String] = []
        var base = Theme(name: name, styles: [:])
        var next: (name: String, place: ConfigurationError.Place?)? = (name, nil)
        while let asked = next {
            if names.contains(asked.name), asked.name != names.last || compiledIn[asked.name] == nil {
                throw .themeCycle(names.drop { $0 != asked.name } + [asked.name])
            }
            guard names.last != asked.name, let source = try load(asked.name) else {
                guard let compiled = compiledIn[asked.name] else { throw .noSuchTheme(asked.name, asked.place) }
                base = compiled
                break
            }
            let file = try ThemeFile(source)
            line.append(file)
            names.append(asked.name)
            next = file.inherits.map { ($0, file.inheritsPlace) }
        }
        return try combined(line, over: base, name: line.first?.name ?? name)
    }

    /// - Parameter line: The nearest theme first.
    private static func combined(
        _ line: [ThemeFile], over base: Theme, name: String
    ) throws(ConfigurationError) -> Theme {
        var palette: [String: Color] = [:]
        var styles = base.styles
        for file in line.reversed() { palette.merge(file.palette) { $1 } }
        for file in line.reversed() {
            for (role, style) in file.roles.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                styles[role] = try style.resolved(in: palette)
            }
        }
        return Theme(name: name, styles: styles)
    }
}

nonisolated extension ThemeFile.RoleStyle {
    fileprivate func resolved(in palette: [String: Color]) throws(ConfigurationError) -> Style {
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

nonisolated extension Paths {
    /// The theme of a name, out of the files that `theme(_:)` finds.
    package func loadTheme(_ name: String) throws(ConfigurationError) -> Theme {
        try ThemeFile.theme(named: name) { (name) throws(ConfigurationError) -> SettingsText? in
            guard let path = theme(name) else { return nil }
            return try SettingsText.read(path)
        }
    }
}
