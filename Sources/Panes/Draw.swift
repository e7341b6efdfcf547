import Conversations
import Dashboard
import Screen

/// Draws the dashboard. A pure function of its state: the same dashboard gives the same cells.
/// - Returns: where the terminal's cursor stands, so that a screen reader follows it.
package func draw(_ dashboard: Dashboard, into grid: inout CellGrid, with canvas: Canvas) -> Point? {
    let cursor = drawPanes(dashboard, into: &grid, canvas)
    let ground = canvas.theme.ground
    // A theme that fixes its background has it behind every role.
    if ground != .standard { grid.restyle(grid.bounds) { $0.over(ground) } }
    return cursor
}

private func drawPanes(_ dashboard: Dashboard, into grid: inout CellGrid, _ canvas: Canvas) -> Point? {
    grid.fill(grid.bounds, style: canvas.theme[.text])
    let layout = dashboard.layout
    guard !layout.isTooSmall else {
        return drawTooSmall(into: &grid, canvas)
    }
    if let help = dashboard.help {
        let (body, _) = grid.bounds.split(rowsFromBottom: 1)
        let cursor = HelpView(help: help, keymap: dashboard.settings.keymap).draw(in: body, of: &grid, canvas)
        return BottomView(dashboard: dashboard).draw(in: layout.prompt, of: &grid, canvas) ?? cursor
    }
    if let sheet = dashboard.sheet {
        let (body, _) = grid.bounds.split(rowsFromBottom: 1)
        let cursor = SheetView(sheet: sheet).draw(in: body, of: &grid, canvas)
        return BottomView(dashboard: dashboard).draw(in: layout.prompt, of: &grid, canvas) ?? cursor
    }
    var cursor: Point?
    if let rect = layout.tabs { TabsView(dashboard: dashboard).draw(in: rect, of: &grid, canvas) }
    if let rect = layout.inbox {
        let view = InboxView(pane: dashboard.inbox, isFocused: dashboard.focus == .inbox)
        let place = view.draw(in: rect, of: &grid, canvas)
        if dashboard.focus == .inbox { cursor = place }
    }
    if let rect = layout.thread {
        drawRule(leftOf: rect, in: &grid, canvas)
        let view = ThreadView(
            pane: dashboard.thread, layout: dashboard.threadLayout(now: canvas.now),
            isFocused: dashboard.focus == .thread)
        let place = view.draw(in: rect, of: &grid, canvas)
        if dashboard.focus == .thread { cursor = place }
    }
    if let rect = layout.composer, let composer = dashboard.composer {
        let answered = dashboard.thread.page?.conversation
        let view = ComposerView(
            composer: composer, claims: answered?.id == composer.conversation ? answered?.claims ?? [] : [],
            draftKey: dashboard.settings.keymap.names(of: .drafts, in: .composer).first)
        let place = view.draw(in: rect, of: &grid, canvas)
        if dashboard.focus == .composer { cursor = place }
    }
    StatusView(dashboard: dashboard).draw(in: layout.status, of: &grid, canvas)
    let typed = BottomView(dashboard: dashboard).draw(in: layout.prompt, of: &grid, canvas)
    return typed ?? cursor
}

private func drawRule(leftOf rect: Rect, in grid: inout CellGrid, _ canvas: Canvas) {
    guard rect.column > 0 else { return }
    grid.putRule(
        canvas.glyphs.vertical, from: Point(column: rect.column - 1, row: 0), length: grid.size.rows - 2,
        isVertical: true, style: canvas.theme[.border])
}

private func drawTooSmall(into grid: inout CellGrid, _ canvas: Canvas) -> Point? {
    let lines = [
        canvas.say("too small"),
        SafeText("\(grid.size.columns)x\(grid.size.rows) < \(Layout.smallest.columns)x\(Layout.smallest.rows)"),
    ]
    for (row, line) in lines.enumerated() {
        grid.put(line, at: Point(column: 0, row: row), style: canvas.theme[.text])
    }
    return nil
}
