import Exports
import Foundation

/// Reads an export and cuts what it yields into chunks for the staging thread.
nonisolated struct Pump {
    /// Events of one chunk, and bytes of their texts: whichever is reached first closes it.
    static let chunkCount = 500
    static let chunkBytes = 1 << 20
    /// Events between two progress reports, at least.
    static let reportInterval = 500

    let digest = RawDigest()
    private let input: ExportInput
    private let queue: ChunkQueue
    private let job: ImportJob
    private var chunk: [ExportEvent] = []
    private var bytes = 0
    private var messages = 0
    private var reported = 0
    private var skipped = 0
    private var firstSkipped: (place: ExportPlace, reason: String)?

    init(input: ExportInput, queue: ChunkQueue, job: ImportJob) {
        self.input = input
        self.queue = queue
        self.job = job
    }

    /// What is read, and how.
    enum Reading {
        case single(ByteSource, ExportFormat)
        /// nil: by content.
        case tree(any ExportTree, format: String?)
    }

    /// Reads to the end. - Returns: the name of the format that was found, or why reading ended early.
    mutating func read(_ reading: Reading, options: ExportOptions) -> Result<String, ImportFailure> {
        defer { queue.finish() }
        do {
            var format = ""
            do {
                format = try readContent(reading, options: options)
            } catch let error as ExportError {
                guard options.salvages, let place = error.cut else { throw error }
                format = reading.format
                try take(.note(ExportError.salvaged(place)))
            }
            if messages == 0, let first = firstSkipped {
                throw ExportError.nothingUsable(skipped: skipped, place: "\(first.place)", reason: first.reason)
            }
            if !input.isRaw { try input.eachRawChunk { digest.add($0) } }
            guard !job.cancellation.isCancelled else { throw ExportError.cancelled }
            try flush()
            return .success(format)
        } catch let error as ExportError {
            return .failure(.export(error))
        } catch {
            // The staging thread gave up and says why itself.
            return .failure(.export(.cancelled))
        }
    }

    private mutating func readContent(_ reading: Reading, options: ExportOptions) throws -> String {
        switch reading {
        case .single(var source, let reader):
            if input.isRaw { source.onRawBytes = { [digest] in digest.add($0) } }
            try reader.read(&source, options: options) { try take($0) }
            try readRest(&source)
            for remark in source.remarks { try take(.note(remark)) }
            return reader.format
        case .tree(let tree, let format):
            return try ExportFormats.readTree(
                tree, options: options, format: format, mappings: job.choices.mappings,
                remembered: job.choices.remembered
            ) { try take($0) }
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
        count(event)
        chunk.append(job.choices.shift == 0 ? event : event.shifted(by: job.choices.shift))
        if chunk.count >= Self.chunkCount || bytes >= Self.chunkBytes { try flush() }
        if messages - reported >= Self.reportInterval { report() }
    }

    private mutating func count(_ event: ExportEvent) {
        switch event {
        case .message(let message):
            messages += 1
            bytes += message.text.utf8.count + (message.markup?.utf8.count ?? 0)
        case .skipped(let place, let reason):
            skipped += 1
            if firstSkipped == nil { firstSkipped = (place, reason) }
        default: break
        }
    }

    private mutating func flush() throws {
        guard !chunk.isEmpty else { return }
        let full = chunk
        chunk = []
        chunk.reserveCapacity(Self.chunkCount)
        bytes = 0
        guard queue.put(full) else { throw StagingGaveUp() }
    }

    /// Says how far it is.
    mutating func report(isPublishing: Bool = false) {
        reported = messages
        job.onProgress(
            ImportProgress(
                bytes: input.isRaw ? digest.count : input.rawBytesRead, size: input.size, messages: messages,
                isPublishing: isPublishing))
    }
}

nonisolated extension Pump.Reading {
    /// The name of the format as far as it is known before the end.
    fileprivate var format: String {
        switch self {
        case .single(_, let reader): reader.format
        case .tree(let tree, let format): format ?? (try? ExportFormats.treeReader(for: tree))?.format ?? ""
        }
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
