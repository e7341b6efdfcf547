import Dashboard
import Screen

/// What may follow the keys of a chord so far: every key that does something, and what. What does not fit
/// the last line is lent lines above.
struct ContinuationView {
    let keymap: Keymap
    let pending: [Key]
    let context: KeyContext

    func draw(in rect: Rect, of grid: inout CellGrid, _ canvas: Canvas) {
        let lines = lines(columns: rect.columns, canvas).suffix(rect.row + 1)
        for (index, line) in lines.enumerated() {
            let place = Rect(
                column: rect.column, row: rect.row - lines.count + 1 + index, columns: rect.columns, rows: 1)
            grid.fill(place, style: canvas.theme[.text])
            canvas.put(line, at: place.origin, width: rect.columns, in: &grid)
        }
    }

    private func lines(columns: Int, _ canvas: Canvas) -> [[(text: SafeText, role: Role)]] {
        var lines: [[(text: SafeText, role: Role)]] = [[]]
        for (bound, keys) in meanings {
            let pieces: [(text: SafeText, role: Role)] = [
                (SafeText(keys.joined(separator: " ")), .helpKey),
                (SafeText(" ") + canvas.say(bound.summary) + SafeText("  "), .helpText),
            ]
            let used = lines[lines.count - 1].columns
            if used > 0, used + pieces.columns - 2 > columns { lines.append([]) }
            lines[lines.count - 1] += pieces
        }
        return lines
    }

    /// In the order of their first keys.
    private var meanings: [(bound: Keymap.Bound, keys: [String])] {
        var meanings: [(bound: Keymap.Bound, keys: [String])] = []
        for (keys, bound) in keymap.continuations(of: pending, in: context) {
            if let known = meanings.firstIndex(where: { $0.bound == bound }) {
                meanings[known].keys.append(keys)
            } else {
                meanings.append((bound, [keys]))
            }
        }
        return meanings
    }
}
