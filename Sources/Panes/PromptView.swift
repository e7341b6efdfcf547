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

    /// Columns that an answer gets at least, where the line has them.
    private static let answerColumns = 12

    private func drawLine(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point {
        let besides = max(rect.columns - Self.answerColumns, rect.columns / 2)
        let question = canvas.say(prompt.label)
        // A question that would leave no room for its answer stands above it.
        let isLifted = rect.row > 0 && question.columns > besides
        let lifted = isLifted ? question.wrapped(to: rect.columns).suffix(rect.row) : []
        let top = Rect(column: rect.column, row: rect.row - lifted.count, columns: rect.columns, rows: 1)
        for (index, line) in lifted.enumerated() {
            put([(line, .prompt)], row: top.row + index, of: rect, in: &grid, canvas)
        }
        let label = isLifted ? SafeText() : question.truncated(to: besides)
        let used = canvas.put([(label, .prompt)], at: rect.origin, width: rect.columns, in: &grid)
        let room = max(1, rect.columns - used)
        let window = prompt.editor.window(columns: room)
        grid.put(
            window.text, at: Point(column: rect.column + used, row: rect.row), style: canvas.theme[.prompt], width: room
        )
        drawThemes(above: top, of: &grid, canvas)
        drawPalette(above: top, of: &grid, canvas)
        drawLinks(above: top, of: &grid, canvas)
        drawProblem(after: used + window.text.columns + 2, in: rect, above: top, of: &grid, canvas)
        drawCandidates(above: top, of: &grid, canvas)
        return Point(column: rect.column + min(used + window.cursorColumn, rect.columns - 1), row: rect.row)
    }

    /// A line over whatever stands in a row.
    private func put(
        _ line: [(text: SafeText, role: Role)], row: Int, of rect: Rect, in grid: inout CellGrid, _ canvas: Canvas
    ) {
        let place = Rect(column: rect.column, row: row, columns: rect.columns, rows: 1)
        grid.fill(place, style: canvas.theme[.text])
        canvas.put(line, at: place.origin, width: rect.columns, in: &grid)
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
            put(line, row: rect.row - min(lines.count, rect.row) + index, of: rect, in: &grid, canvas)
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
                (
                    (SafeText(info.command.rawValue) + SafeText(" ")).padded(to: min(22, rect.columns / 3)),
                    isChosen ? .text : .helpKey
                ),
                ((SafeText(keys) + SafeText(" ")).padded(to: min(16, rect.columns / 5)), isChosen ? .text : .dim),
                (canvas.say(Phrase(info.summary)), isChosen ? .text : .helpText),
            ]
            canvas.put(pieces, at: place.origin, width: rect.columns, over: isChosen ? style : nil, in: &grid)
        }
    }

    /// Links that are listed at once; the others are reached by number.
    private static let linkRows = 12

    private func drawLinks(above rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let links = prompt.links.prefix(min(Self.linkRows, rect.row))
        for (index, link) in links.enumerated() {
            put(link.pieces(index + 1, canvas), row: rect.row - links.count + index, of: rect, in: &grid, canvas)
        }
    }

    private func drawProblem(
        after used: Int, in rect: Rect, above top: Rect, of grid: inout CellGrid, _ canvas: Canvas
    ) {
        guard let problem = prompt.problem else { return }
        let text = canvas.say(problem)
        let style = canvas.theme[.statusError]
        if used + text.columns <= rect.columns {
            grid.put(text, at: Point(column: rect.column + used, row: rect.row), style: style)
            return
        }
        let lines = text.wrapped(to: rect.columns)
        for (index, line) in lines.enumerated() {
            let row = top.row - lines.count + index
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
            let isCut = index == lines.count - 1 && all.count > lines.count
            let end: [(text: SafeText, role: Role)] = isCut ? [(SafeText(" …"), .prompt)] : []
            put(line + end, row: rect.row - lines.count + index, of: rect, in: &grid, canvas)
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
        let question = canvas.say(prompt.label).wrapped(to: rect.columns)
        let lines = choiceLines(question, rect.columns, canvas)
        let top = rect.row - lines.count + 1
        for (index, line) in lines.enumerated() where top + index >= 0 {
            put(line, row: top + index, of: rect, in: &grid, canvas)
        }
        let cursor = Point(column: question.last?.columns ?? 0, row: top + max(0, question.count - 1))
        return Point(column: rect.column + min(cursor.column, rect.columns - 1), row: max(0, cursor.row))
    }

    /// The question and its choices; one that does not fit whole begins the next line.
    private func choiceLines(
        _ question: [SafeText], _ columns: Int, _ canvas: Canvas
    ) -> [[(text: SafeText, role: Role)]] {
        var lines: [[(text: SafeText, role: Role)]] = question.map { [($0, .prompt)] }
        if lines.isEmpty { lines = [[]] }
        for choice in prompt.question.choices {
            let pieces: [(text: SafeText, role: Role)] = [
                (SafeText("  ") + canvas.say(choice.name), .helpKey),
                (SafeText(" ") + canvas.say(choice.label), .prompt),
            ]
            if lines[lines.count - 1].columns + pieces.columns > columns { lines.append([]) }
            lines[lines.count - 1] += pieces
        }
        return lines
    }
}
