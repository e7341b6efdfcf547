import Dashboard
import Screen
import Testing

/// The promises about where panes stand, at any size and for any wish.
@Suite struct LayoutRuleTests {
    private static let foci: [Focus] = [.inbox, .thread, .composer]

    /// Every wish that could matter, a few that are absurd among them.
    private static let wishes: [PaneSettings] = PaneArrangement.allCases.flatMap { arrangement in
        [nil, 1, 66, 90, 10_000].map { count in
            PaneSettings(arrangement: arrangement, inboxColumns: count, inboxRows: count)
        }
    }

    private static func panes(_ layout: Layout) -> [Rect] {
        [layout.tabs, layout.inbox, layout.thread, layout.composer, layout.status, layout.prompt].compactMap(\.self)
    }

    /// What is wrong with a layout, in words; empty: nothing.
    private static func faults(_ layout: Layout, _ size: Size, composes: Bool, focus: Focus) -> String {
        if size.columns < 40 || size.rows < 10 { return layout.isTooSmall ? "" : "no notice" }
        var faults = layout.isTooSmall ? "notice " : ""
        let panes = panes(layout)
        for (index, pane) in panes.enumerated() {
            if pane.isEmpty || pane.column < 0 || pane.row < 0 || pane.endColumn > size.columns
                || pane.endRow > size.rows
            {
                faults += "outside "
            }
            if panes[(index + 1)...].contains(where: { !pane.intersection($0).isEmpty }) { faults += "overlap " }
        }
        if layout.inbox == nil, layout.thread == nil { faults += "nothing " }
        if composes, layout.composer == nil { faults += "no composer " }
        if !composes, focus == .inbox, layout.inbox == nil { faults += "keys go to no pane " }
        if size.columns >= 80, let inbox = layout.inbox, inbox.columns < PaneSettings.leastInboxColumns {
            faults += "inbox too narrow "
        }
        if let thread = layout.thread, thread.rows < 4 { faults += "thread too low " }
        return faults
    }

    @Test(arguments: PaneArrangement.allCases)
    func `panes fit, stand apart and leave room for words from 1x1 to 300x100`(arrangement: PaneArrangement) {
        for wish in Self.wishes where wish.arrangement == arrangement {
            for columns in 1...300 {
                for rows in 1...100 where columns % 7 == 0 || rows % 5 == 0 || columns < 130 && rows < 30 {
                    let size = Size(columns: columns, rows: rows)
                    for focus in Self.foci {
                        let composes = focus == .composer
                        let layout = Layout(size: size, focus: focus, composes: composes, panes: wish)
                        let faults = Self.faults(layout, size, composes: composes, focus: focus)
                        if !faults.isEmpty { Issue.record("\(columns)x\(rows) \(wish) \(focus): \(faults)") }
                    }
                }
            }
        }
    }

    @Test(arguments: [
        (PaneArrangement.auto, 80, 24, PaneArrangement.single), (.auto, 119, 39, .single), (.auto, 119, 40, .bottom),
        (.auto, 120, 24, .right), (.auto, 79, 60, .single), (.right, 107, 10, .right), (.right, 106, 24, .bottom),
        (.right, 80, 10, .single), (.bottom, 80, 24, .bottom), (.bottom, 40, 11, .bottom), (.bottom, 40, 10, .single),
        (.single, 300, 100, .single),
    ])
    func `a layout that does not fit becomes the next that does`(
        choice: PaneArrangement, columns: Int, rows: Int, shown: PaneArrangement
    ) {
        let layout = Layout(
            size: Size(columns: columns, rows: rows), focus: .inbox, composes: false,
            panes: PaneSettings(arrangement: choice))
        #expect(layout.arrangement == shown)
        #expect((layout.inbox != nil && layout.thread != nil) == (shown != .single))
    }
}
