import Conversations
import Dashboard
import Screen

/// The last line: a prompt, else what happened, else the keys that help here.
struct BottomView {
    let dashboard: Dashboard

    /// - Returns: the cursor's place when something is typed here.
    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        if let prompt = dashboard.prompt {
            return draw(prompt, in: rect, of: &grid, canvas)
        }
        canvas.put(pieces(canvas, width: rect.columns), at: rect.origin, width: rect.columns, in: &grid)
        return nil
    }

    private func pieces(_ canvas: Canvas, width: Int) -> [(text: SafeText, role: Role)] {
        let status = dashboard.status
        if status.actsWaiting > 0 {
            return [
                (
                    canvas.say(
                        Phrase(
                            one: "1 act waits for the store", other: "%1 acts wait for the store",
                            count: status.actsWaiting)), .statusError
                )
            ]
        }
        var pieces: [(text: SafeText, role: Role)] = []
        if let text = status.text {
            pieces.append((canvas.say(text), status.tone == .error ? .statusError : .statusMessage))
        }
        if let until = status.takeBackUntil {
            let seconds = max(0, Int((until.milliseconds - canvas.now.milliseconds + 999) / 1000))
            let phrase = Phrase(
                one: "the reply goes out in 1 s; u takes it back", other: "the reply goes out in %1 s; u takes it back",
                count: seconds)
            if !pieces.isEmpty { pieces.append((SafeText("  "), .text)) }
            pieces.append((canvas.say(phrase), .statusMessage))
        }
        return pieces.isEmpty ? hints(canvas, width: width) : pieces
    }

    /// The hints that fit whole.
    private func hints(_ canvas: Canvas, width: Int) -> [(text: SafeText, role: Role)] {
        var pieces: [(text: SafeText, role: Role)] = []
        for (command, label) in Self.hinted[dashboard.context, default: []] {
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
            (.resolve, "resolve"), (.limit, "limit"), (.undo, "undo"), (.back, "quit"),
        ],
        .thread: [
            (.help, "help"), (.reply, "reply"), (.resolve, "resolve"), (.decide, "decide"), (.note, "note"),
            (.nextUnanswered, "next to answer"), (.back, "back"),
        ],
        .composer: [(.send, "send"), (.leave, "leave; the draft is kept"), (.edit, "editor")],
    ]

    private func draw(_ prompt: Prompt, in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) -> Point? {
        let label = canvas.say(prompt.question.label)
        var used = canvas.put([(label, .prompt)], at: rect.origin, width: rect.columns, in: &grid)
        if prompt.isChoice {
            for choice in prompt.question.choices {
                used += canvas.put(
                    [(SafeText(" \(choice.key)"), .helpKey), (SafeText(" ") + canvas.say(choice.label), .prompt)],
                    at: Point(column: rect.column + used, row: rect.row), width: rect.columns - used, in: &grid)
            }
            return Point(column: rect.column + min(label.columns, rect.columns - 1), row: rect.row)
        }
        let room = max(1, rect.columns - used)
        let window = prompt.editor.window(columns: room)
        let (text, cursor) = (window.text, window.cursorColumn)
        grid.put(text, at: Point(column: rect.column + used, row: rect.row), style: canvas.theme[.prompt], width: room)
        drawProblem(prompt, after: used + text.columns + 2, in: rect, of: &grid, canvas)
        return Point(column: rect.column + min(used + cursor, rect.columns - 1), row: rect.row)
    }

    private func drawProblem(
        _ prompt: Prompt, after used: Int, in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas
    ) {
        guard let problem = prompt.problem else { return }
        let text = canvas.say(problem)
        let column = min(used, max(0, rect.columns - text.columns))
        guard column >= used else {
            // There is no room beside the answer: the line above is lent.
            grid.put(
                text.padded(to: rect.columns), at: Point(column: rect.column, row: rect.row - 1),
                style: canvas.theme[.statusError], width: rect.columns)
            return
        }
        grid.put(text, at: Point(column: rect.column + column, row: rect.row), style: canvas.theme[.statusError])
    }
}
