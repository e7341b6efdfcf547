import Conversations
import Dashboard
import Screen

/// One conversation: title, then messages as a tree, with notes, decisions and replies in place.
struct ThreadView {
    let pane: ThreadPane
    let layout: ThreadLayout
    let isFocused: Bool

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        guard let page = pane.page else { return Point(column: rect.column, row: rect.row) }
        let (title, body) = rect.split(rowsFromTop: 1)
        drawTitle(page, in: title, of: &grid, canvas)
        let selected = pane.selectedIndex ?? 0
        let rows = ThreadRows(page: page, layout: layout, folds: pane.folds, unread: pane.unread)
        let window = ThreadWindow(rows, selected: selected, top: pane.top, height: body.rows)
        let news = pane.marked
        for (row, line) in window.lines.enumerated() {
            let place = Rect(column: body.column, row: body.row + row, columns: body.columns, rows: 1)
            draw(
                line, isSelected: line.index == selected, of: page.rows[line.index], news: news, in: place, of: &grid,
                canvas)
        }
        return Point(column: body.column, row: body.row + (window.lines.firstIndex { $0.index == selected } ?? 0))
    }

    private func drawTitle(_ page: ThreadPage, in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let row = page.conversation
        var pieces: [(text: SafeText, role: Role)] = [
            (SafeText(row.state.letter + " "), row.state.role), (canvas.say(row.state.phrase), row.state.role),
        ]
        if let answering = row.claims.phrase(now: canvas.now) {
            pieces.append((SafeText("  ") + canvas.say(answering), .badge))
        }
        pieces.append((SafeText("  " + row.channel, maxColumns: 24), .dim))
        if !page.title.isEmpty { pieces.append((SafeText("  " + page.title, maxColumns: 200), .title)) }
        if let assignee = row.assignee { pieces.append((SafeText("  @" + assignee), .badge)) }
        pieces += row.labels.prefix(5).map { (SafeText(" #" + $0, maxColumns: 20), .badge) }
        if page.omitted > 0 {
            pieces.append(
                (
                    SafeText("  ")
                        + canvas.say(
                            Phrase(
                                one: "1 older message: k at the top loads it",
                                other: "%1 older messages: k at the top loads more",
                                count: page.omitted)), .dim
                ))
        }
        grid.fill(rect, style: canvas.theme[.title])
        canvas.put(pieces, at: rect.origin, width: rect.columns, over: canvas.theme[.title], in: &grid)
    }

    private func draw(
        _ line: ThreadWindow.Line, isSelected: Bool, of row: ThreadRow, news: Set<Digest>, in place: Rect,
        of grid: inout CellGrid, _ canvas: Canvas
    ) {
        let base = isSelected && line.isHead ? canvas.theme[isFocused ? .listCursor : .listCursorInactive] : nil
        if let base { grid.fill(place, style: base) }
        let marker = isSelected && line.isHead ? canvas.glyphs.marker : isSelected ? canvas.glyphs.vertical : " "
        var pieces: [(text: SafeText, role: Role)] = [
            (SafeText(marker).padded(to: 1), isSelected && !line.isHead ? .border : .text),
            (SafeText.blanks(layout.indent(of: row)), .text),
        ]
        switch line.content {
        case .head:
            pieces += ThreadHead(row: row, layout: layout, isUnread: news.contains(row.id)).pieces(canvas)
        case .text(let text): pieces.append((SafeText(" ") + text, row.textRole))
        case .remark(let phrase): pieces.append((SafeText(" (") + canvas.say(phrase) + SafeText(")"), .dim))
        case .warning(let phrase): pieces.append((SafeText(" ! ") + canvas.say(phrase), .statusError))
        case .link(let number, let link): pieces += link.pieces(number, canvas)
        case .quote(let lines): pieces.append((SafeText(" + ") + canvas.say(.quotedLines(lines)), .dim))
        case .fold(let inside): pieces += inside.pieces(canvas)
        }
        canvas.put(pieces, at: place.origin, width: place.columns, over: base, in: &grid)
    }
}

extension ThreadRow {
    fileprivate var textRole: Role {
        switch content {
        case .message(let message): message.isContext ? .threadContext : .text
        case .note: .threadNote
        case .decision: .threadDecision
        case .reply: .threadReply
        }
    }
}
