import Conversations
import Dashboard
import Screen

/// The status bar: store, counts by state, what is owed, what waits to be carried away, the limit.
struct StatusView {
    let dashboard: Dashboard

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let style = canvas.theme[.statusBar]
        grid.fill(rect, style: style)
        var pieces: [(text: SafeText, role: Role)] = [
            (SafeText(" " + dashboard.settings.storeName, maxColumns: 16) + SafeText("  "), .statusBar)
        ]
        let unanswered = dashboard.counts.unanswered
        pieces.append(
            (
                canvas.say(
                    Phrase("%1 to answer", StateCounts.shown(unanswered))) + SafeText("  "), .statusBar
            ))
        for state in ConversationState.allCases {
            guard let count = dashboard.counts.byState[state], count > 0 else { continue }
            let name = rect.columns >= 100 ? canvas.say(state.phrase) + SafeText(" ") : SafeText(state.letter + ":")
            pieces.append((name + SafeText(StateCounts.shown(count) + "  "), .statusBar))
        }
        if dashboard.counts.outbox > 0 {
            pieces.append(
                (
                    SafeText(" ") + canvas.say(Phrase("outbox %1", StateCounts.shown(dashboard.counts.outbox))),
                    .statusBar
                ))
        }
        if !dashboard.inbox.marked.isEmpty {
            let marked = Phrase(one: "1 marked", other: "%1 marked", count: dashboard.inbox.marked.count)
            pieces.append((SafeText("  ") + canvas.say(marked), .statusBar))
        }
        if let limit = dashboard.inbox.limit {
            pieces.append(
                (SafeText("  ") + canvas.say("limit:") + SafeText(" " + limit.source, maxColumns: 30), .statusBar))
        }
        if let progress = dashboard.imports.progress {
            let percent = progress.percent.map { "\($0) %" } ?? "\(progress.messages)"
            pieces.append((SafeText("  ") + canvas.say(Phrase("importing %1", percent)), .statusBar))
        }
        let right = right(canvas)
        canvas.put(pieces, at: rect.origin, width: rect.columns - right.columns, over: style, in: &grid)
        grid.put(right, at: Point(column: rect.endColumn - right.columns, row: rect.row), style: style)
    }

    /// What is recorded or played, and keys of a chord or a count that wait for more.
    private func right(_ canvas: Canvas) -> SafeText {
        let recording = dashboard.recording.map { canvas.say(Phrase("recording %1", $0.name)) }
        let playing = dashboard.playing.map { canvas.say(Phrase("playing %1", $0.name)) }
        let macro = [recording, playing].compactMap(\.self).reduce(SafeText("")) {
            $0 + SafeText(" ") + $1 + SafeText(" ")
        }
        let count = dashboard.pendingCount.map { "\($0)" } ?? ""
        let keys = dashboard.pendingKeys.map(\.name).joined(separator: " ")
        let pending = count + keys
        return macro + SafeText(pending.isEmpty ? "" : " " + pending + " ")
    }
}
