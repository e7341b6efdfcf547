extension Style: CustomStringConvertible {
    /// `bold reverse ansi9 on ansi0`.
    package var description: String {
        var words: [String] = []
        if bold { words.append("bold") }
        if dim { words.append("dim") }
        if italic { words.append("italic") }
        if underline { words.append("underline") }
        if reverse { words.append("reverse") }
        if foreground != .standard { words.append("\(foreground)") }
        if background != .standard { words.append("on \(background)") }
        return words.isEmpty ? "standard" : words.joined(separator: " ")
    }

    /// Select Graphic Rendition, from a reset on.
    var sgr: String {
        var codes = [0]
        if bold { codes.append(1) }
        if dim { codes.append(2) }
        if italic { codes.append(3) }
        if underline { codes.append(4) }
        if reverse { codes.append(7) }
        codes += foreground.sgrCodes(ground: 30) + background.sgrCodes(ground: 40)
        return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m"
    }
}

extension Color: CustomStringConvertible {
    /// `ansi9`, `index208`, `#ff8800`.
    package var description: String {
        switch self {
        case .standard: return "standard"
        case .ansi(let index): return "ansi\(index)"
        case .indexed(let index): return "index\(index)"
        case .rgb(let red, let green, let blue):
            let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) | 1 << 24
            return "#" + String(value, radix: 16).dropFirst()
        }
    }

    /// - Parameter ground: 30 for the foreground, 40 for the background.
    func sgrCodes(ground: Int) -> [Int] {
        switch self {
        case .standard: []
        case .ansi(let index) where index < 8: [ground + Int(index)]
        case .ansi(let index): [ground + 60 + Int(index & 7)]
        case .indexed(let index): [ground + 8, 5, Int(index)]
        case .rgb(let red, let green, let blue): [ground + 8, 2, Int(red), Int(green), Int(blue)]
        }
    }
}
