import Screen

/// What the dashboard is told at its start and does not change.
package struct DashboardSettings: Equatable, Sendable {
    /// The store's name as the status bar shows it.
    package var storeName: String
    /// Who acts.
    package var actor: String
    package var keymap: Keymap
    /// Seconds east of UTC in which times are shown and read.
    package var zoneOffset: Int
    package var platforms: [String: PlatformRules]
    /// The names of the themes that can be chosen, sorted.
    package var themes: [String]
    /// The theme at the start.
    package var theme: String
    /// Where the panes stand at the start, and how large they are.
    package var panes: PaneSettings
    /// The mouse is lotse's from the start on.
    package var takesMouse: Bool
    /// The tabs above the list; the first one is shown at the start.
    package var views: [SavedView]
    /// The interface's language, for what looks for words in its texts.
    package var catalogue: Catalogue
    /// The pages of the manual that `:help TOPIC` shows.
    package var manual: [ManualTopic]
    /// Macros of the settings, then those that were recorded; a later one takes the place of its name.
    package var macros: [Macro]
    /// What is wrong with the settings and was left out; said at the start.
    package var notice: Phrase?
    /// Where the last session broke off; nil: it was left.
    package var place: Place?

    package init(
        storeName: String, actor: String, keymap: Keymap = .standard, zoneOffset: Int = 0,
        platforms: [String: PlatformRules] = [:], themes: [String] = [], theme: String = "dark",
        views: [SavedView] = SavedView.shipped, catalogue: Catalogue = .english,
        manual: [ManualTopic] = [], macros: [Macro] = [], notice: Phrase? = nil, panes: PaneSettings = PaneSettings(),
        takesMouse: Bool = false, place: Place? = nil
    ) {
        self.storeName = storeName
        self.actor = actor
        self.keymap = keymap
        self.zoneOffset = zoneOffset
        self.platforms = platforms
        self.themes = themes
        self.theme = theme
        self.catalogue = catalogue
        self.manual = manual
        self.macros = macros
        self.notice = notice
        self.panes = panes
        self.takesMouse = takesMouse
        self.place = place
        self.views = views.isEmpty ? [.inbox] : views
    }

    package func rules(of platform: String) -> PlatformRules {
        platforms[platform] ?? PlatformRules()
    }
}

extension DashboardSettings {
    /// The same where lines are read: one pane at a time, so that no preview is loaded.
    package var forLines: DashboardSettings {
        var settings = self
        settings.panes = PaneSettings(arrangement: .single)
        settings.takesMouse = false
        return settings
    }
}

/// What a platform allows of a reply.
package struct PlatformRules: Equatable, Sendable {
    package var length: LengthRule
    /// Seconds in which a sent reply can be taken back.
    package var hold: Int

    package init(length: LengthRule = .plain(limit: nil), hold: Int = 15) {
        self.length = length
        self.hold = hold
    }
}
