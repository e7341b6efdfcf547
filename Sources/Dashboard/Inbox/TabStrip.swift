import Conversations
import Screen

/// The views as they stand in their line: what is drawn, and what the mouse points at.
package struct TabStrip: Equatable, Sendable {
    package enum Piece: Equatable, Sendable {
        /// Others stand to the left, or to the right.
        case before, after
        /// A view by its number, from 0, with its count.
        case tab(Int, SafeText)
    }

    /// From left to right.
    package let pieces: [Piece]

    /// The view that is shown stands in brackets and is always in sight.
    package init(_ dashboard: Dashboard, catalogue: Catalogue, columns: Int) {
        let tabs = dashboard.settings.views.indices.map { Self.text($0, dashboard, catalogue) }
        let shown = dashboard.viewIndex
        var first = 0
        while first < shown, tabs[first...shown].reduce(0, { $0 + $1.columns }) > columns - 2 { first += 1 }
        var pieces: [Piece] = first > 0 ? [.before] : []
        var used = pieces.count
        for index in first..<tabs.count {
            guard used + tabs[index].columns < columns else {
                pieces.append(.after)
                break
            }
            pieces.append(.tab(index, tabs[index]))
            used += tabs[index].columns
        }
        self.pieces = pieces
    }

    /// The view that stands at a column; nil: none does.
    package func tab(at column: Int) -> Int? {
        var start = 0
        for piece in pieces {
            guard case .tab(let index, let text) = piece else {
                start += 1
                continue
            }
            if (start..<start + text.columns).contains(column) { return index }
            start += text.columns
        }
        return nil
    }

    /// Views that hold nothing show no count.
    private static func text(_ index: Int, _ dashboard: Dashboard, _ catalogue: Catalogue) -> SafeText {
        let counts = dashboard.viewCounts
        let count = counts.indices.contains(index) && counts[index] > 0 ? " " + StateCounts.shown(counts[index]) : ""
        let title = SafeText(catalogue.say(dashboard.settings.views[index].title))
        let name = title.truncated(to: 20) + SafeText(count)
        return index == dashboard.viewIndex
            ? SafeText("[") + name + SafeText("]") : SafeText(" ") + name + SafeText(" ")
    }
}

extension StateCounts {
    /// A count as it is shown: counting stops at `cap`.
    package static func shown(_ count: Int) -> String {
        count >= cap ? "\(cap - 1)+" : "\(count)"
    }
}
