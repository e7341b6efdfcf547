import Glibc

/// The line settings of a tty.
nonisolated struct TerminalModes {
    var settings: termios

    /// As they are now; nil: no terminal.
    init?(of descriptor: Int32) {
        settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    }

    /// Every byte at once and untouched, no signals from keys.
    func enterRaw(_ descriptor: Int32) {
        var raw = settings
        cfmakeraw(&raw)
        apply(raw, to: descriptor)
    }

    func restore(_ descriptor: Int32) {
        apply(settings, to: descriptor)
    }

    private func apply(_ wanted: termios, to descriptor: Int32) {
        var wanted = wanted
        while tcsetattr(descriptor, TCSADRAIN, &wanted) != 0, errno == EINTR {}
    }
}
