import Dashboard
import Screen

/// The keys of a context over the whole screen but its last line.
struct HelpView {
    let help: HelpOverlay
    let keymap: Keymap

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        let (title, body) = rect.split(rowsFromTop: 1)
        grid.fill(title, style: canvas.theme[.title])
        let words =
            help.filter.isEmpty ? canvas.say("q closes this") : canvas.say("only: ") + SafeText(help.filter)
        canvas.put(
            [
                (SafeText(" ") + canvas.say("Keys") + SafeText(" (" + help.context.rawValue + ")   "), .title),
                (words, .title),
            ], at: title.origin, width: title.columns, in: &grid)
        let rows = help.rows(keymap, canvas.catalogue, columns: body.columns)
        if rows.isEmpty {
            canvas.put(
                [(SafeText(" ") + canvas.say("nothing holds these words"), .dim)], at: body.origin,
                width: body.columns, in: &grid)
        }
        for (offset, row) in rows.dropFirst(help.top).prefix(body.rows).enumerated() {
            let pieces: [(text: SafeText, role: Role)] =
                switch row {
                case .group(let name): [(name, .title)]
                case .entry(let keys, let summary): [(keys, .helpKey), (summary, .helpText)]
                }
            canvas.put(
                pieces, at: Point(column: body.column, row: body.row + offset), width: body.columns, in: &grid)
        }
        return Point(column: 0, row: 0)
    }
}
