/// The background that a theme is made for.
package enum Shade: String, CaseIterable, Hashable, Sendable {
    case dark, light
}

/// How many colours a terminal has, in the steps that themes tell apart. The raw values are the names in theme files.
package enum ColorDepth: String, CaseIterable, Hashable, Sendable {
    /// None, by `NO_COLOR` or by the terminal's description.
    case mono
    /// The terminal's own 16 colours, or the first eight of them.
    case sixteen = "16"
    /// xterm's palette.
    case palette = "256"
    /// Every colour, by red, green and blue, beside xterm's palette.
    case rgb

    /// - Parameter colors: as terminfo counts them.
    package init(colors: Int) {
        switch colors {
        case ..<8: self = .mono
        case ..<256: self = .sixteen
        case 256: self = .palette
        default: self = .rgb
        }
    }
}
