import Exports
import Foundation

/// Reads an export and cuts what it yields into chunks for the staging thread.
nonisolated struct Pump {
    /// Events of one chunk, and bytes of their texts: whichever is reached first closes it.
    static let chunkCount = 500
    static let chunkBytes = 1 << 20
    /// Events between two progress reports, at least.
    static let reportInterval = 2000

    let digest = RawDigest()
    private var source: ByteSource
    private let queue: ChunkQueue
    private let job: ImportJob
    private var chunk: [ExportEvent] = []
    private var bytes = 0
    private var messages = 0
    private var reported = 0

    init(source: ByteSource, queue: ChunkQueue, job: ImportJob) {
        self.source = source
        self.queue = queue
        self.job = job
        let digest = digest
        self.source.onRawBytes = { digest.add($0) }
    }

    /// Reads to the end. - Returns: why it ended early; nil: it did not.
    mutating func read(with reader: any ExportReader.Type, options: ExportOptions) -> ImportFailure? {
        defer { queue.finish() }
        do {
            var source = source
            try reader.read(&source, options: options) { event in
                try take(event)
            }
            try readRest(&source)
            try flush()
            report()
            return nil
        } catch let error as ExportError {
            return .export(error)
        } catch {
            // The staging thread gave up and says why itself.
            return .export(.cancelled)
        }
    }

    /// A reader may stop at the end of its document; the digest is of the whole file.
    private func readRest(_ source: inout ByteSource) throws {
        while try source.nextChunk() != nil {
            guard !job.cancellation.isCancelled else { throw ExportError.cancelled }
        }
    }

    private mutating func take(_ event: ExportEvent) throws {
        guard !job.cancellation.isCancelled else { throw ExportError.cancelled }
        if case .message(let message) = event {
            messages += 1
            bytes += message.text.utf8.count + (message.markup?.utf8.count ?? 0)
        }
        chunk.append(job.choices.shift == 0 ? event : event.shifted(by: job.choices.shift))
        if chunk.count >= Self.chunkCount || bytes >= Self.chunkBytes { try flush() }
        if messages - reported >= Self.reportInterval { report() }
    }

    private mutating func flush() throws {
        guard !chunk.isEmpty else { return }
        let full = chunk
        chunk = []
        chunk.reserveCapacity(Self.chunkCount)
        bytes = 0
        guard queue.put(full) else { throw StagingGaveUp() }
    }

    private mutating func report() {
        reported = messages
        job.onProgress(ImportProgress(bytes: digest.count, size: source.size, messages: messages))
    }
}

/// The staging thread takes no more; its own error says why.
nonisolated struct StagingGaveUp: Error {}

extension ExportEvent {
    /// The same event at another time; times that are unknown stay so.
    nonisolated func shifted(by milliseconds: Int64) -> ExportEvent {
        switch self {
        case .message(var message):
            message.time.milliseconds = message.time.milliseconds.map { $0 + milliseconds }
            message.editedAt = message.editedAt.map { $0 + milliseconds }
            return .message(message)
        case .exportedAt(let stamp): return .exportedAt(stamp + milliseconds)
        case .skipped, .repaired, .note, .owner: return self
        }
    }
}
