import Conversations
import Dashboard
import Screen

/// The list of conversations: marker, state, age of waiting, priority, author, first words, counts,
/// channel.
struct InboxView {
    let pane: InboxPane
    let isFocused: Bool

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        guard !pane.rows.isEmpty else {
            drawEmpty(in: rect, of: &grid, canvas)
            return Point(column: rect.column, row: rect.row)
        }
        let selected = pane.selectedIndex ?? 0
        // Marks have a column of their own while there are any.
        let hasMarks = !pane.marked.isEmpty || pane.isMarkingRange
        let top = pane.top(height: rect.rows)
        for (offset, index) in (top..<min(top + rect.rows, pane.rows.count)).enumerated() {
            let line = Rect(column: rect.column, row: rect.row + offset, columns: rect.columns, rows: 1)
            draw(
                pane.rows[index], isSelected: index == selected,
                mark: hasMarks ? mark(of: pane.rows[index], canvas) : nil,
                in: line, of: &grid, canvas)
        }
        return Point(column: rect.column, row: rect.row + selected - top)
    }

    private func drawEmpty(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let phrase: Phrase =
            !pane.isLoaded
            ? "loading"
            : pane.limit != nil
                ? "nothing matches the limit" : pane.view.query == nil ? "nothing is left to do" : "nothing stands here"
        grid.put(
            canvas.say(phrase), at: Point(column: rect.column + 2, row: rect.row), style: canvas.theme[.dim],
            width: max(0, rect.columns - 2))
    }

    private func draw(
        _ row: InboxRow, isSelected: Bool, mark: String?, in line: Rect, of grid: inout CellGrid, _ canvas: Canvas
    ) {
        let columns = InboxColumns(width: line.columns)
        let head = head(row, isSelected, mark, columns, canvas)
        let tail = tail(row, columns, room: line.columns - head.columns, canvas)
        let words = max(0, line.columns - head.columns - tail.columns)
        let excerpt = excerpt(row, words).padded(to: words)
        // The bar ends with the author: each step of the cursor sends two bars over the line.
        let bar = isSelected ? canvas.theme[isFocused ? .listCursor : .listCursorInactive] : nil
        let used = canvas.put(head, at: line.origin, width: line.columns, over: bar, in: &grid)
        canvas.put(
            [(excerpt, row.unreadCount > 0 ? .listUnread : .text)] + tail,
            at: Point(column: line.column + used, row: line.row), width: line.columns - used, in: &grid)
    }

    /// Marker, mark, state, age, priority and author.
    private func head(
        _ row: InboxRow, _ isSelected: Bool, _ mark: String?, _ columns: InboxColumns, _ canvas: Canvas
    ) -> [(text: SafeText, role: Role)] {
        let marker: [(text: SafeText, role: Role)] = [
            (SafeText(isSelected ? canvas.glyphs.marker : " ").padded(to: 1), .text)
        ]
        let marks: [(text: SafeText, role: Role)] = mark.map { [(SafeText($0).padded(to: 1), .badge)] } ?? []
        return marker + marks + [
            (SafeText(row.state.letter), row.state.role),
            (waiting(row, canvas).paddedLeft(to: 4) + SafeText(" "), row.needsAnswer ? .listUnread : .dim),
            (SafeText(row.priority.mark).truncated(to: 1), row.priority.role),
            (SafeText.name(row.author).truncated(to: columns.author).padded(to: columns.author), .author),
            (SafeText(" "), .text),
        ]
    }

    private func mark(of row: InboxRow, _ canvas: Canvas) -> String {
        pane.marked.contains(row.id) ? canvas.glyphs.check : pane.rangeStart == row.id ? canvas.glyphs.bullet : " "
    }

    private func waiting(_ row: InboxRow, _ canvas: Canvas) -> SafeText {
        canvas.say(agePhrase(since: row.waitingSince ?? row.newest.time, now: canvas.now))
    }

    private func excerpt(_ row: InboxRow, _ columns: Int) -> SafeText {
        SafeText(row.excerpt.replacing("\n", with: " ").replacing("\r", with: " "), maxColumns: columns)
    }

    /// What stands at the right: who is answering, badges, the count and the channel. Badges are words only where
    /// author and first words keep their columns beside them.
    private func tail(
        _ row: InboxRow, _ columns: InboxColumns, room: Int, _ canvas: Canvas
    ) -> [(text: SafeText, role: Role)] {
        let end = count(row, columns) + channel(row, columns)
        let claims = claims(row, columns, canvas)
        let spelled = words(row, canvas)
        let rest = room - claims.columns - spelled.columns - end.columns + columns.author
        let isRoomy = rest >= InboxColumns.leastText
        return claims + (columns.spellsBadges && isRoomy ? spelled : letters(row, canvas)) + end
    }

    private func count(_ row: InboxRow, _ columns: InboxColumns) -> [(text: SafeText, role: Role)] {
        let count = row.messageCount > 999 ? "999+" : row.messageCount > 1 ? "\(row.messageCount)" : ""
        return [(SafeText(" ") + SafeText(count).paddedLeft(to: columns.count), .dim)]
    }

    private func channel(_ row: InboxRow, _ columns: InboxColumns) -> [(text: SafeText, role: Role)] {
        guard columns.channel > 0 else { return [] }
        return [(SafeText(" ") + SafeText(row.channel, maxColumns: columns.channel).padded(to: columns.channel), .dim)]
    }

    /// Who else is answering: a warning that is worth some of the excerpt.
    private func claims(
        _ row: InboxRow, _ columns: InboxColumns, _ canvas: Canvas
    ) -> [(text: SafeText, role: Role)] {
        let phrase = columns.spellsClaims ? row.claims.phrase(now: canvas.now) : row.claims.shortPhrase
        return phrase.map { [(SafeText(" ") + canvas.say($0), .badge)] } ?? []
    }

    /// Where there is room, badges are words.
    private func words(_ row: InboxRow, _ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        var pieces: [(text: SafeText, role: Role)] = []
        if row.pendingCount > 0 { pieces.append((SafeText(" ") + canvas.say("pending"), .platformStatus)) }
        if row.hasDraft { pieces.append((SafeText(" ") + canvas.say("draft"), .badge)) }
        if let label = row.labels.first {
            let more = row.labels.count > 1 ? "+\(row.labels.count - 1)" : ""
            pieces.append((SafeText(" #" + label, maxColumns: 12) + SafeText(more), .badge))
        }
        if let assignee = row.assignee { pieces.append((SafeText(" @" + assignee, maxColumns: 10), .badge)) }
        return pieces + row.warnings.prefix(1).map { (SafeText(" ") + canvas.say($0), .badge) }
    }

    /// Elsewhere letters, so that author and first words keep their columns.
    private func letters(_ row: InboxRow, _ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        var pieces: [(text: SafeText, role: Role)] = []
        if row.pendingCount > 0 { pieces.append((canvas.say(Phrase("p", context: "pending")), .platformStatus)) }
        if row.hasDraft { pieces.append((canvas.say(Phrase("d", context: "draft")), .badge)) }
        if !row.labels.isEmpty { pieces.append((SafeText("#"), .badge)) }
        if row.assignee != nil { pieces.append((SafeText("@"), .badge)) }
        pieces += row.warningLetters(canvas)
        return pieces.isEmpty ? [] : [(SafeText(" "), .text)] + pieces
    }
}

/// Which column takes how many cells, by the width of the pane.
struct InboxColumns {
    let author: Int
    /// 0: the channel is not shown.
    let channel: Int
    let count: Int
    /// Badges are words, not letters.
    let spellsBadges: Bool
    /// Who is answering stands there with how long.
    let spellsClaims: Bool

    /// Author and first words together, on a screen of 80 columns or more.
    static let leastText = 45
    /// From this width the channel takes nothing of that.
    private static let channelWidth = 76

    init(width: Int) {
        author = min(max(width / 6, 8), 20)
        channel = width < Self.channelWidth ? 0 : min(max(width / 8, 8), 18)
        count = width < 50 ? 2 : 4
        spellsBadges = width >= 100
        spellsClaims = width >= 70
    }
}
