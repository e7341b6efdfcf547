import Conversations
import Dashboard
import Screen

/// The views as tabs with their counts.
struct TabsView {
    let dashboard: Dashboard

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        grid.fill(rect, style: canvas.theme[.title])
        let strip = TabStrip(dashboard, catalogue: canvas.catalogue, columns: rect.columns)
        let pieces = strip.pieces.map { piece -> (text: SafeText, role: Role) in
            switch piece {
            case .before: (SafeText("<"), .dim)
            case .after: (SafeText(">"), .dim)
            case .tab(let index, let text): (text, index == dashboard.viewIndex ? .title : .dim)
            }
        }
        canvas.put(pieces, at: rect.origin, width: rect.columns, over: canvas.theme[.title], in: &grid)
    }
}
