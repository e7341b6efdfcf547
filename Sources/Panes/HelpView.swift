import Dashboard
import Screen

/// The keys of a context over the whole screen but its last line.
struct HelpView {
    let help: HelpOverlay
    let keymap: Keymap

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        let (title, body) = rect.split(rowsFromTop: 1)
        grid.fill(title, style: canvas.theme[.title])
        grid.put(
            SafeText(" ") + canvas.say("Keys") + SafeText(" (" + help.context.rawValue + ")   ")
                + (help.filter.isEmpty
                    ? canvas.say("q closes this") : canvas.say("only: ") + SafeText(help.filter)),
            at: title.origin, style: canvas.theme[.title], width: title.columns)
        let lines = help.lines(keymap, canvas.catalogue)
        if lines.isEmpty {
            canvas.put(
                [(SafeText(" ") + canvas.say("nothing holds these words"), .dim)], at: body.origin,
                width: body.columns, in: &grid)
        }
        for (offset, line) in lines.dropFirst(help.top).prefix(body.rows).enumerated() {
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
