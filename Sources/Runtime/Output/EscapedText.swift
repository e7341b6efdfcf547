/// Text for pipes and files: nothing in it can act on a terminal that it ends up on.
nonisolated package enum EscapedText {
    /// Whether a scalar acts or hides instead of being seen: controls, format characters (bidi, zero width, tags),
    /// line and paragraph separators, private and unassigned ones.
    package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// One line of plain text: what is unsafe becomes `\u{1B}`, and a backslash before `u{` is doubled, so that
    /// nobody can write what looks like our escape.
    package static func line(_ raw: String) -> String {
        var line = ""
        line.reserveCapacity(raw.utf8.count)
        for scalar in raw.unicodeScalars {
            switch scalar {
            case "\\": line += "\\\\"
            case _ where isUnsafe(scalar): line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}
