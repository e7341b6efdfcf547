import Foundation

/// A colour as a screen shows it (sRGB, IEC 61966-2-1).
package struct RGB: Hashable, Sendable {
    /// 0 ... 255.
    package var red: UInt8
    /// 0 ... 255.
    package var green: UInt8
    /// 0 ... 255.
    package var blue: UInt8

    /// A colour of its three parts.
    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `0xff8800`; higher bits are passed over.
    package init(_ value: UInt32) {
        self.init(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }

    /// The parts as amounts of light, 0 ... 1.
    package var linear: (red: Double, green: Double, blue: Double) {
        (Self.light(red), Self.light(green), Self.light(blue))
    }

    /// Relative luminance, 0 (black) ... 1 (white), as WCAG 2.2 defines it.
    package var luminance: Double {
        let light = linear
        return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
    }

    /// Contrast ratio, 1 ... 21, as WCAG 2.2 defines it; the order of the two does not matter.
    package func contrast(with other: RGB) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private static func light(_ part: UInt8) -> Double {
        let value = Double(part) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
