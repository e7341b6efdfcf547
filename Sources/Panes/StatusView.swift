import Conversations
import Dashboard
import Screen

/// The status bar: store, counts by state, what is owed, what waits to be carried away, the limit.
struct StatusView {
    let dashboard: Dashboard

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let style = canvas.theme[.statusBar]
        grid.fill(rect, style: style)
        let right = right(canvas)
        let room = max(0, rect.columns - right.columns)
        let text = fitting(parts(canvas, isWide: rect.columns >= 100), columns: room - 1)
        canvas.put([(SafeText(" ") + text, .statusBar)], at: rect.origin, width: room, over: style, in: &grid)
        grid.put(right, at: Point(column: rect.endColumn - right.columns, row: rect.row), style: style)
    }

    /// A part of the bar. Where they do not all fit, whole ones are left out: half a number would be another one.
    private struct Part {
        let text: SafeText
        /// The highest stays longest.
        let weight: Int
    }

    private func parts(_ canvas: Canvas, isWide: Bool) -> [Part] {
        let counts = dashboard.counts
        let toAnswer = Phrase("%1 to answer", StateCounts.shown(counts.unanswered))
        var parts = [
            Part(text: SafeText(dashboard.settings.storeName, maxColumns: 15), weight: 0),
            Part(text: canvas.say(toAnswer), weight: 60),
        ]
        for (index, state) in ConversationState.allCases.enumerated() {
            guard let count = counts.byState[state], count > 0 else { continue }
            let name = isWide ? canvas.say(state.phrase) + SafeText(" ") : SafeText(state.letter + ":")
            parts.append(Part(text: name + SafeText(StateCounts.shown(count)), weight: 20 - index))
        }
        if counts.outbox > 0 {
            let text = canvas.say(Phrase("outbox %1", StateCounts.shown(counts.outbox)))
            parts.append(Part(text: text, weight: 40))
        }
        if !dashboard.inbox.marked.isEmpty {
            let marked = Phrase(one: "1 marked", other: "%1 marked", count: dashboard.inbox.marked.count)
            parts.append(Part(text: canvas.say(marked), weight: 70))
        }
        if let limit = dashboard.inbox.limit {
            let text = canvas.say("limit:") + SafeText(" " + limit.source, maxColumns: 30)
            parts.append(Part(text: text, weight: 50))
        }
        if let progress = dashboard.imports.progress {
            let percent = progress.percent.map { "\($0) %" } ?? "\(progress.messages)"
            parts.append(Part(text: canvas.say(Phrase("importing %1", percent)), weight: 30))
        }
        return parts
    }

    private func fitting(_ parts: [Part], columns: Int) -> SafeText {
        let text = parts.dropFirst().reduce(parts.first?.text ?? SafeText()) { $0 + SafeText("  ") + $1.text }
        guard text.columns > columns, parts.count > 1,
            let least = parts.indices.min(by: { parts[$0].weight < parts[$1].weight })
        else { return text }
        var fewer = parts
        fewer.remove(at: least)
        return fitting(fewer, columns: columns)
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
