import Dashboard

/// A person's own settings, from `config.toml`. What changes state for all is in the store instead.
nonisolated package struct Configuration: Equatable, Sendable {
    /// The person of the team who acts; nil: the name of the real user.
    package var me: String?
    /// Command of the editor; nil: `$VISUAL`, then `$EDITOR`, then `vi`.
    package var editor: String?
    /// Name of a theme, never a path; nil: the one that was chosen in the dashboard, else `dark`.
    package var theme: String?
    /// `en` or `de`; nil: from `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`.
    package var language: String?
    /// Which way texts are copied.
    package var clipboard: Desktop.Clipboard
    /// The mouse is lotse's from the start on; `:mouse` changes it.
    package var takesMouse = false
    /// Whether colours go by red, green and blue where TERM does not say that the terminal takes them.
    package var colors: Colors = .auto
    /// Per context (inbox, thread, composer, prompt, help, sheet): key name to command or line.
    package var keys: [String: [String: String]]
    /// What is wrong with these bindings; those are left out.
    package var keyFindings: [KeyFinding]
    /// Macros by name.
    package var macros: [Macro]
    /// What is wrong with the others; those are left out.
    package var macroFindings: [MacroFinding]
    /// What the file says about platforms, over what is built in. Ask `platform(_:)`.
    package var platforms: [String: PlatformSettings]
    /// Where the panes stand and how large they are.
    package var panes: PaneSettings
    /// Views beside those that lotse comes with, by name; one of the same name takes its place.
    package var views: [ViewSettings]

    /// Settings that were read already; without arguments: the defaults.
    package init(
        me: String? = nil, editor: String? = nil, theme: String? = nil, language: String? = nil,
        clipboard: Desktop.Clipboard = .auto, keys: [String: [String: String]] = [:], keyFindings: [KeyFinding] = [],
        macros: [Macro] = [], macroFindings: [MacroFinding] = [], platforms: [String: PlatformSettings] = [:],
        views: [ViewSettings] = [], panes: PaneSettings = PaneSettings()
    ) {
        self.me = me
        self.editor = editor
        self.theme = theme
        self.language = language
        self.clipboard = clipboard
        self.keys = keys
        self.keyFindings = keyFindings
        self.macros = macros
        self.macroFindings = macroFindings
        self.platforms = platforms
        self.views = views
        self.panes = panes
    }

    /// Which colours are drawn.
    package enum Colors: String, CaseIterable, Sendable {
        /// Those that the terminal's description has.
        case auto
        /// By red, green and blue.
        case rgb
    }

    /// What holds for a platform: the file's word, else what is built in, else no limit.
    package func platform(_ name: String) -> PlatformSettings {
        platforms[name] ?? PlatformSettings.builtIn[name] ?? PlatformSettings()
    }
}
