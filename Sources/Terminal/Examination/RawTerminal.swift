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
    private let signals: EndingSignals?
    private let farewell: [UInt8]
    private var isRaw = false

    /// - Parameters:
    ///   - signals: tell when the program is to end.
    ///   - farewell: the bytes that give it back, besides its line settings, in every ending.
    /// - Returns: nil: standard input or output is no terminal.
    init?(signals: EndingSignals?, farewell: [UInt8]) {
        guard isatty(STDOUT_FILENO) == 1, let modes = TerminalModes(of: STDIN_FILENO) else { return nil }
        self.modes = modes
        self.signals = signals
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
        let deadline = Self.milliseconds + max(0, patience)
        while true {
            guard let ready = wait(until: deadline) else { return nil }
            // A new size and the like are signals as well, and no reason to end or to wait less.
            if ready.signals, signals?.mustEnd() == true { throw .stopped }
            if ready.input, let bytes = try take() { return bytes }
        }
    }

    /// - Returns: nil: nothing came in time.
    private func wait(until deadline: Int) -> (input: Bool, signals: Bool)? {
        // poll passes over a file of -1.
        var polled = [STDIN_FILENO, signals?.fileDescriptor ?? -1].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let count = poll(&polled, nfds_t(polled.count), Int32(clamping: max(0, deadline - Self.milliseconds)))
        if count < 0, errno == EINTR { return (false, false) }
        return count == 0 ? nil : (polled[0].revents != 0, polled[1].revents != 0)
    }

    /// - Returns: nil: nothing is there after all.
    private func take() throws(End) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let got = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
        if got > 0 { return Array(buffer.prefix(got)) }
        if got < 0, errno == EINTR || errno == EAGAIN { return nil }
        throw .gone
    }

    /// On a clock that nobody sets.
    static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
