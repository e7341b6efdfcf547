/// What a terminal makes of its 16 colours and of its own foreground and background.
package struct TerminalPalette: Hashable, Sendable {
    /// The terminal's own colours, where a cell has none.
    package struct Own: Hashable, Sendable {
        /// Of text.
        package var text: RGB
        /// Behind it.
        package var background: RGB
    }

    /// For people.
    package var name: String
    /// Black, red, green, yellow, blue, magenta, cyan, white, then the bright ones.
    package var colors: [RGB]
    /// In the terminal's dark form.
    package var dark: Own
    /// In its light form.
    package var light: Own

    /// The terminal's own colours in a form.
    package func own(_ shade: Shade) -> Own {
        shade == .dark ? dark : light
    }

    init(_ name: String, dark: (UInt32, on: UInt32), light: (UInt32, on: UInt32), _ colors: [UInt32]) {
        self.name = name
        self.colors = colors.map { RGB($0) }
        self.dark = Own(text: RGB(dark.0), background: RGB(dark.on))
        self.light = Own(text: RGB(light.0), background: RGB(light.on))
    }
}

extension TerminalPalette {
    /// The palettes that `ThemeLint` asks.
    package static let all = [xterm, console, tango, solarized]

    /// xterm's defaults (XTerm-col.ad).
    package static let xterm = TerminalPalette(
        "xterm", dark: (0xe5e5e5, on: 0x000000), light: (0x000000, on: 0xffffff),
        [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
            0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ])

    /// The Linux console (drivers/tty/vt/vt.c, `default_red` and its neighbours). It has no light form; its colours
    /// are asked on white, as terminals with this palette show them.
    package static let console = TerminalPalette(
        "Linux", dark: (0xaaaaaa, on: 0x000000), light: (0x000000, on: 0xffffff),
        [
            0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
            0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
        ])

    /// Tango, on the backgrounds of GNOME Terminal's "Tango dark" and "Tango light".
    package static let tango = TerminalPalette(
        "Tango", dark: (0xd3d7cf, on: 0x2e3436), light: (0x2e3436, on: 0xeeeeec),
        [
            0x2e3436, 0xcc0000, 0x4e9a06, 0xc4a000, 0x3465a4, 0x75507b, 0x06989a, 0xd3d7cf,
            0x555753, 0xef2929, 0x8ae234, 0xfce94f, 0x729fcf, 0xad7fa8, 0x34e2e2, 0xeeeeec,
        ])

    /// Solarized (Ethan Schoonover), whose bright colours are mostly greys.
    package static let solarized = TerminalPalette(
        "Solarized", dark: (0x839496, on: 0x002b36), light: (0x657b83, on: 0xfdf6e3),
        [
            0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5,
            0x002b36, 0xcb4b16, 0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
        ])
}
