import Conversations
import Screen

/// One line of a picture: a course of days, or a weekday of the hours.
package enum ReportFigure: Equatable, Sendable {
    /// Numbers in their order, and what all are together.
    case course(Phrase, [Int], largest: Int)
    /// The hours above a heat map.
    case ruler
    /// 24 hours of a weekday.
    case hours(Phrase, [Int], largest: Int)
    /// What the shades mean.
    case legend(largest: Int)

    /// Cells before the picture.
    private static let nameColumns = 12

    /// - Parameter words: what names may hold, where that is more than what the picture may.
    /// - Returns: at most `columns` wide.
    package func text(
        columns: Int, repertoire: Repertoire, words: Repertoire? = nil, catalogue: Catalogue
    ) -> SafeText {
        let room = max(1, columns - Self.nameColumns)
        let cell = max(1, min(3, room / 24))
        let text: SafeText =
            switch self {
            case .course(let name, let values, let largest):
                Self.name(name, words ?? repertoire, catalogue)
                    + Sparkline.text(
                        values, columns: room, largest: values.count <= room ? largest : nil, repertoire: repertoire)
            case .ruler:
                SafeText.blanks(Self.nameColumns)
                    + stride(from: 0, to: 24, by: 6).reduce(SafeText()) {
                        $0 + SafeText(String($1)).padded(to: 6 * cell)
                    }
            case .hours(let name, let values, let largest):
                Self.name(name, words ?? repertoire, catalogue)
                    + HeatRow.text(values, of: largest, cell: cell, repertoire: repertoire)
            case .legend(let largest):
                SafeText.blanks(Self.nameColumns)
                    + SafeText(catalogue.say(Self.legend(largest, repertoire)), repertoire: words ?? repertoire)
            }
        return text.truncated(to: columns, mark: Glyphs.of(repertoire).ellipsis)
    }

    private static func name(_ name: Phrase, _ repertoire: Repertoire, _ catalogue: Catalogue) -> SafeText {
        SafeText(catalogue.say(name), repertoire: repertoire).truncated(to: nameColumns - 1).padded(to: nameColumns)
    }

    private static func legend(_ largest: Int, _ repertoire: Repertoire) -> Phrase {
        let signs = HeatRow.signs(repertoire)
        return Phrase("%1 few, %2 most: %3 in an hour", signs[0], signs[3], largest)
    }

    /// In words; nil: it only helps the eye.
    package var words: Phrase? {
        switch self {
        case .course(let name, let values, _): return Phrase("%1: %2", name, values.reduce(0, +))
        case .ruler, .legend: return nil
        case .hours(let name, let values, _):
            let sum = values.reduce(0, +)
            guard let most = values.max(), most > 0, let hour = values.firstIndex(of: most) else {
                return Phrase("%1: none", name)
            }
            return Phrase("%1: %2, most from %3 h: %4", name, sum, hour, most)
        }
    }
}
