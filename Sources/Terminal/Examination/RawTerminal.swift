import CGuard
import Glibc

/// The terminal of this process in raw mode, for questions and trials on the usual screen. Whatever ends the
/// program, `CrashGuard` gives it back.
final class RawTerminal {
    /// Why reading ended early.
    nonisolated enum End: Error, Equatable {
        /// `^C`, or a signal that ends programs.
        case stopped
        /// The terminal is gone.
        case gone
    }

    private let modes: TerminalModes
    private let stop: Int32?
    private let farewell: [UInt8]
    private var isRaw = false

    /// - Parameters:
    ///   - stop: becomes readable when a signal came.
    ///   - farewell: the bytes that give it back, besides its line settings, in every ending.
    /// - Returns: nil: standard input or output is no terminal.
    init?(stop: Int32?, farewell: [UInt8]) {
        guard isatty(STDOUT_FILENO) == 1, let modes = TerminalModes(of: STDIN_FILENO) else { return nil }
        self.modes = modes
        self.stop = stop
        self.farewell = farewell
        var settings = modes.settings
        farewell.withUnsafeBytes { bytes in
            guard_take_terminal(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &settings)
        }
        modes.enterRaw(STDIN_FILENO)
        // What was typed before the question is no answer to it.
        tcflush(STDIN_FILENO, TCIFLUSH)
        isRaw = true
    }

    /// Gives it back, and drops what was not read: a late answer must not become keys of the shell. Safe to call twice.
    func restore() {
        guard isRaw else { return }
        isRaw = false
        try? write(farewell)
        tcflush(STDIN_FILENO, TCIFLUSH)
        modes.restore(STDIN_FILENO)
        guard_release_terminal()
    }

    func write(_ bytes: [UInt8]) throws(End) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw .gone
            }
        }
    }

    /// What has come after at most `patience` milliseconds; nil: nothing.
    func read(patience: Int) throws(End) -> [UInt8]? {
        var polled = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
        if let stop { polled.append(pollfd(fd: stop, events: Int16(POLLIN), revents: 0)) }
        let count = poll(&polled, nfds_t(polled.count), Int32(clamping: max(0, patience)))
        if count == 0 || (count < 0 && errno == EINTR) { return nil }
        if polled.dropFirst().contains(where: { $0.revents != 0 }) { throw .stopped }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let got = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
        if got > 0 { return Array(buffer.prefix(got)) }
        if got < 0, errno == EINTR || errno == EAGAIN { return nil }
        throw .gone
    }
}
