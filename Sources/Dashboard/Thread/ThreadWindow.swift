import Conversations

/// The lines of a thread that are on the screen: those around the selected row. Only what can be seen is laid
/// out, of rows and of texts.
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
    ///   - selected: of the row in the page; it is not inside of a fold.
    ///   - top: where the selected row begins to be shown, if it does not fit.
    ///   - height: lines that there is room for.
    package init(_ rows: ThreadRows, selected: Int, top: LinePlace, height: Int) {
        guard rows.page.rows.indices.contains(selected), height > 0 else { return }
        let row = rows.lines(selected, listsLinks: true)
        let own = row.lines(from: .top, limit: height)
        if own.count >= height {
            lines = Self.lines(row.shown(from: top, height: height), selected)
            return
        }
        let room = height - own.count
        let below = Self.below(rows, selected, limit: room)
        // What came before stays in sight: a third of the rest, or all of it when nothing follows.
        let above = Self.above(rows, selected, limit: max(room / 3, room - below.count))
        lines = Array((above + Self.lines(own, selected) + below).prefix(height))
    }

    private static func lines(_ placed: [RowLines.Placed], _ index: Int) -> [Line] {
        placed.map { Line(index: index, content: $0.content, isHead: $0.content == .head) }
    }

    private static func below(_ rows: ThreadRows, _ selected: Int, limit: Int) -> [Line] {
        var result: [Line] = []
        for index in rows.visible[rows.place(of: selected)...].dropFirst() {
            guard result.count < limit else { break }
            result += lines(rows.lines(index).lines(from: .top, limit: limit - result.count), index)
        }
        return result
    }

    private static func above(_ rows: ThreadRows, _ selected: Int, limit: Int) -> [Line] {
        var result: [Line] = []
        for index in rows.visible[..<rows.place(of: selected)].reversed() {
            guard result.count < limit else { break }
            result = lines(rows.lines(index).lines(before: .end, limit: limit - result.count), index) + result
        }
        return result
    }
}
