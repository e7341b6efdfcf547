/// A colour of the terminal.
package enum Color: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// 0 ... 7 black, red, green, yellow, blue, magenta, cyan, white; 8 ... 15 the bright ones.
    case ansi(UInt8)
    /// xterm's palette of 256.
    case indexed(UInt8)
    case rgb(UInt8, UInt8, UInt8)
}

/// How cells look.
package struct Style: Hashable, Sendable {
    /// What a terminal can do to text besides colour.
    package struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit for each attribute.
        package let rawValue: UInt8

        /// A set of bits.
        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// SGR 1.
        package static let bold = Attributes(rawValue: 1)
        /// SGR 2.
        package static let dim = Attributes(rawValue: 2)
        /// SGR 3.
        package static let italic = Attributes(rawValue: 4)
        /// SGR 4.
        package static let underline = Attributes(rawValue: 8)
        /// SGR 7.
        package static let reverse = Attributes(rawValue: 16)
    }

    /// The terminal's own colours, no attribute.
    package static let standard = Style()

    /// The colour of the text.
    package var foreground: Color
    /// The colour behind it.
    package var background: Color
    /// All attributes at once.
    package var attributes: Attributes

    /// A style; `attributes` and the single ones add up.
    package init(
        foreground: Color = .standard, background: Color = .standard, attributes: Attributes = [],
        bold: Bool = false, dim: Bool = false, underline: Bool = false, reverse: Bool = false, italic: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.bold = bold || self.bold
        self.dim = dim || self.dim
        self.underline = underline || self.underline
        self.reverse = reverse || self.reverse
        self.italic = italic || self.italic
    }

    /// Whether it is bold.
    package var bold: Bool {
        get { self[.bold] }
        set { self[.bold] = newValue }
    }

    /// Whether it is faint.
    package var dim: Bool {
        get { self[.dim] }
        set { self[.dim] = newValue }
    }

    /// Whether it is underlined.
    package var underline: Bool {
        get { self[.underline] }
        set { self[.underline] = newValue }
    }

    /// Whether the colours are exchanged.
    package var reverse: Bool {
        get { self[.reverse] }
        set { self[.reverse] = newValue }
    }

    /// Whether it is slanted.
    package var italic: Bool {
        get { self[.italic] }
        set { self[.italic] = newValue }
    }

    /// This style laid over another: colours that are set here win, attributes add up.
    package func over(_ below: Style) -> Style {
        Style(
            foreground: foreground == .standard ? below.foreground : foreground,
            background: background == .standard ? below.background : background,
            attributes: attributes.union(below.attributes))
    }

    private subscript(attribute: Attributes) -> Bool {
        get { attributes.contains(attribute) }
        set {
            if newValue { attributes.insert(attribute) } else { attributes.remove(attribute) }
        }
    }
}
