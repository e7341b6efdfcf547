import Conversations
import Dashboard
import Dispatch
import Store
import Synchronization

/// Long reads (search, counts) on a thread of their own: one runs, of each kind one waits, and a newer
/// question of the same kind takes the place of the one that waits and ends the one that runs. The same question again,
/// because the store changed, lets the one that runs come to its answer: where somebody writes all the time, a slow one
/// would never have one.
nonisolated package final class ReaderTask: Sendable {
    /// What is asked; a newer question of the same kind makes the older one useless.
    package enum Kind: Hashable, Sendable {
        case inbox, counts, views, find, batches, values, marks, judging, explanation, report
    }

    private struct State {
        var waiting: [(kind: Kind, question: Effect?, body: @Sendable () -> Answer?)] = []
        var running: (kind: Kind, question: Effect?)?
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "lotse.reader")
    /// Ends the read that runs.
    private let interrupt: @Sendable () -> Void
    private let mailbox: Mailbox

    package convenience init(store: Store, mailbox: Mailbox) {
        self.init(mailbox: mailbox) { store.interruptReads() }
    }

    init(mailbox: Mailbox, interrupt: @escaping @Sendable () -> Void) {
        self.mailbox = mailbox
        self.interrupt = interrupt
    }

    /// Whether nothing runs and nothing waits.
    package var isIdle: Bool {
        state.withLock { $0.running == nil && $0.waiting.isEmpty }
    }

    /// Asks; what `body` gives is posted. nil posts nothing.
    /// - Parameter question: what is asked; nil is like no other.
    package func ask(_ kind: Kind, _ question: Effect? = nil, _ body: @escaping @Sendable () -> Answer?) {
        let mustStart = state.withLock { state in
            state.waiting.removeAll { $0.kind == kind }
            state.waiting.append((kind, question, body))
            // Within the lock: a moment later the read that runs could be the new one.
            if let running = state.running, running.kind == kind, question == nil || running.question != question {
                interrupt()
            }
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
            state.running = (next.kind, next.question)
            return next.body
        }
    }
}
