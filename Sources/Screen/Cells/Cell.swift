/// One cell of the screen.
package struct Cell: Hashable, Sendable {
    /// A blank in the terminal's own colours.
    package static let blank = Cell(glyph: .blank, style: .standard)

    /// `.continuation` in the second cell of a wide glyph.
    package var glyph: Glyph
    /// How it looks.
    package var style: Style

    /// A cell of a glyph and a style.
    package init(glyph: Glyph, style: Style) {
        self.glyph = glyph
        self.style = style
    }

    /// In columns: 2 for a wide glyph, 0 for its second cell.
    package var width: Int { glyph.width }
    /// Whether it is the second cell of a wide glyph.
    package var isContinuation: Bool { glyph.width == 0 }
}
