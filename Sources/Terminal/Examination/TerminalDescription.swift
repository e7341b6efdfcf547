import CNcurses

/// What this host's terminfo says of a terminal.
nonisolated package struct TerminalDescription: Equatable, Sendable {
    /// How many colours; 0: none.
    package var colors: Int
    /// It names `RGB` or `Tc` (user_caps(5)): colours may be given as red, green and blue.
    package var hasDirectColor: Bool
    /// The cursor can be placed and the screen cleared, which a screen full of cells needs.
    package var placesCursor: Bool

    /// A description that was read already.
    package init(colors: Int, hasDirectColor: Bool = false, placesCursor: Bool = true) {
        self.colors = colors
        self.hasDirectColor = hasDirectColor
        self.placesCursor = placesCursor
    }

    /// Reads the entry of this name; nil: this host has none. Not while a `Terminal` is open: ncurses knows one at a
    /// time.
    @MainActor
    package init?(named name: String) {
        var found = curses_description()
        guard !name.isEmpty, curses_describe(name, &found) else { return nil }
        self.init(
            colors: Int(found.colors), hasDirectColor: found.has_direct_colour, placesCursor: found.places_cursor)
    }
}
