import Dispatch
import Exports
import Synchronization

/// Hands stretches of an export from the thread that reads to the thread that stages. Holds a few at most, so
/// that memory does not grow when staging is slower.
nonisolated final class ChunkQueue: Sendable {
    private struct State {
        var chunks: [[ExportEvent]] = []
        var isFinished = false
        var isAbandoned = false
    }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    init(capacity: Int = 4) {
        // Begun at 0 and signalled: libdispatch traps when a semaphore goes away below the value it began with,
        // which an import that was given up would do.
        for _ in 0..<capacity { room.signal() }
    }

    /// Waits for room. - Returns: false when nobody takes chunks any more.
    func put(_ chunk: [ExportEvent]) -> Bool {
        room.wait()
        let isTaken = state.withLock { state in
            guard !state.isAbandoned else { return false }
            state.chunks.append(chunk)
            return true
        }
        filled.signal()
        return isTaken
    }

    /// Nothing follows.
    func finish() {
        state.withLock { $0.isFinished = true }
        filled.signal()
    }

    /// Waits for the next chunk; nil: there is none any more.
    func take() -> [ExportEvent]? {
        filled.wait()
        let chunk = state.withLock { state in
            state.chunks.isEmpty ? nil : state.chunks.removeFirst()
        }
        room.signal()
        return chunk
    }

    /// The staging thread gives up: whoever waits for room goes on and is told.
    func abandon() {
        state.withLock { state in
            state.isAbandoned = true
            state.chunks = []
        }
        room.signal()
    }
}
