/// What a cell means; a theme says how that looks. The raw values are the names in theme files.
package enum Role: String, CaseIterable, Hashable, Sendable {
    case text, dim, title
    case statusBar = "status.bar"
    case statusMessage = "status.message"
    case statusError = "status.error"
    case listCursor = "list.cursor"
    case listCursorInactive = "list.cursor.inactive"
    case listUnread = "list.unread"
    case stateNew = "state.new"
    case stateOpen = "state.open"
    case stateWaiting = "state.waiting"
    case stateHeld = "state.held"
    case stateSnoozed = "state.snoozed"
    case stateCommunity = "state.community"
    case stateResolved = "state.resolved"
    case stateClosed = "state.closed"
    case priorityHigh = "priority.high"
    case priorityUrgent = "priority.urgent"
    case author
    case authorTeam = "author.team"
    case authorBot = "author.bot"
    case threadContext = "thread.context"
    case threadNote = "thread.note"
    case threadDecision = "thread.decision"
    case threadReply = "thread.reply"
    case platformStatus = "platform.status"
    case badge, border, prompt
    case helpKey = "help.key"
    case helpText = "help.text"
    case composerText = "composer.text"
    case composerOver = "composer.over"
    case match
}

/// A style for each role; a role without one has the terminal's own colours.
package struct Theme: Hashable, Sendable {
    /// As in the configuration.
    package var name: String
    /// The background that the theme is made for; nil: any.
    package var shade: Shade?
    /// The roles the theme says something about.
    package var styles: [Role: Style]
    /// All styles for terminals of a depth that the theme says something about.
    package var depths: [ColorDepth: [Role: Style]]

    /// A theme of a name and its styles.
    package init(
        name: String, shade: Shade? = nil, styles: [Role: Style], depths: [ColorDepth: [Role: Style]] = [:]
    ) {
        self.name = name
        self.shade = shade
        self.styles = styles
        self.depths = depths
    }

    /// The style of a role.
    package subscript(role: Role) -> Style {
        styles[role] ?? .standard
    }

    /// The colours that all cells have which nothing else colours: those of `text`.
    package var ground: Style {
        Style(foreground: self[.text].foreground, background: self[.text].background)
    }

    /// Whether no role has a colour.
    package var isColorless: Bool {
        styles.values.allSatisfy { $0.foreground == .standard && $0.background == .standard }
    }

    /// The styles for a depth, before their colours are brought down to it. Without colours a theme looks like
    /// `plain`, unless it says how: what it told by colour would be lost.
    package func styles(at depth: ColorDepth) -> [Role: Style] {
        if let own = depths[depth] { return own }
        return depth == .mono && !isColorless ? Theme.plain.styles : styles
    }

    /// The theme for a terminal that knows `colors` colours (0, 8, 16, 256; more: direct colour).
    package func reduced(to colors: Int) -> Theme {
        Theme(
            name: name, shade: shade,
            styles: styles(at: ColorDepth(colors: colors)).mapValues { $0.reduced(to: colors) })
    }
}
