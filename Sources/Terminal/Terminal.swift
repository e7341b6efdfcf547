import CGuard
import CNcurses
import Foundation
import Screen

/// The terminal of this process, drawn by ncurses into memory and written frame by frame. It asks the terminal
/// nothing, sets no title, and takes the mouse only when it is told to. Standard input and output must be the same terminal.
package final class Terminal: Display {
    private enum Phase { case onScreen, suspended, restored }

    private let environment: [String: String]
    private let input: InputReader
    private var phase = Phase.onScreen
    private var modes: TerminalModes
    private var writer: FrameWriter
    /// nil once the terminal was restored.
    private var curses: CursesScreen?

    package private(set) var size: Size
    /// 0, 8, 16, 256 or 2^24, as the terminal's description says; whether they are to be used (`NO_COLOR`) is the
    /// caller's.
    package let colors: Int
    /// LC_CTYPE is UTF-8; else only ASCII may be painted.
    package let isUTF8: Bool
    package let notice: TerminalNotice?

    package var fileDescriptor: Int32 { STDIN_FILENO }
    package var pendingInputTimeout: Int? { input.pendingTimeout }
    /// Bytes sent to the terminal since it was opened.
    package var bytesWritten: Int { writer.bytesWritten }

    /// Takes the terminal; it is drawn on with the first `paint`.
    /// - Parameters:
    ///   - environment: `TERM`, `ESCDELAY` (ms), and `LINES`, `COLUMNS` for a terminal without a size.
    ///   - wantsDirectColor: a terminal like xterm gets colours by red, green and blue although its description does
    ///     not name them.
    package init(
        environment: [String: String] = ProcessInfo.processInfo.environment, wantsDirectColor: Bool = false
    ) throws(TerminalError) {
        guard isatty(STDOUT_FILENO) == 1, let modes = TerminalModes(of: STDIN_FILENO) else { throw .notATerminal }
        isUTF8 = curses_use_locale()
        let size = TerminalSize.resolve(
            reported: TerminalSize.reported(by: STDOUT_FILENO), environment: environment)
        let name = TerminalName(name: environment["TERM"] ?? "")
        let (screen, used) = try CursesScreen.open(name, size: size, wantsDirectColor: wantsDirectColor)
        self.environment = environment
        self.size = size
        self.modes = modes
        curses = screen
        colors = screen.colors
        notice = used == name.name ? nil : .unknownTerm(name.name, using: used)
        writer = FrameWriter(descriptor: STDOUT_FILENO, hasModes: TerminalName(name: used).isLikeXterm)
        let delay = environment["ESCDELAY"].flatMap { Int($0) } ?? KeyDecoder.usualEscapeDelay
        input = InputReader(descriptor: STDIN_FILENO, decoder: KeyDecoder(escapeDelay: delay))
        take()
    }

    package func paint(_ grid: CellGrid, cursor: Point?) {
        guard phase == .onScreen, let curses else { return }
        curses.paint(grid, cursor: cursor)
        curses.takeOutput { writer.send($0) }
    }

    package func sendBetweenFrames(_ bytes: [UInt8]) -> Bool {
        phase == .onScreen && writer.sendBetweenFrames(bytes)
    }

    package func takeMouse(_ wanted: Bool) -> Bool {
        guard writer.takeMouse(wanted) else { return false }
        input.takesMouse = wanted
        // Whatever ends the program has to undo it.
        if phase == .onScreen { announceToGuard() }
        return true
    }

    package func invalidate() {
        curses?.invalidate()
    }

    package func readInput() -> [DisplayInput] {
        guard phase == .onScreen else { return [] }
        if writer.isGone { return [.hangup] }
        var inputs = input.read()
        // Some SSH clients change the window without a signal: looked at with each key.
        if !inputs.isEmpty, let size = refreshSize() { inputs.append(.resized(size)) }
        return inputs
    }

    package func refreshSize() -> Size? {
        guard phase == .onScreen else { return nil }
        let current = TerminalSize.resolve(
            reported: TerminalSize.reported(by: STDOUT_FILENO), environment: environment)
        guard current != size else { return nil }
        size = current
        curses?.resize(to: current)
        announceToGuard()
        return current
    }

    package func suspend() {
        guard phase == .onScreen else { return }
        phase = .suspended
        giveBack()
    }

    package func resume() {
        guard phase == .suspended else { return }
        phase = .onScreen
        // The shell may have changed its settings meanwhile.
        modes = TerminalModes(of: STDIN_FILENO) ?? modes
        size = TerminalSize.resolve(reported: TerminalSize.reported(by: STDOUT_FILENO), environment: environment)
        curses?.resize(to: size)
        take()
    }

    package func restore() {
        if phase == .onScreen { giveBack() }
        phase = .restored
        curses?.close()
        curses = nil
    }

    private func take() {
        announceToGuard()
        modes.enterRaw(STDIN_FILENO)
    }

    private func giveBack() {
        curses?.leave()
        curses?.takeOutput { writer.sendLast($0) }
        modes.restore(STDIN_FILENO)
        guard_release_terminal()
    }

    private func announceToGuard() {
        guard let curses else { return }
        let rescue = writer.rescue + curses.rescue
        rescue.withUnsafeBytes { bytes in
            guard_take_terminal(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &modes.settings)
        }
    }
}
