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
        try theme(named: name, at: nil, within: [], load: load)
    }

    /// - Parameter within: the themes that need this one for a depth, the first one first.
    fileprivate static func theme(
        named name: String, at place: ConfigurationError.Place?, within: [String],
        load: (String) throws(ConfigurationError) -> SettingsText?
    ) throws(ConfigurationError) -> Theme {
        guard !within.contains(name) else { throw .themeCycle(within.drop { $0 != name } + [name]) }
        var line = ThemeLine(base: Theme(name: name, styles: [:]))
        var names: [String] = []
        var next: Parent? = Parent(name: name, place: place ?? ConfigurationError.Place(file: name, line: 1))
        while let asked = next {
            if names.contains(asked.name), asked.name != names.last || compiledIn[asked.name] == nil {
                throw .themeCycle(names.drop { $0 != asked.name } + [asked.name])
            }
            guard names.last != asked.name, let source = try load(asked.name) else {
                guard let compiled = compiledIn[asked.name] else {
                    throw .noSuchTheme(asked.name, names.isEmpty ? place : asked.place)
                }
                line.base = compiled
                break
            }
            let file = try ThemeFile(source)
            line.files.append(file)
            names.append(asked.name)
            next = file.whole.inherits
        }
        return try line.combined(name: line.files.first?.name ?? name) { (parent) throws(ConfigurationError) in
            try theme(named: parent.name, at: parent.place, within: within + [name], load: load)
        }
    }
}

/// A theme and what it inherits from.
nonisolated private struct ThemeLine {
    /// The nearest first.
    var files: [ThemeFile] = []
    /// What the last one inherits from without a file.
    var base: Theme

    /// - Parameter load: the theme that one inherits from for a depth.
    func combined(
        name: String, load: (ThemeFile.Parent) throws(ConfigurationError) -> Theme
    ) throws(ConfigurationError) -> Theme {
        let palette = merged(files.map(\.whole.palette))
        var theme = Theme(name: name, shade: files.lazy.compactMap(\.shade).first ?? base.shade, styles: base.styles)
        try lay(files.map(\.whole.roles), over: &theme.styles, palette)
        for depth in ColorDepth.allCases {
            let parts = files.compactMap { $0.depths[depth] }
            guard !parts.isEmpty || base.depths[depth] != nil else { continue }
            theme.depths[depth] = try styles(depth, parts, palette, load)
        }
        return theme
    }

    private func styles(
        _ depth: ColorDepth, _ parts: [ThemeFile.Part], _ palette: [String: Color],
        _ load: (ThemeFile.Parent) throws(ConfigurationError) -> Theme
    ) throws(ConfigurationError) -> [Role: Style] {
        let palette = palette.merging(merged(parts.map(\.palette))) { $1 }
        var styles: [Role: Style] = [:]
        // A nearer theme's word on what it inherits makes farther ones' roles for this depth void.
        let last = parts.firstIndex { $0.inherits != nil }
        if let last, let parent = parts[last].inherits {
            styles = try load(parent).styles(at: depth)
        } else if depth == .mono {
            styles = base.depths[depth] ?? Theme.plain.styles
        } else {
            styles = base.depths[depth] ?? base.styles
            try lay(files.map(\.whole.roles), over: &styles, palette)
        }
        try lay(parts.prefix(last.map { $0 + 1 } ?? parts.count).map(\.roles), over: &styles, palette)
        return styles
    }

    private func merged(_ palettes: [[String: Color]]) -> [String: Color] {
        palettes.reversed().reduce(into: [:]) { $0.merge($1) { $1 } }
    }

    private func lay(
        _ roles: [[Role: ThemeFile.RoleStyle]], over styles: inout [Role: Style], _ palette: [String: Color]
    ) throws(ConfigurationError) {
        for roles in roles.reversed() {
            for (role, style) in roles.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                styles[role] = try style.resolved(in: palette)
            }
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

    /// The theme in a file, which inherits from those that `theme(_:)` finds; nil: there is no such file.
    package func loadTheme(file: String) throws(ConfigurationError) -> Theme? {
        guard let source = try SettingsText.read(file) else { return nil }
        let name = Self.themeName(ofFile: file)
        return try ThemeFile.theme(named: name) { (asked) throws(ConfigurationError) -> SettingsText? in
            if asked == name { return source }
            guard let path = theme(asked) else { return nil }
            return try SettingsText.read(path)
        }
    }
}
