extension SafeText {
    /// The glyphs that fit into `columns`; a wide glyph is never halved, so it may be a column less.
    package func prefix(columns limit: Int) -> SafeText {
        if columns <= limit { return self }
        let (end, width) = cut(at: limit)
        return SafeText(
            glyphs: Array(glyphs[..<end]), columns: width, hiddenCount: hiddenCount, deceptiveCount: deceptiveCount)
    }

    /// What stands right of the first `columns`; a wide glyph that straddles the cut leaves a blank. The
    /// counts of hidden scalars stay with `prefix(columns:)`, so that nothing is counted twice.
    package func dropFirst(columns count: Int) -> SafeText {
        if count <= 0 { return self }
        if count >= columns { return SafeText() }
        let (end, width) = cut(at: count)
        if width == count { return part(end..<glyphs.count) }
        return SafeText(glyphs: [.blank], columns: 1) + part((end + 1)..<glyphs.count)
    }

    /// At most `limit` columns, with `mark` at the end where something was cut off.
    package func truncated(to limit: Int, mark: String = "…") -> SafeText {
        if columns <= limit { return self }
        let mark = SafeText(mark).prefix(columns: limit)
        var text = prefix(columns: limit - mark.columns) + mark
        text.takeCounts(of: self)
        return text
    }

    /// Exactly `width` columns where the text is narrower, filled up with blanks.
    package func padded(to width: Int) -> SafeText {
        self + SafeText.blanks(width - columns)
    }

    /// Exactly `width` columns where the text is narrower, blanks first: for numbers.
    package func paddedLeft(to width: Int) -> SafeText {
        SafeText.blanks(width - columns) + self
    }

    /// `count` blanks; none if it is negative.
    package static func blanks(_ count: Int) -> SafeText {
        let count = max(0, count)
        return SafeText(glyphs: Array(repeating: .blank, count: count), columns: count)
    }

    /// The same columns in ASCII: a known stand-in (`ä` by `a`, `…` by `.`), else `?`.
    package func ascii() -> SafeText {
        if glyphs.allSatisfy(\.isASCII) { return self }
        var plain: [Glyph] = []
        plain.reserveCapacity(columns)
        for glyph in glyphs {
            for _ in 0..<glyph.width { plain.append(AsciiForm.glyph(for: glyph)) }
        }
        return SafeText(glyphs: plain, columns: columns, hiddenCount: hiddenCount, deceptiveCount: deceptiveCount)
    }

    /// A range of glyphs as a text of its own; the counts of hidden scalars stay with the whole.
    func part(_ range: Range<Int>) -> SafeText {
        let slice = glyphs[range.clamped(to: glyphs.indices)]
        return SafeText(glyphs: Array(slice), columns: slice.reduce(0) { $0 + $1.width })
    }

    /// The index of the first glyph that does not fit, and the columns of those before it.
    private func cut(at limit: Int) -> (end: Int, columns: Int) {
        var width = 0
        for (index, glyph) in glyphs.enumerated() {
            if width + glyph.width > limit { return (index, width) }
            width += glyph.width
        }
        return (glyphs.count, width)
    }
}
