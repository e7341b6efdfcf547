/// What a person wants of the panes: where they stand and how much the inbox gets. Whatever is wanted, each
/// pane keeps enough to be read.
package struct PaneSettings: Equatable, Sendable {
    package var arrangement: PaneArrangement
    /// Columns of the inbox where the thread stands to the right; nil: by the screen's width.
    package var inboxColumns: Int?
    /// Rows of the inbox where the thread stands below, its tabs included; nil: by the screen's height.
    package var inboxRows: Int?

    package init(arrangement: PaneArrangement = .auto, inboxColumns: Int? = nil, inboxRows: Int? = nil) {
        self.arrangement = arrangement
        self.inboxColumns = inboxColumns
        self.inboxRows = inboxRows
    }

    /// In so many columns author and first words have 45, with every badge beside them.
    package static let leastInboxColumns = 66
    static let leastThreadColumns = 40
    /// One more is the rule between the two.
    package static let leastColumns = leastInboxColumns + 1 + leastThreadColumns

    static let leastInboxRows = 4
    static let leastThreadRows = 5

    /// Rows of a screen on which both stand one below the other, status bar and prompt included.
    static func leastRows(composes: Bool) -> Int {
        leastInboxRows + leastThreadRows + (composes ? Layout.leastComposerRows : 0) + 2
    }

    /// Columns of the inbox on a screen where the thread stands to the right.
    func inboxColumns(of columns: Int) -> Int {
        // Three quarters of a usual line, where the thread keeps sixty columns for its own.
        let usual = min(max(columns * 2 / 5, min(76, columns - 61)), 90)
        return min(max(inboxColumns ?? usual, Self.leastInboxColumns), columns - 1 - Self.leastThreadColumns)
    }

    /// Rows of the inbox above a thread that share so many.
    func inboxRows(of rows: Int, composes: Bool) -> Int {
        let below = Self.leastThreadRows + (composes ? Layout.leastComposerRows : 0)
        return min(max(inboxRows ?? rows * 2 / 5, Self.leastInboxRows), rows - below)
    }
}
