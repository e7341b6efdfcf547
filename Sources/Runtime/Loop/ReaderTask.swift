import Conversations
import Dashboard
import Dispatch
import Store
import Synchronization

/// Long reads (search, counts) on a thread of their own: one runs, of each kind one waits, and a newer
/// question of the same kind takes the place of the one that waits and ends the one that runs.
nonisolated package final class ReaderTask: Sendable {
    /// What is asked; a newer question of the same kind makes the older one useless.
    package enum Kind: Hashable, Sendable {
        case inbox, counts, views, find, batches, values, marks, judging, explanation, report
    }

    private struct State {
        var waiting: [(kind: Kind, body: @Sendable () -> Answer?)] = []
        var running: Kind?
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "lotse.reader")
    private let store: Store
    private let mailbox: Mailbox

    package init(store: Store, mailbox: Mailbox) {
        self.store = store
        self.mailbox = mailbox
    }

    /// Whether nothing runs and nothing waits.
    package var isIdle: Bool {
        state.withLock { $0.running == nil && $0.waiting.isEmpty }
    }

    /// Asks; what `body` gives is posted. nil posts nothing.
    package func ask(_ kind: Kind, _ body: @escaping @Sendable () -> Answer?) {
        let mustStart = state.withLock { state in
            state.waiting.removeAll { $0.kind == kind }
            state.waiting.append((kind, body))
            // Within the lock: a moment later the read that runs could be the new one.
            if state.running == kind { store.interruptReads() }
            return state.running == nil && state.waiting.count == 1
        }
        if mustStart { queue.async { self.work() } }
    }

    private func work() {
        while let next = take() {
            let answer = next()
            // Who finds the answer in the mailbox finds this idle as well, and does not wait for more.
            state.withLock { state in
                if let answer { mailbox.post(answer) }
                state.running = nil
            }
        }
    }

    private func take() -> (@Sendable () -> Answer?)? {
        state.withLock { state in
            guard !state.waiting.isEmpty else { return nil }
            let next = state.waiting.removeFirst()
            state.running = next.kind
            return next.body
        }
    }
}
