/// Why a program on a pseudoterminal did not do what a test waited for.
package enum PseudoterminalError: Error, CustomStringConvertible {
    case noTerminal(errno: Int32)
    case cannotStart(String, errno: Int32)
    /// `screen` is what stood there instead.
    case timedOut(waitingFor: String, screen: String)
    /// The program closed its terminal before.
    case ended(waitingFor: String, screen: String)

    package var description: String {
        switch self {
        case .noTerminal(let errno): "no pseudoterminal (errno \(errno))"
        case .cannotStart(let program, let errno): "\(program) does not start (errno \(errno))"
        case .timedOut(let awaited, let screen): "timed out waiting for \(awaited); the screen:\n\(screen)"
        case .ended(let awaited, let screen): "ended before \(awaited); the screen:\n\(screen)"
        }
    }
}
