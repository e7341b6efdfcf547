import Conversations
import Dashboard
import Screen

/// A question on the last line. What does not fit beside it, choices and what is wrong with an answer, is
/// lent lines above: nothing that can be chosen is out of sight.
struct PromptView {
    let prompt: Prompt

    /// - Returns: where the answer is typed.
    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        prompt.isChoice ? drawChoices(in: rect, of: &grid, canvas) : drawLine(in: rect, of: &grid, canvas)
    }

    private func drawLine(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point {
        let label = canvas.say(prompt.label)
        let used = canvas.put([(label, .prompt)], at: rect.origin, width: rect.columns, in: &grid)
        let room = max(1, rect.columns - used)
        let window = prompt.editor.window(columns: room)
        grid.put(
            window.text, at: Point(column: rect.column + used, row: rect.row), style: canvas.theme[.prompt], width: room
        )
        drawThemes(above: rect, of: &grid, canvas)
        drawPalette(above: rect, of: &grid, canvas)
        drawLinks(above: rect, of: &grid, canvas)
        drawProblem(after: used + window.text.columns + 2, in: rect, of: &grid, canvas)
        drawCandidates(above: rect, of: &grid, canvas)
        return Point(column: rect.column + min(used + window.cursorColumn, rect.columns - 1), row: rect.row)
    }

    /// The names of the themes, in lines above.
    private func drawThemes(above rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        guard let themes = prompt.themes else { return }
        let chosen = themes.chosen(prompt.editor.text)
        var lines: [[(text: SafeText, role: Role)]] = [[]]
        for name in themes.all {
            let word = SafeText(" ") + SafeText(name, maxColumns: max(1, rect.columns - 2)) + SafeText(" ")
            if lines[lines.count - 1].columns + word.columns > rect.columns { lines.append([]) }
            lines[lines.count - 1].append((word, name == chosen ? .listCursor : .helpText))
        }
        for (index, line) in lines.suffix(rect.row).enumerated() {
            let row = rect.row - min(lines.count, rect.row) + index
            let place = Rect(column: rect.column, row: row, columns: rect.columns, rows: 1)
            grid.fill(place, style: canvas.theme[.text])
            canvas.put(line, at: place.origin, width: rect.columns, in: &grid)
        }
    }

    /// Commands that the palette shows at once.
    private static let paletteRows = 10

    /// What matches, best match lowest, so that it stands beside what is typed.
    private func drawPalette(above rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        guard let palette = prompt.palette else { return }
        let found = palette.matches(prompt.editor.text)
        let chosen = palette.chosen(prompt.editor.text)?.command
        let height = min(Self.paletteRows, rect.row)
        let index = found.firstIndex { $0.command == chosen } ?? 0
        let first = max(0, min(index - height + 1, found.count - height))
        for (offset, info) in found.dropFirst(first).prefix(height).enumerated() {
            let place = Rect(column: rect.column, row: rect.row - 1 - offset, columns: rect.columns, rows: 1)
            let isChosen = info.command == chosen
            let style = canvas.theme[isChosen ? .listCursor : .text]
            grid.fill(place, style: style)
            let keys = (info.keys[palette.context] ?? []).prefix(2).joined(separator: ", ")
            let pieces: [(text: SafeText, role: Role)] = [
                (SafeText(isChosen ? canvas.glyphs.marker : " ").padded(to: 2), .text),
                (SafeText(info.command.rawValue).padded(to: min(22, rect.columns / 3)), isChosen ? .text : .helpKey),
                (SafeText(keys).padded(to: min(16, rect.columns / 5)), isChosen ? .text : .dim),
                (SafeText(" ") + canvas.say(Phrase(info.summary)), isChosen ? .text : .helpText),
            ]
            canvas.put(pieces, at: place.origin, width: rect.columns, over: isChosen ? style : nil, in: &grid)
        }
    }

    /// Links that are listed at once; the others are reached by number.
    private static let linkRows = 12

    private func drawLinks(above rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let links = prompt.links.prefix(min(Self.linkRows, rect.row))
        for (index, link) in links.enumerated() {
            let place = Rect(column: rect.column, row: rect.row - links.count + index, columns: rect.columns, rows: 1)
            grid.fill(place, style: canvas.theme[.text])
            canvas.put(link.pieces(index + 1, canvas), at: place.origin, width: rect.columns, in: &grid)
        }
    }

    private func drawProblem(after used: Int, in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        guard let problem = prompt.problem else { return }
        let text = canvas.say(problem)
        let style = canvas.theme[.statusError]
        if used + text.columns <= rect.columns {
            grid.put(text, at: Point(column: rect.column + used, row: rect.row), style: style)
            return
        }
        let lines = text.wrapped(to: rect.columns)
        for (index, line) in lines.enumerated() {
            let row = rect.row - lines.count + index
            grid.put(line.padded(to: rect.columns), at: Point(column: rect.column, row: row), style: style)
        }
    }

    /// Lines that candidates may take; what they mean is said of so many at most.
    private static let candidateRows = 6
    private static let describedCandidates = 8

    private func drawCandidates(above rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let candidates = prompt.candidates
        let isDescribed = candidates.count <= Self.describedCandidates
        let pieces = candidates.map { candidate -> [(text: SafeText, role: Role)] in
            let text: (text: SafeText, role: Role) = (SafeText("  \(candidate.text)"), .helpKey)
            guard isDescribed, let summary = candidate.summary else { return [text] }
            return [text, (SafeText(" ") + canvas.say(summary), .prompt)]
        }
        let all = Self.flow(pieces, columns: rect.columns)
        let lines = all.prefix(min(Self.candidateRows, rect.row))
        for (index, line) in lines.enumerated() {
            let row = Rect(column: rect.column, row: rect.row - lines.count + index, columns: rect.columns, rows: 1)
            grid.fill(row, style: canvas.theme[.text])
            let isCut = index == lines.count - 1 && all.count > lines.count
            let end: [(text: SafeText, role: Role)] = isCut ? [(SafeText(" …"), .prompt)] : []
            canvas.put(line + end, at: row.origin, width: rect.columns, in: &grid)
        }
    }

    /// Pieces in lines; one that does not fit whole begins the next.
    private static func flow(
        _ pieces: [[(text: SafeText, role: Role)]], columns: Int
    ) -> [[(text: SafeText, role: Role)]] {
        var lines: [[(text: SafeText, role: Role)]] = []
        for piece in pieces {
            if let last = lines.last, last.columns + piece.columns <= columns - 2 {
                lines[lines.count - 1] += piece
            } else {
                lines.append(piece)
            }
        }
        return lines
    }

    private func drawChoices(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point {
        let lines = choiceLines(rect.columns, canvas)
        let top = rect.row - lines.count + 1
        for (index, line) in lines.enumerated() {
            let row = Rect(column: rect.column, row: top + index, columns: rect.columns, rows: 1)
            grid.fill(row, style: canvas.theme[.text])
            canvas.put(line, at: row.origin, width: rect.columns, in: &grid)
        }
        let label = canvas.say(prompt.label)
        return Point(column: rect.column + min(label.columns, rect.columns - 1), row: max(0, top))
    }

    /// The question and its choices; one that does not fit whole begins the next line.
    private func choiceLines(_ columns: Int, _ canvas: Canvas) -> [[(text: SafeText, role: Role)]] {
        var lines: [[(text: SafeText, role: Role)]] = [[(canvas.say(prompt.label), .prompt)]]
        for choice in prompt.question.choices {
            let pieces: [(text: SafeText, role: Role)] = [
                (SafeText("  \(choice.key)"), .helpKey), (SafeText(" ") + canvas.say(choice.label), .prompt),
            ]
            if lines[lines.count - 1].columns + pieces.columns > columns { lines.append([]) }
            lines[lines.count - 1] += pieces
        }
        return lines
    }
}
