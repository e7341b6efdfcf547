extension SafeText {
    /// The lines of a text for the detail view: LF and CRLF break, a TAB goes to the next stop of 8 columns,
    /// and what is hidden is named (`<RLO>`, `<ZWSP>`, `<U+XXXX>`). An empty text is one empty line; a break
    /// at the very end opens no further line.
    package static func lines(of raw: String, repertoire: Repertoire = .unicode) -> [SafeText] {
        var lines: [SafeText] = []
        var builder = SafeTextBuilder(style: .detail, repertoire: repertoire)
        var endsWithBreak = false
        var scalars = raw.unicodeScalars.makeIterator()
        var current = scalars.next()
        while let scalar = current {
            current = scalars.next()
            if scalar == "\r", current == "\n" { continue }
            endsWithBreak = scalar == "\n"
            if endsWithBreak {
                lines.append(builder.text)
                builder = SafeTextBuilder(style: .detail, repertoire: repertoire)
            } else {
                builder.append(scalar, next: current)
            }
        }
        if !endsWithBreak { lines.append(builder.text) }
        return lines
    }

    /// A name for a one-line field; one that would look empty is shown as `<empty>` (nothing or blanks) or by
    /// the number of its first invisible scalar, as in `<U+3164>`.
    package static func name(_ raw: String, repertoire: Repertoire = .unicode) -> SafeText {
        var invisible: Unicode.Scalar?
        for scalar in raw.unicodeScalars {
            if Glyph(base: scalar, width: 1).isBlank {
                if scalar.value == 0x2800, invisible == nil { invisible = scalar }
                continue
            }
            switch ScalarClass(scalar) {
            case .hidden: invisible = invisible ?? scalar
            case .mark: continue
            case .control where scalar == "\t": continue
            default: return SafeText(raw, repertoire: repertoire)
            }
        }
        var shown = SafeText("<\(invisible.map(HiddenScalar.number) ?? "empty")>")
        shown.takeCounts(of: SafeText(raw))
        return shown
    }
}
