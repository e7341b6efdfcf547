import Dashboard
import Screen

/// The keys of a context over the whole screen.
struct HelpView {
    let help: HelpOverlay
    let keymap: Keymap

    func draw(into grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        let (title, body) = grid.bounds.split(rowsFromTop: 1)
        grid.fill(title, style: canvas.theme[.title])
        grid.put(
            SafeText(" ") + canvas.say("Keys") + SafeText(" (" + help.context.rawValue + ")   ")
                + canvas.say("q closes this"),
            at: title.origin, style: canvas.theme[.title], width: title.columns)
        for (offset, line) in help.lines(keymap).dropFirst(help.top).prefix(body.rows).enumerated() {
            draw(line, at: Point(column: body.column, row: body.row + offset), width: body.columns, in: &grid, canvas)
        }
        return Point(column: 0, row: 0)
    }

    private func draw(
        _ line: HelpOverlay.Line, at point: Point, width: Int, in grid: inout CellGrid, _ canvas: Canvas
    ) {
        switch line {
        case .group(let group):
            canvas.put([(canvas.say(Phrase(group.rawValue)), .title)], at: point, width: width, in: &grid)
        case .entry(let keys, let summary):
            let pieces: [(text: SafeText, role: Role)] = [
                (SafeText("  " + keys).padded(to: min(26, width / 3)), .helpKey),
                (SafeText(" ") + canvas.say(Phrase(summary)), .helpText),
            ]
            canvas.put(pieces, at: point, width: width, in: &grid)
        }
    }
}
