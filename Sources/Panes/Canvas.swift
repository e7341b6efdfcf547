import Conversations
import Dashboard
import Screen

/// What every pane draws with: the theme, the ornaments, the language and the time.
package struct Canvas: Sendable {
    package var theme: Theme
    package var glyphs: Glyphs
    package var catalogue: Catalogue
    package var now: Moment
    package var zoneOffset: Int

    package init(
        theme: Theme, glyphs: Glyphs = .unicode, catalogue: Catalogue = .english, now: Moment, zoneOffset: Int = 0
    ) {
        self.theme = theme
        self.glyphs = glyphs
        self.catalogue = catalogue
        self.now = now
        self.zoneOffset = zoneOffset
    }

    /// A text of the interface, safe to draw.
    func say(_ phrase: Phrase) -> SafeText {
        SafeText(catalogue.say(phrase))
    }

    /// Writes pieces one after the other within a width; where words are missing, the last column says so.
    /// - Returns: cells used.
    @discardableResult
    func put(
        _ pieces: [(text: SafeText, role: Role)], at point: Point, width: Int, over style: Style? = nil,
        in grid: inout CellGrid
    ) -> Int {
        var used = 0
        for piece in pieces.cut(to: width) {
            let own = theme[piece.role]
            let drawn = style.map { own.over($0) } ?? own
            used += grid.put(
                piece.text, at: Point(column: point.column + used, row: point.row), style: drawn, width: width - used)
        }
        return used
    }
}

extension Array where Element == (text: SafeText, role: Role) {
    /// Cells that all pieces take.
    var columns: Int { reduce(0) { $0 + $1.text.columns } }

    /// What fits into a width, with `…` at its end where words are missing. Missing blanks are not missed.
    func cut(to width: Int) -> [Element] {
        guard columns > width, let last = lastIndex(where: { !$0.text.trimmingLastBlanks().isEmpty }) else {
            return self
        }
        var left = self[..<last] + [(self[last].text.trimmingLastBlanks(), self[last].role)]
        guard Array(left).columns > width else { return Array(left) }
        var fitting: [Element] = []
        var room = width
        while let piece = left.popFirst(), room > 0 {
            guard piece.text.columns >= room else {
                fitting.append(piece)
                room -= piece.text.columns
                continue
            }
            fitting.append((piece.text.prefix(columns: room - 1) + SafeText("…"), piece.role))
            break
        }
        return fitting
    }
}
