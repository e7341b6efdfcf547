import Conversations
import Dashboard
import Screen

/// The views as tabs with their counts; the one that is shown stands in brackets and is always in sight.
struct TabsView {
    let dashboard: Dashboard

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        grid.fill(rect, style: canvas.theme[.title])
        let tabs = dashboard.settings.views.indices.map { tab($0, canvas) }
        let shown = dashboard.viewIndex
        var first = 0
        while first < shown, tabs[first...shown].reduce(0, { $0 + $1.columns }) > rect.columns - 2 { first += 1 }
        var pieces: [(text: SafeText, role: Role)] = first > 0 ? [(SafeText("<"), .dim)] : []
        for index in first..<tabs.count {
            guard pieces.columns + tabs[index].columns < rect.columns else {
                pieces.append((SafeText(">"), .dim))
                break
            }
            pieces.append((tabs[index], index == shown ? .title : .dim))
        }
        canvas.put(pieces, at: rect.origin, width: rect.columns, over: canvas.theme[.title], in: &grid)
    }

    /// Views that hold nothing show no count.
    private func tab(_ index: Int, _ canvas: Canvas) -> SafeText {
        let counts = dashboard.viewCounts
        let count = counts.indices.contains(index) && counts[index] > 0 ? " " + StatusView.capped(counts[index]) : ""
        let name = canvas.say(dashboard.settings.views[index].title).truncated(to: 20) + SafeText(count)
        return index == dashboard.viewIndex
            ? SafeText("[") + name + SafeText("]") : SafeText(" ") + name + SafeText(" ")
    }
}
