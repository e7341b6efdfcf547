/// The colours of a cell as a terminal with a palette shows them.
struct ShownColors {
    /// Foregrounds that the terminal may choose from.
    private let foregrounds: [RGB]
    private let background: RGB
    private let isFaint: Bool
    /// The terminal's own text on its own background: not the theme's matter.
    private let isOwn: Bool
    /// Whether another palette would show something else.
    let dependsOnPalette: Bool

    /// - Parameters:
    ///   - style: reduced to `colors` and laid over the ground already.
    ///   - colors: as terminfo counts them.
    init(_ style: Style, palette: TerminalPalette, shade: Shade, colors: Int) {
        let own = palette.own(shade)
        var foregrounds = [style.foreground.shown(palette) ?? own.text]
        if style.bold, case .ansi(let index) = style.foreground, index < 8 {
            // Terminals of eight colours show bold ones bright; the others may.
            let bright = palette.colors[Int(index) + 8]
            foregrounds = colors < 16 ? [bright] : foregrounds + [bright]
        }
        self.foregrounds = foregrounds
        background = style.background.shown(palette) ?? own.background
        isFaint = style.dim
        isOwn = style.foreground == .standard && style.background == .standard && !style.dim
        dependsOnPalette = style.foreground.fixed == nil || style.background.fixed == nil
    }

    /// nil: nothing to judge. Reverse exchanges the two colours, which leaves their contrast. Faint text is drawn
    /// somewhere between text and background, each terminal in its way; here it counts half.
    var worstContrast: Double? {
        guard !isOwn else { return nil }
        let worst = foregrounds.map { $0.contrast(with: background) }.min()
        return worst.map { isFaint ? max(1, $0 / 2) : $0 }
    }
}

extension Color {
    /// The colour where it is the same on every terminal; nil: the terminal's palette decides.
    var fixed: RGB? {
        switch self {
        case .standard, .ansi: nil
        case .indexed(let index) where index < 16: nil
        case .indexed(let index):
            RGB(
                UInt8(Self.components(of: index).0), UInt8(Self.components(of: index).1),
                UInt8(Self.components(of: index).2))
        case .rgb(let red, let green, let blue): RGB(red, green, blue)
        }
    }

    /// The colour in a palette; nil: the terminal's own foreground or background.
    func shown(_ palette: TerminalPalette) -> RGB? {
        switch self {
        case .standard: nil
        case .ansi(let index): palette.colors[Int(index & 15)]
        case .indexed(let index) where index < 16: palette.colors[Int(index)]
        case .indexed, .rgb: fixed
        }
    }
}
