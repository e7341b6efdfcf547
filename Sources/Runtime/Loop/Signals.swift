import CSignals
import Glibc

/// The signals that the dashboard answers, as input like any other.
nonisolated package struct Signals: Sendable {
    package enum Signal: Equatable, Sendable {
        case windowChanged, terminate, hangup, interrupt, stop, resume
    }

    /// Becomes readable when a signal came.
    package let fileDescriptor: Int32

    /// To be opened before anything makes a thread; nil where the system refuses.
    package init?() {
        fileDescriptor = lotse_signals_open()
        if fileDescriptor < 0 { return nil }
    }

    /// All that came, without waiting.
    package func read() -> [Signal] {
        var signals: [Signal] = []
        while true {
            switch lotse_signals_next(fileDescriptor) {
            case SIGWINCH: signals.append(.windowChanged)
            case SIGTERM: signals.append(.terminate)
            case SIGHUP: signals.append(.hangup)
            case SIGINT: signals.append(.interrupt)
            case SIGTSTP: signals.append(.stop)
            case SIGCONT: signals.append(.resume)
            case 0: return signals
            default: continue
            }
        }
    }
}
