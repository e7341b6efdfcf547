import Conversations
import Foundation
import Store

/// Carries queued replies out of the store. Marks them only after every byte is written and synced: a reply that
/// is written twice can be seen and left out; one that is marked and not written is lost.
nonisolated package struct OutboxExport {
    package enum Target: Equatable, Sendable {
        case descriptor(Int32)
        /// A new file, 0600; an existing one is never overwritten.
        case file(String)
    }

    package enum Failure: Error, Equatable {
        case store(StoreError)
        case output(OutputError)
        case cannotCreate(path: String, errno: Int32)
    }

    /// What was done.
    package struct Outcome: Equatable, Sendable {
        package var written: [Digest] = []
        package var marked: [Digest] = []
        /// Queued replies that can still be taken back: they stay.
        package var held = 0
    }

    package let store: Store
    package let format: OutboxFormat
    package let now: Moment

    package init(store: Store, format: OutboxFormat, now: Moment) {
        self.store = store
        self.format = format
        self.now = now
    }

    package func run(to target: Target, marking: Bool) throws(Failure) -> Outcome {
        switch target {
        case .descriptor(let descriptor): return try run(to: descriptor, at: nil, marking: marking)
        case .file(let path):
            let descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0o600)
            guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
            defer { close(descriptor) }
            return try run(to: descriptor, at: path, marking: marking)
        }
    }

    private func run(to descriptor: Int32, at path: String?, marking: Bool) throws(Failure) -> Outcome {
        do {
            guard marking else {
                let outcome = try write(to: descriptor)
                try sync(descriptor, at: path)
                return outcome
            }
            return try store.holdingOutbox {
                var outcome = try write(to: descriptor)
                try sync(descriptor, at: path)
                outcome.marked = try store.markExported(outcome.written, now: now)
                return outcome
            }
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as OutputError {
            throw .output(error)
        } catch {
            throw .store(.sqlite(code: 0, message: String(describing: error)))
        }
    }

    private func write(to descriptor: Int32) throws -> Outcome {
        var outcome = Outcome()
        var last: OutboxRow?
        var text = format.header
        repeat {
            let page = try store.outbox([.queued], after: last, limit: 500)
            for row in page {
                if row.notBefore <= now {
                    text += format.text(row)
                    outcome.written.append(row.id)
                } else {
                    outcome.held += 1
                }
            }
            last = page.last
            try OutputBytes.write(Array(text.utf8), to: descriptor)
            text = ""
            if page.count < 500 { last = nil }
        } while last != nil
        return outcome
    }

    /// Pipes and terminals have nothing to sync (EINVAL, EROFS); anything else is an error. A file's folder is synced
    /// too: else a loss of power may take its name.
    private func sync(_ descriptor: Int32, at path: String?) throws {
        if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS, errno != ENOTSUP {
            throw OutputError(errno: errno)
        }
        let failure = path.map(PrivateFiles.syncFolder) ?? 0
        guard failure == 0 else { throw OutputError(errno: failure) }
    }
}
