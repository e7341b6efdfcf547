import Conversations

/// The rows of a thread as a pane of some width shows them: which are there, and the lines of each.
package struct ThreadRows {
    package let page: ThreadPage
    let layout: ThreadLayout
    let folds: ThreadFolds
    let unread: Set<Digest>
    /// Rows of the page that are not inside of a fold, in order.
    package let visible: [Int]

    package init(page: ThreadPage, layout: ThreadLayout, folds: ThreadFolds, unread: Set<Digest>) {
        self.page = page
        self.layout = layout
        self.folds = folds
        self.unread = unread
        visible = folds.visible(page.rows)
    }

    /// - Parameter listsLinks: as below the selected row.
    package func lines(_ index: Int, listsLinks: Bool = false) -> RowLines {
        let row = page.rows[index]
        let inside = folds.isFolded(row) ? FoldedInside(of: page, below: index, unread: unread) : nil
        return RowLines(
            row, layout: layout, inside: inside, showsQuotes: folds.showsQuotes(of: row), listsLinks: listsLinks)
    }

    /// What would be folded from a row on: it, or the message that it stands below, or one further up. nil: nothing,
    /// since all that is there is a line long.
    func foldable(from index: Int) -> Int? {
        var candidate: Int? = index
        while let row = candidate {
            if case .message = page.rows[row].content, isLong(row) { return row }
            candidate = above(row)
        }
        return nil
    }

    /// More than a head and a line of text.
    private func isLong(_ index: Int) -> Bool {
        let next = index + 1
        if page.rows.indices.contains(next), page.rows[next].depth > page.rows[index].depth { return true }
        return lines(index).lines(from: .top, limit: 3).count > 2
    }

    /// The row that one stands below.
    private func above(_ index: Int) -> Int? {
        page.rows[..<index].lastIndex { $0.depth < page.rows[index].depth }
    }

    /// Where a row stands among those that are there; of one that is not, where the row stands that holds it.
    func place(of index: Int) -> Int {
        var (low, high) = (0, visible.count)
        while low < high {
            let middle = (low + high) / 2
            if visible[middle] <= index { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }
}
