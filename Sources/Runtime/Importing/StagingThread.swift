import Conversations
import Dispatch
import Foundation
import Store
import Synchronization

/// The thread on which an import's session lives from beginning to end.
nonisolated final class StagingThread: Sendable {
    /// What the reading thread says once it has come to the end.
    private enum Verdict: Sendable {
        case publish(sha256: [UInt8], format: String)
        case drop
    }

    let queue = ChunkQueue()
    private let store: Store
    private let request: ImportRequest
    private let cancellation: Cancellation
    private let verdict = Mutex<Verdict?>(nil)
    private let result = Mutex<Result<ImportSummary, ImportFailure>?>(nil)
    private let decided = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(store: Store, request: ImportRequest, cancellation: Cancellation) {
        self.store = store
        self.request = request
        self.cancellation = cancellation
    }

    func start() {
        let thread = Thread { [self] in
            do throws(ImportFailure) {
                let summary = try work()
                result.withLock { $0 = .success(summary) }
            } catch {
                result.withLock { $0 = .failure(error) }
                queue.abandon()
            }
            ended.signal()
        }
        thread.name = "lotse import"
        // Deep frames of SQLite's sorter and FTS5 fit easily; the default of some systems is 512 KiB.
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Everything was read: publishes it and waits for the end.
    func publish(sha256: [UInt8], format: String) throws(ImportFailure) -> ImportSummary {
        try finish(.publish(sha256: sha256, format: format), failure: nil)
    }

    /// Nothing is published. - Parameter failure: why reading ended early.
    func drop(_ failure: ImportFailure) throws(ImportFailure) -> ImportSummary {
        try finish(.drop, failure: failure)
    }

    private func finish(_ decision: Verdict, failure: ImportFailure?) throws(ImportFailure) -> ImportSummary {
        verdict.withLock { $0 = decision }
        decided.signal()
        ended.wait()
        switch result.withLock({ $0 }) {
        case .success(let summary): return summary
        case .failure(.export(.cancelled)): throw failure ?? .export(.cancelled)
        case .failure(let error): throw error
        case nil: throw failure ?? .export(.cancelled)
        }
    }

    private func work() throws(ImportFailure) -> ImportSummary {
        do {
            let session = try ImportSession(store, request)
            while let chunk = queue.take() {
                try session.stage(chunk)
            }
            decided.wait()
            guard case .publish(let sha256, let format) = verdict.withLock({ $0 }), !cancellation.isCancelled else {
                throw ImportFailure.export(.cancelled)
            }
            return try session.publish(sha256: sha256, format: format) { [cancellation] in cancellation.isCancelled }
        } catch StoreError.stopped {
            throw .export(.cancelled)
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as ImportFailure {
            throw error
        } catch {
            throw .store(.sqlite(code: 0, message: String(describing: error)))
        }
    }
}
