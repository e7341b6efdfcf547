import Foundation
import Screen

nonisolated extension ThemeFinding {
    /// What is wrong, and where in the theme.
    /// - Parameter theme: its name or its file.
    package func sentence(of theme: String) -> Phrase {
        switch fault {
        case .contrast(let ratio, let needed):
            Phrase("%1: %2 (%3): contrast %4, needed %5", theme, place, terminal, Self.shown(ratio), Self.shown(needed))
        case .colorAlone(let other):
            Phrase("%1: %2 and %3 (%4) differ by colour alone", theme, role.rawValue, other.rawValue, terminal)
        case .alike(let other, let vision, _, _):
            Phrase(
                "%1: %2 and %3 (%4) look alike with %5", theme, role.rawValue, other.rawValue, terminal,
                vision.phrase)
        }
    }

    /// The same as a line of JSON.
    package func line(of theme: String) -> JSONLine {
        var line = JSONLine()
        line.add("theme", .string(theme))
        line.add("role", .string(role.rawValue))
        line.add("on", .string(backdrop?.rawValue))
        line.add("depth", .string(depth))
        line.add("palette", .string(palette))
        line.add("background", .string(shade?.rawValue))
        switch fault {
        case .contrast(let ratio, let needed):
            add("contrast", nil, value: ratio, needed: needed, to: &line)
        case .colorAlone(let other):
            add("color_alone", other, value: nil, needed: nil, to: &line)
        case .alike(let other, let vision, let distance, let needed):
            add(vision.rawValue, other, value: distance, needed: needed, to: &line)
        }
        return line
    }

    private func add(_ kind: String, _ other: Role?, value: Double?, needed: Double?, to line: inout JSONLine) {
        line.add("finding", .string(kind))
        line.add("other", .string(other?.rawValue))
        line.add("value", value.map { JSONValueText(text: Self.shown($0)) } ?? .null)
        line.add("needed", needed.map { JSONValueText(text: Self.shown($0)) } ?? .null)
    }

    private var place: String { role.rawValue + (backdrop.map { " + " + $0.rawValue } ?? "") }

    /// `16, Tango dark`.
    private var terminal: String {
        let palette = [palette, shade?.rawValue].compactMap { $0 }.joined(separator: " ")
        return palette.isEmpty ? depth : depth + ", " + palette
    }

    private var depth: String {
        switch colors {
        case ..<8: ColorDepth.mono.rawValue
        case ...256: "\(colors)"
        default: ColorDepth.rgb.rawValue
        }
    }

    /// Rounded down: what is too little must not look like enough.
    private static func shown(_ number: Double) -> String {
        String(format: "%.2f", (number * 100).rounded(.down) / 100)
    }
}

nonisolated extension ColorVision {
    fileprivate var phrase: Phrase {
        switch self {
        case .protanopia: "protanopia (red)"
        case .deuteranopia: "deuteranopia (green)"
        case .tritanopia: "tritanopia (blue)"
        }
    }
}
