import CVTerm
import Glibc

/// A program on a terminal of its own: keys in, screen out. Nothing sleeps; `wait` reads until a condition holds.
///
///     let terminal = try Pseudoterminal(BuiltProducts.path("lotse"), ["demo"], columns: 80, rows: 24)
///     try terminal.wait(for: "Inbox")
///     terminal.send("jj\r")
///     try terminal.wait("the thread") { $0.rows[0].contains("Thread") }
///     terminal.send("q")
///     #expect(try terminal.waitForExit() == .exited(0))
package final class Pseudoterminal {
    package let screen: EmulatedScreen
    /// Every byte the program wrote so far.
    package private(set) var output: [UInt8] = []
    /// The terminal's line settings before the program started.
    package let modesAtStart: termios
    /// What it is told to send besides: then that is no finding in its recording.
    package var expected: Set<ExpectedSequence> {
        get { recording.expected }
        set { recording.expected = newValue }
    }
    /// What must be there as long as the program, such as the folder it works in.
    package var owner: AnyObject?
    private var recording: Recording
    private let process: SpawnedProcess
    private var master: Int32
    private var isClosed = false

    /// Starts a program. Its environment is PATH, HOME, LANG=C.UTF-8 and TERM, and what is given over these; a nil
    /// `term` leaves TERM unset.
    package init(
        _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
        term: String? = "xterm-256color", environment: [String: String] = [:], directory: String? = nil
    ) throws {
        master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
        var name = [CChar](repeating: 0, count: 64)
        guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, ptsname_r(master, &name, name.count) == 0 else {
            throw PseudoterminalError.noTerminal(errno: errno)
        }
        Self.setSize(of: master, columns: columns, rows: rows)
        screen = EmulatedScreen(columns: columns, rows: rows)
        modesAtStart = Self.modes(of: master)
        var variables = ["PATH": Self.variable("PATH"), "HOME": Self.variable("HOME"), "LANG": "C.UTF-8"]
        variables["TERM"] = term
        recording = Recording(program: program, term: environment["TERM"] ?? term, columns: columns, rows: rows)
        process = try SpawnedProcess(
            program, arguments, environment: variables.merging(environment) { $1 }, directory: directory,
            terminal: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    deinit {
        hangUp()
        recording.keep(output)
    }

    /// Whether the program, or one that it started, still has the terminal, as far as was read.
    package var isOpen: Bool { !isClosed }

    package var processIdentifier: Int32 { process.identifier }

    /// The terminal's line settings (`tcgetattr`).
    package var modes: termios { Self.modes(of: master) }

    /// All of some line settings, to compare them (`termios` is not Equatable).
    package static func describe(_ modes: termios) -> String {
        var characters = modes.c_cc
        let list = withUnsafeBytes(of: &characters) { Array($0) }
        return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(list)"
    }

    // MARK: Acting

    /// Types.
    package func send(_ keys: String) {
        send(bytes: Array(keys.utf8))
    }

    /// Types bytes; while the program does not read, its output is taken, so that neither waits for the other.
    package func send(bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !isClosed {
            var state = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
            guard poll(&state, 1, 10_000) > 0 else { return }
            if state.revents & Int16(POLLIN) != 0 { readAvailable() }
            guard state.revents & Int16(POLLOUT) != 0 else { continue }
            // The line discipline buffers 4096 bytes; smaller pieces never block.
            let piece = Array(rest.prefix(512))
            let count = write(master, piece, piece.count)
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    package func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        recording.resize(columns: columns, rows: rows)
        Self.setSize(of: master, columns: columns, rows: rows)
    }

    /// Tells the kernel alone, as an SSH client does that does not know its size.
    package func resizeKernelOnly(columns: Int, rows: Int) {
        Self.setSize(of: master, columns: columns, rows: rows)
    }

    /// Sends a signal to the program's process (not its group).
    package func signal(_ number: Int32) {
        kill(process.identifier, number)
    }

    /// Pulls the plug, as a broken connection does.
    package func hangUp() {
        guard master >= 0 else { return }
        isClosed = true
        close(master)
        master = -1
    }

    // MARK: Waiting

    /// Reads until the screen is as wanted. At the latest after `timeout` seconds it throws what is there instead.
    package func wait(
        _ awaited: String, timeout: Double = 10, until isReached: (EmulatedScreen) -> Bool
    ) throws {
        let deadline = ContinuousClock.now + .seconds(timeout)
        while !isReached(screen) {
            guard !isClosed else { throw PseudoterminalError.ended(waitingFor: awaited, screen: screen.text) }
            guard waitForInput(until: deadline) else {
                throw PseudoterminalError.timedOut(waitingFor: awaited, screen: screen.text)
            }
            readAvailable()
        }
    }

    /// Reads until a text stands somewhere on the screen, in one row.
    package func wait(for text: String, timeout: Double = 10) throws {
        try wait("“\(text)”", timeout: timeout) { $0.rows.contains { $0.contains(text) } }
    }

    /// Reads until the program wrote certain bytes after the first `start` ones.
    package func wait(forBytes wanted: String, after start: Int = 0, timeout: Double = 10) throws {
        let wanted = Array(wanted.utf8)
        try wait("bytes", timeout: timeout) { _ in
            self.output.dropFirst(start).indices.contains { self.output[$0...].starts(with: wanted) }
        }
    }

    /// Reads until the program has ended, and says how.
    package func waitForExit(timeout: Double = 10) throws -> ExitStatus {
        let deadline = ContinuousClock.now + .seconds(timeout)
        while true {
            var ended = pollfd(fd: process.descriptor, events: Int16(POLLIN), revents: 0)
            if isClosed {
                poll(&ended, 1, Self.milliseconds(until: deadline))
            } else {
                var states = [ended, pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
                poll(&states, 2, Self.milliseconds(until: deadline))
                ended = states[0]
                if states[1].revents != 0 { readAvailable() }
            }
            if ended.revents != 0, let status = process.reap() {
                drain()
                return status
            }
            if ContinuousClock.now >= deadline {
                throw PseudoterminalError.timedOut(waitingFor: "the end", screen: screen.text)
            }
        }
    }

    // MARK: Reading

    private func drain() {
        while !isClosed, waitForInput(until: .now) { readAvailable() }
    }

    private func waitForInput(until deadline: ContinuousClock.Instant) -> Bool {
        var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, Self.milliseconds(until: deadline)) > 0
    }

    private func readAvailable() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else {
            // EIO: no process has the terminal open any more.
            if count == 0 || errno != EINTR { isClosed = true }
            return
        }
        let bytes = Array(buffer.prefix(count))
        output += bytes
        let answer = screen.feed(bytes)
        if !answer.isEmpty { _ = write(master, answer, answer.count) }
    }

    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let left = (deadline - .now).components
        return Int32(max(0, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000))
    }

    private static func setSize(of descriptor: Int32, columns: Int, rows: Int) {
        var size = winsize()
        size.ws_col = UInt16(columns)
        size.ws_row = UInt16(rows)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }

    private static func modes(of descriptor: Int32) -> termios {
        var modes = termios()
        tcgetattr(descriptor, &modes)
        return modes
    }

    private static func variable(_ name: String) -> String {
        getenv(name).map { String(cString: $0) } ?? ""
    }
}
