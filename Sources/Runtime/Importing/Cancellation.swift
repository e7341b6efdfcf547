import Dispatch
import Foundation
import Synchronization

/// Whether somebody asked to stop.
nonisolated package final class Cancellation: Sendable {
    private let flag = Atomic(false)

    package init() {}

    package var isCancelled: Bool { flag.load(ordering: .relaxed) }

    package func cancel() {
        flag.store(true, ordering: .relaxed)
    }
}

/// Turns the first `^C` (or TERM) into a cancellation. The second one ends the process at once, which is safe as
/// well: what is not published is in a temporary database, and publishing is one transaction.
nonisolated package final class InterruptWatch {
    private let sources: [any DispatchSourceSignal]

    package init(_ cancellation: Cancellation) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                cancellation.cancel()
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
    }

    deinit {
        for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
            source.cancel()
            signal(number, SIG_DFL)
        }
    }
}
