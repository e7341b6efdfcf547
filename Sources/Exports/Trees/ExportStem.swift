extension ExportEntry {
    /// What stands after the last dot of the name, in lower case; nil: no dot.
    package var ending: String? {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }
}

/// Names of files as names of channels and in notes.
package enum ExportStem {
    /// A file's name without its ending, fit to name a channel: printable, at most 80 characters; `export` where
    /// nothing is left. An ending that says how the file is compressed goes first.
    package static func of(_ name: some StringProtocol) -> String {
        let bare = ContainerKind.withoutEnding(String(name))
        let end = bare.lastIndex(of: ".") ?? bare.endIndex
        let stem = end == bare.startIndex ? bare[...] : bare[..<end]
        let cleaned = stem.unicodeScalars.filter { isPrintable($0) && $0 != "\u{FFFD}" }
        let words = String(String.UnicodeScalarView(cleaned.prefix(80))).split(
            separator: " ", omittingEmptySubsequences: false)
        let trimmed = words.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed().joined(separator: " ")
        return trimmed.isEmpty ? "export" : trimmed
    }

    /// What stands after the last dot of a file's name, in lower case, an ending that says how the file is compressed
    /// apart; nil: no dot.
    package static func ending(_ name: String) -> String? {
        let bare = ContainerKind.withoutEnding(name)
        return bare.lastIndex(of: ".").map { bare[bare.index(after: $0)...].lowercased() }
    }

    /// A name inside a sentence: printable, at most 80 characters, the end of longer ones.
    static func shown(_ name: String) -> String {
        let scalars = name.unicodeScalars.map { isPrintable($0) ? $0 : "\u{FFFD}" }
        let shown = scalars.count > 80 ? [Unicode.Scalar(0x2026) ?? "."] + scalars.suffix(79) : scalars
        return String(String.UnicodeScalarView(shown))
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
