import Dashboard
import Screen

/// A sheet over the whole screen but its last line.
struct SheetView {
    let sheet: Sheet

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        let (title, body) = rect.split(rowsFromTop: 1)
        grid.fill(title, style: canvas.theme[.title])
        let words = SafeText(" ") + canvas.say(sheet.subject.title) + SafeText("   ") + canvas.say("q closes this")
        canvas.put([(words, .title)], at: title.origin, width: title.columns, in: &grid)
        let lines = sheet.isLoaded ? sheet.lines(columns: body.columns) : [.line("loading")]
        var cursor = Point(column: 0, row: min(1, grid.size.rows - 1))
        for (offset, line) in lines.dropFirst(sheet.top).prefix(body.rows).enumerated() {
            let place = Rect(column: body.column, row: body.row + offset, columns: body.columns, rows: 1)
            cursor = draw(line, at: sheet.top + offset, in: place, of: &grid, canvas) ?? cursor
        }
        return cursor
    }

    /// - Returns: where the cursor stands, if it is on this line.
    private func draw(
        _ line: Sheet.Line, at index: Int, in place: Rect, of grid: inout CellGrid, _ canvas: Canvas
    ) -> Point? {
        if case .pair(let left, let right) = line {
            let half = place.columns / 2
            let leftPlace = Rect(column: place.column, row: place.row, columns: half - 2, rows: 1)
            let rightPlace = Rect(
                column: place.column + half, row: place.row, columns: place.columns - half, rows: 1)
            let first = left.flatMap { draw($0, at: index, in: leftPlace, of: &grid, canvas) }
            return right.flatMap { draw($0, at: index, in: rightPlace, of: &grid, canvas) } ?? first
        }
        let isSelected = isSelected(line, at: index)
        if isSelected { grid.fill(place, style: canvas.theme[.listCursor]) }
        draw(line, isSelected, at: place.origin, width: place.columns, in: &grid, canvas)
        return isSelected ? place.origin : nil
    }

    /// Whether a line is the selected item; of a sheet without items, what a search found.
    private func isSelected(_ line: Sheet.Line, at index: Int) -> Bool {
        if let number = line.numbers.first { return number == sheet.selected }
        return sheet.selected == nil && index == sheet.found
    }

    private func draw(
        _ line: Sheet.Line, _ isSelected: Bool, at point: Point, width: Int, in grid: inout CellGrid, _ canvas: Canvas
    ) {
        let pieces: [(text: SafeText, role: Role)] =
            switch line {
            case .heading(let phrase): [(canvas.say(phrase).truncated(to: width), .title)]
            case .fact(let name, let value):
                [
                    self.name(name, width, canvas),
                    (canvas.say(value).truncated(to: width - Sheet.nameColumns(width)), .text),
                ]
            case .quote(let name, let text):
                [name.map { self.name($0, width, canvas) } ?? (blanks(width), .text), (text, .text)]
            case .text(let text): [(SafeText(" "), .text), (text, .text)]
            case .term(let term): [((SafeText(" ") + term).truncated(to: width), .helpKey)]
            case .termLine(let term, let text):
                [((SafeText(" ") + term).padded(to: Sheet.nameColumns(width)), .helpKey), (text, .text)]
            case .line(let phrase): [((SafeText(" ") + canvas.say(phrase)).truncated(to: width), .dim)]
            case .item(let phrase, let isDim, let number):
                [
                    (SafeText(number == sheet.selected ? canvas.glyphs.marker : " ").padded(to: 2), .text),
                    (canvas.say(phrase).truncated(to: width - 2), isDim ? .dim : .text),
                ]
            case .bar(let bar, let number): pieces(bar, number == sheet.selected, width, canvas)
            case .figure(let figure):
                [
                    (SafeText(" "), .text),
                    (
                        figure.text(
                            columns: width - 1, repertoire: canvas.glyphs.repertoire, catalogue: canvas.catalogue),
                        .text
                    ),
                ]
            case .pair, .blank: []
            }
        let base = isSelected ? canvas.theme[.listCursor] : nil
        // The cursor's row has one colour for words, which its background is chosen for.
        let shown = isSelected ? pieces.map { ($0.text, $0.role == .dim ? .dim : .text) } : pieces
        canvas.put(shown, at: point, width: width, over: base, in: &grid)
    }

    private func pieces(
        _ bar: ReportBar, _ isSelected: Bool, _ width: Int, _ canvas: Canvas
    ) -> [(text: SafeText, role: Role)] {
        let parts = bar.pieces(
            columns: width - 2, repertoire: canvas.glyphs.repertoire, catalogue: canvas.catalogue)
        return [
            (SafeText(isSelected ? canvas.glyphs.marker : " ").padded(to: 2), .text), (parts.label, .text),
            (parts.value, .text), (parts.bar, .helpKey), (parts.note, .dim),
        ]
    }

    private func name(_ phrase: Phrase, _ width: Int, _ canvas: Canvas) -> (text: SafeText, role: Role) {
        let columns = Sheet.nameColumns(width)
        return ((SafeText(" ") + canvas.say(phrase)).truncated(to: columns - 1).padded(to: columns), .helpKey)
    }

    private func blanks(_ width: Int) -> SafeText {
        SafeText.blanks(Sheet.nameColumns(width))
    }
}

extension Sheet.Subject {
    var title: Phrase {
        switch self {
        case .message: "About this message"
        case .imports: "Imports"
        case .drafts: "Drafts: enter takes a copy into your reply"
        case .history: "History: u takes back, ctrl-r does again, enter opens"
        case .manual(let name): Phrase("Manual: %1", name)
        case .person: "The person behind this: enter opens a conversation"
        case .explanation: "Why this row is here"
        case .report(let query): Phrase("Report of %1: < shorter, > longer, enter opens", query.period.phrase)
        }
    }
}
