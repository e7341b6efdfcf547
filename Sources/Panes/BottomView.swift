import Conversations
import Dashboard
import Screen

/// The last line: a prompt, else what happened, else the keys that help here.
struct BottomView {
    let dashboard: Dashboard

    /// - Returns: the cursor's place when something is typed here.
    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        if !dashboard.pendingKeys.isEmpty {
            ContinuationView(
                keymap: dashboard.settings.keymap, pending: dashboard.pendingKeys, context: dashboard.context
            ).draw(in: rect, of: &grid, canvas)
            return nil
        }
        if let prompt = dashboard.prompt {
            return PromptView(prompt: prompt).draw(in: rect, of: &grid, canvas)
        }
        let all = lines(canvas, width: rect.columns)
        let shown = all.prefix(min(Self.mostLines, rect.row + 1))
        for (index, line) in shown.enumerated() {
            let row = rect.row - shown.count + 1 + index
            let place = Rect(column: rect.column, row: row, columns: rect.columns, rows: 1)
            if shown.count > 1 { grid.fill(place, style: canvas.theme[.text]) }
            canvas.put(line, at: place.origin, width: rect.columns, in: &grid)
        }
        return nil
    }

    /// Lines that a message may take: it is lent those above until the next key.
    private static let mostLines = 4

    /// What fits, on one line; a longer message is broken instead of cut, for its end often says what to do.
    private func lines(_ canvas: Canvas, width: Int) -> [[(text: SafeText, role: Role)]] {
        let pieces = told(canvas, width: width)
        if pieces.isEmpty { return [hints(canvas, width: width)] }
        guard pieces.columns > width else { return [pieces] }
        return pieces.filter { $0.role != .text }.flatMap { piece in
            piece.text.wrapped(to: width).map { [($0, piece.role)] }
        }
    }

    /// What happened, and what still can be taken back.
    private func told(_ canvas: Canvas, width: Int) -> [(text: SafeText, role: Role)] {
        let status = dashboard.status
        if status.actsWaiting > 0 {
            let waiting = Phrase(
                one: "1 act waits for the store", other: "%1 acts wait for the store", count: status.actsWaiting)
            let leaving: [(text: SafeText, role: Role)] =
                status.isLeaving
                ? [(SafeText("  "), .text), (canvas.say("leaving once the store is free"), .statusError)] : []
            return [(canvas.say(waiting), .statusError)] + leaving
        }
        var pieces: [(text: SafeText, role: Role)] = []
        if let text = status.text {
            pieces.append((canvas.say(text), status.tone == .error ? .statusError : .statusMessage))
        }
        if let until = status.takeBackUntil {
            let seconds = max(0, Int((until.milliseconds - canvas.now.milliseconds + 999) / 1000))
            let phrase = Phrase(
                one: "reply goes in 1 s; u takes it back", other: "reply goes in %1 s; u takes it back", count: seconds)
            let countdown = canvas.say(phrase)
            if pieces.columns + 2 + countdown.columns > width, status.tone == .message { pieces = [] }
            if !pieces.isEmpty { pieces.append((SafeText("  "), .text)) }
            pieces.append((countdown, .statusMessage))
        }
        return pieces
    }

    /// The hints that fit whole.
    private func hints(_ canvas: Canvas, width: Int) -> [(text: SafeText, role: Role)] {
        var pieces: [(text: SafeText, role: Role)] = []
        // The status bar, which says it elsewhere, is covered.
        if let recording = dashboard.recording, dashboard.sheet != nil || dashboard.help != nil {
            pieces.append((canvas.say(Phrase("recording %1", recording.name)) + SafeText("  "), .statusMessage))
        }
        for (command, label) in Self.hinted[dashboard.context, default: []] {
            // Of the sheets only the history has something to take back.
            if command == .undo, let sheet = dashboard.sheet, sheet.subject != .history { continue }
            guard let key = dashboard.settings.keymap.names(of: command, in: dashboard.context).first else { continue }
            let hint: [(text: SafeText, role: Role)] = [
                (SafeText(key), .helpKey), (SafeText(" ") + canvas.say(label) + SafeText("  "), .helpText),
            ]
            guard pieces.columns + hint.columns - 2 <= width else { break }
            pieces += hint
        }
        return pieces
    }

    /// The commands that a newcomer needs first, per context.
    private static let hinted: [KeyContext: [(Command, Phrase)]] = [
        .inbox: [
            (.help, "help"), (.open, "open"), (.nextUnanswered, "next to answer"), (.reply, "reply"),
            (.resolve, "resolve"), (.limit, Phrase("limit", context: "key")), (.undo, "undo"), (.back, "quit"),
        ],
        .thread: [
            (.help, "help"), (.reply, "reply"), (.resolve, "resolve"), (.decide, "decide"), (.note, "note"),
            (.nextUnanswered, "next to answer"), (.back, "back"),
        ],
        .sheet: [(.back, "back"), (.undo, "take back"), (.search, "search"), (.help, "help")],
        .help: [(.search, "show only some"), (.back, "back")],
        .composer: [(.send, "send"), (.leave, "leave, draft kept"), (.edit, "editor")],
    ]
}
