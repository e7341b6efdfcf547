extension InboxPane {
    /// The row that stands uppermost in a pane. The list scrolls by half its height when the selection leaves it, so
    /// that a step redraws one line and not all of them.
    package func top(height: Int) -> Int {
        let (selected, count) = (selectedIndex ?? 0, rows.count)
        guard count > height, height > 1 else { return 0 }
        let step = max(1, height / 2)
        guard selected >= height else { return 0 }
        let top = ((selected - height) / step + 1) * step
        return min(top, count - height)
    }
}
