extension Style {
    /// The style for a terminal that knows `colors` colours.
    package func reduced(to colors: Int) -> Style {
        var style = self
        style.foreground = foreground.reduced(to: colors)
        style.background = background.reduced(to: colors)
        // Bright black on black is black: with eight colours it would be unreadable text. Faint text would be too:
        // the Linux console shows it in bright black.
        if colors < 16, foreground == .ansi(8) {
            style.foreground = .standard
        } else if colors < 16, case .ansi(9...15) = foreground {
            style.bold = true
        }
        return style
    }
}

extension Color {
    /// The nearest colour a terminal with `colors` colours can show.
    package func reduced(to colors: Int) -> Color {
        guard colors >= 8 else { return .standard }
        switch self {
        case .standard:
            return .standard
        case .ansi(let index):
            return .ansi(colors < 16 ? index & 7 : index & 15)
        case .indexed(let index):
            if colors >= 256 { return self }
            return Self.nearest(to: Self.components(of: index), in: 0..<(colors >= 16 ? 16 : 8))
        case .rgb(let red, let green, let blue):
            if colors > 256 { return self }
            let wanted = (Int(red), Int(green), Int(blue))
            return Self.nearest(to: wanted, in: colors == 256 ? 16..<256 : 0..<(colors >= 16 ? 16 : 8))
        }
    }

    private static func nearest(to wanted: (Int, Int, Int), in palette: Range<Int>) -> Color {
        var best = palette.lowerBound
        var least = Int.max
        for index in palette {
            let (red, green, blue) = components(of: UInt8(index))
            let distance =
                (red - wanted.0) * (red - wanted.0) + (green - wanted.1) * (green - wanted.1)
                + (blue - wanted.2) * (blue - wanted.2)
            if distance < least { (best, least) = (index, distance) }
        }
        return best < 16 ? .ansi(UInt8(best)) : .indexed(UInt8(best))
    }

    /// xterm's palette: 16 named colours, a cube of 6 x 6 x 6, 24 greys.
    static func components(of index: UInt8) -> (Int, Int, Int) {
        let index = Int(index)
        if index < 8 { return ((index & 1) * 205, (index >> 1 & 1) * 205, (index >> 2 & 1) * 205) }
        if index == 8 { return (127, 127, 127) }
        if index < 16 { return ((index & 1) * 255, (index >> 1 & 1) * 255, (index >> 2 & 1) * 255) }
        if index >= 232 {
            let grey = 8 + (index - 232) * 10
            return (grey, grey, grey)
        }
        let level = { (step: Int) in step == 0 ? 0 : 55 + step * 40 }
        return (level((index - 16) / 36), level((index - 16) / 6 % 6), level((index - 16) % 6))
    }
}
