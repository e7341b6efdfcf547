import Conversations
import Dashboard
import Screen

/// Where a reply is written: a line that says to whom, then the text, then what is left.
struct ComposerView {
    let composer: Composer
    /// Who else answers the conversation.
    let claims: [Claim]
    /// What shows the drafts of others.
    let draftKey: String?

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        let (head, body) = rect.split(rowsFromTop: 1)
        drawHead(in: head, of: &grid, canvas)
        let window = composer.editor.window(body.size)
        let style = canvas.theme[.composerText]
        grid.fill(body, style: style)
        for (offset, row) in window.rows.enumerated() {
            grid.put(
                row.text, at: Point(column: body.column, row: body.row + offset), style: style, width: body.columns)
        }
        return Point(column: body.column + window.cursor.column, row: body.row + window.cursor.row)
    }

    private func drawHead(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        grid.putRule(
            canvas.glyphs.horizontal, from: rect.origin, length: rect.columns, isVertical: false,
            style: canvas.theme[.border])
        let count = count(canvas)
        let room = max(0, rect.columns - count.columns - 4)
        let name = SafeText.name(composer.message.author)
        let whom =
            (SafeText(" ") + canvas.say("reply to") + SafeText(" ") + name + SafeText(" ") + others(canvas))
            .truncated(to: room)
        grid.put(
            whom, at: Point(column: rect.column + 2, row: rect.row), style: canvas.theme[.title], width: room)
        canvas.put(
            count, at: Point(column: rect.endColumn - count.columns - 1, row: rect.row), width: count.columns, in: &grid
        )
    }

    /// Who else is answering, else who left a draft, and what shows it.
    private func others(_ canvas: Canvas) -> SafeText {
        var parts: [SafeText] = []
        if let answering = claims.phrase(now: canvas.now) {
            parts.append(canvas.say(answering))
        } else if let draft = composer.otherDrafts.last {
            parts.append(canvas.say(Phrase("draft by %1", SafeText.name(draft.actor).truncated(to: 16).plain)))
        }
        if let draftKey, !composer.otherDrafts.isEmpty {
            parts.append(canvas.say(Phrase("%1: drafts", draftKey)))
        }
        let bullet = SafeText(canvas.glyphs.bullet + " ")
        return parts.reduce(SafeText("")) { $0 + bullet + $1 + SafeText(" ") }
    }

    private func count(_ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        guard let remaining = composer.remaining else { return [] }
        let text =
            remaining < 0
            ? canvas.say(Phrase(one: "1 too many", other: "%1 too many", count: -remaining))
            : canvas.say(Phrase(one: "1 left", other: "%1 left", count: remaining))
        return [(SafeText(" ") + text + SafeText(" "), remaining < 0 ? .composerOver : .dim)]
    }
}
