import Conversations

/// The lines of a thread that are on the screen: those around the selected row. Only as many rows are
/// laid out as can be seen.
package struct ThreadWindow {
    /// One line of a row.
    package struct Line {
        /// Of the row in the page.
        package var index: Int
        package var content: ThreadLayout.Line
        package var isHead: Bool
    }

    package private(set) var lines: [Line] = []

    /// - Parameters:
    ///   - offset: lines of the selected row that are scrolled out above.
    ///   - height: lines that there is room for.
    package init(page: ThreadPage, layout: ThreadLayout, selected: Int, offset: Int, height: Int) {
        guard page.rows.indices.contains(selected), height > 0 else { return }
        let own = Self.lines(page, layout, selected, listsLinks: true)
        if own.count >= height {
            lines = Array(own.dropFirst(min(offset, own.count - height)).prefix(height))
            return
        }
        let below = Self.collect(page, layout, Array(page.rows.indices[(selected + 1)...]), limit: height - own.count)
        // What came before stays in sight: a third of the rest, or all of it when nothing follows.
        let room = height - own.count
        let above = Self.collectAbove(page, layout, selected, limit: max(room / 3, room - below.count))
        lines = Array((above + own + below).prefix(height))
    }

    private static func lines(
        _ page: ThreadPage, _ layout: ThreadLayout, _ index: Int, listsLinks: Bool = false
    ) -> [Line] {
        layout.lines(of: page.rows[index], listsLinks: listsLinks).map {
            Line(index: index, content: $0, isHead: $0 == .head)
        }
    }

    private static func collect(
        _ page: ThreadPage, _ layout: ThreadLayout, _ indices: [Int], limit: Int
    ) -> [Line] {
        var result: [Line] = []
        for index in indices {
            guard result.count < limit else { break }
            result += lines(page, layout, index)
        }
        return Array(result.prefix(limit))
    }

    private static func collectAbove(
        _ page: ThreadPage, _ layout: ThreadLayout, _ selected: Int, limit: Int
    ) -> [Line] {
        var result: [Line] = []
        for index in (0..<selected).reversed() {
            guard result.count < limit else { break }
            result = lines(page, layout, index) + result
        }
        return Array(result.suffix(limit))
    }
}
