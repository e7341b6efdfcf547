extension Theme {
    /// The default: the terminal's 16 colours on its own background, so that the user's palette decides. Which of them
    /// can be read in the usual palettes is worked out by `ThemeLint`.
    package static let dark = Theme(
        name: "dark", shade: .dark, styles: darkStyles,
        // With eight colours bright ones are bold, and bold is for what is unread.
        depths: [.sixteen: darkStyles.merging([.dim: Style(foreground: .ansi(6))]) { $1 }])

    private static let darkStyles: [Role: Style] = [
        .dim: Style(foreground: .ansi(12)),
        .title: Style(bold: true),
        .statusBar: Style(reverse: true),
        .statusMessage: Style(foreground: .ansi(14)),
        .statusError: Style(bold: true, reverse: true),
        .listCursor: Style(reverse: true),
        .listCursorInactive: Style(underline: true),
        .listUnread: Style(bold: true),
        .stateNew: Style(foreground: .ansi(14), bold: true),
        .stateOpen: Style(foreground: .ansi(11)),
        .stateWaiting: Style(foreground: .ansi(12)),
        .stateHeld: Style(foreground: .ansi(13)),
        .stateSnoozed: Style(foreground: .ansi(12)),
        .stateCommunity: Style(foreground: .ansi(6)),
        .stateResolved: Style(foreground: .ansi(12)),
        .stateClosed: Style(foreground: .ansi(12)),
        .priorityHigh: Style(foreground: .ansi(11)),
        .priorityUrgent: Style(foreground: .ansi(9), bold: true),
        .author: Style(foreground: .ansi(14)),
        .authorTeam: Style(foreground: .ansi(14), bold: true),
        .authorBot: Style(foreground: .ansi(12)),
        .threadContext: Style(foreground: .ansi(12)),
        .threadNote: Style(foreground: .ansi(14)),
        .threadDecision: Style(foreground: .ansi(15)),
        .threadReply: Style(foreground: .ansi(14)),
        .platformStatus: Style(foreground: .ansi(15)),
        .badge: Style(reverse: true),
        .border: Style(foreground: .ansi(12)),
        .prompt: Style(bold: true),
        .helpKey: Style(foreground: .ansi(14), bold: true),
        .composerOver: Style(bold: true, reverse: true),
        .match: Style(underline: true),
    ]

    /// No colour at all: for NO_COLOR, `vt100` and printed screens. Nothing is faint either: where a terminal's own
    /// text is just readable, fainter text is not.
    package static let plain = Theme(
        name: "plain",
        styles: [
            .title: Style(bold: true),
            .statusBar: Style(reverse: true),
            .statusMessage: Style(bold: true),
            .statusError: Style(bold: true, reverse: true),
            .listCursor: Style(reverse: true),
            .listCursorInactive: Style(underline: true),
            .listUnread: Style(bold: true),
            .stateNew: Style(bold: true),
            .stateOpen: Style(bold: true),
            .priorityHigh: Style(bold: true),
            .priorityUrgent: Style(bold: true, reverse: true),
            .authorTeam: Style(bold: true),
            .threadNote: Style(underline: true),
            .badge: Style(reverse: true),
            .prompt: Style(bold: true),
            .helpKey: Style(bold: true),
            .composerOver: Style(reverse: true),
            .match: Style(underline: true),
        ])
}
