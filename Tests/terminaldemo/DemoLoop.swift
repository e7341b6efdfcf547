import Glibc
import Screen
import Terminal

/// The demo's event loop, a small copy of what the runtime does with a `Display`.
final class DemoLoop {
    private let terminal: Terminal
    private let isGuarded: Bool
    private let signals = DemoSignals.install([SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP])
    private var isRunning = true
    private var cursor = 0
    private var keys: [String] = []

    init(terminal: Terminal, isGuarded: Bool) {
        self.terminal = terminal
        self.isGuarded = isGuarded
    }

    func run() {
        while isRunning {
            paint()
            wait()
            for input in terminal.readInput() { receive(input) }
        }
        terminal.restore()
        terminal.restore()
    }

    private func wait() {
        var states = [
            pollfd(fd: terminal.fileDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        poll(&states, 2, Int32(terminal.pendingInputTimeout ?? -1))
        let numbers = DemoSignals.take(from: signals)
        if numbers.contains(SIGWINCH) { _ = terminal.refreshSize() }
        if !numbers.isDisjoint(with: [SIGTERM, SIGHUP, SIGINT]) { isRunning = false }
        if numbers.contains(SIGTSTP) { stop() }
    }

    private func receive(_ input: DisplayInput) {
        switch input {
        case .hangup: isRunning = false
        case .resized: break
        case .key(.character("q")): isRunning = false
        case .key(.character("j")): cursor += 1
        case .key(.character("k")): cursor -= 1
        case .key(.character("!")): trap()
        case .key(.character("s")): runInForeground()
        case .key(.control("z")): stop()
        case .key(let key): keys.append("\(key)")
        }
    }

    private func stop() {
        terminal.suspend()
        JobControl.stopGroup()
        terminal.resume()
    }

    /// What an editor would do.
    private func runInForeground() {
        terminal.suspend()
        print("in between")
        terminal.resume()
    }

    private func trap() {
        let empty: [Int] = []
        print(empty[keys.count])
    }

    private func paint() {
        let size = terminal.size
        var grid = CellGrid(size: size)
        let lines = DemoText.lines(terminal, isGuarded: isGuarded, keys: keys, shown: max(0, size.rows - 14))
        for (row, line) in lines.enumerated() {
            let style = DemoText.styles[row % DemoText.styles.count]
            grid.put(
                SafeText(line, repertoire: terminal.isUTF8 ? .unicode : .ascii), at: Point(column: 2, row: row),
                style: style)
        }
        let place = Point(column: 0, row: max(0, min(cursor, size.rows - 1)))
        grid.put(SafeText(">"), at: place, style: .standard)
        if CommandLine.arguments.contains("--bar") {
            grid.restyle(Rect(origin: place, size: Size(columns: size.columns, rows: 1))) {
                Style(reverse: true).over($0)
            }
        }
        if !terminal.isUTF8 { grid = grid.ascii() }
        terminal.paint(grid, cursor: CommandLine.arguments.contains("--hidden") ? nil : place)
    }
}
