import Conversations
import Screen

extension HelpOverlay {
    /// One row of the screen.
    package enum Row: Equatable, Sendable {
        case group(SafeText)
        /// Keys, filled up to `keyColumns`, and what they do; where either takes several rows, the rest of it.
        case entry(keys: SafeText, summary: SafeText)
    }

    /// Columns of the keys, the blanks beside them with them.
    package static func keyColumns(_ columns: Int) -> Int {
        // `double-click,` is whole at 40 columns.
        min(26, max(16, columns / 3))
    }

    /// The lines as they stand in a width; what is longer goes on below.
    package func rows(_ keymap: Keymap, _ catalogue: Catalogue, columns: Int) -> [Row] {
        lines(keymap, catalogue).flatMap { line -> [Row] in
            switch line {
            case .group(let group): [.group(SafeText(catalogue.say(Phrase(group.rawValue))))]
            case .entry(let keys, let summary):
                Self.rows(SafeText(keys), SafeText(catalogue.say(Phrase(summary))), columns: columns)
            }
        }
    }

    private static func rows(_ keys: SafeText, _ summary: SafeText, columns: Int) -> [Row] {
        let keyColumns = keyColumns(columns)
        let left = keys.wrapped(to: max(1, keyColumns - 3))
        let right = summary.wrapped(to: max(1, columns - keyColumns))
        return (0..<max(left.count, right.count)).map { index in
            let keys = index < left.count ? SafeText.blanks(2) + left[index] : SafeText()
            return .entry(
                keys: keys.padded(to: keyColumns), summary: index < right.count ? right[index] : SafeText())
        }
    }
}
