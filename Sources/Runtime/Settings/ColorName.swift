import Screen

nonisolated extension Color {
    /// The names of the terminal's 16 colours, in their order (ECMA-48 for the first eight).
    static let names: [String] = {
        let colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return colors + colors.map { "bright-" + $0 }
    }()

    /// `red`, `bright-blue`, `default`, `#ff8800`; nil: none of these.
    init?(named name: String) {
        if name == "default" {
            self = .standard
        } else if let index = Self.names.firstIndex(of: name) {
            self = .ansi(UInt8(index))
        } else {
            let digits = name.utf8.dropFirst()
            guard name.hasPrefix("#"), digits.count == 6, digits.allSatisfy(Self.isHexadecimal),
                let value = UInt32(name.dropFirst(), radix: 16)
            else { return nil }
            self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
        }
    }

    /// Of xterm's palette of 256; the first 16 are the terminal's own.
    init(number: UInt8) {
        self = number < 16 ? .ansi(number) : .indexed(number)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
