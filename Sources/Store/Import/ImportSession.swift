import Conversations
import Exports
import Foundation
import GRDB

/// One import, on a connection of its own: stage as the export is read, then publish all or nothing.
/// An import that is dropped without publishing leaves no trace.
package final class ImportSession {
    private let store: Store
    private let request: ImportRequest
    private let connection: DatabaseQueue
    private let lock: StoreLock
    private var stager: Stager
    private var summary: ImportSummary
    private var exportedAt: Int64?

    /// - Throws: `StoreError.importRunning` when another process imports into this store.
    package init(_ store: Store, _ request: ImportRequest) throws(StoreError) {
        self.store = store
        self.request = request
        lock = try StoreLock.forImport(store.path)
        summary = ImportSummary(path: request.path, format: "")
        let options = store.options
        let opened = try mapped {
            var configuration = StoreSettings.configuration(options, label: "import")
            configuration.busyMode = .timeout(30)
            let connection = try DatabaseQueue(path: store.path, configuration: configuration)
            let stager = try connection.inDatabase { database in
                try StoreSettings.applyToWriter(database, options: options)
                try database.execute(sql: "PRAGMA cache_size = -65536")
                try database.execute(sql: StagingTables.create)
                return try Stager(database)
            }
            return (connection, stager)
        }
        connection = opened.0
        stager = opened.1
    }

    /// Takes over a stretch of what the reader yielded, in order.
    package func stage(_ events: [ExportEvent]) throws(StoreError) {
        try mapped {
            try connection.inDatabase { database in
                try database.inTransaction(.deferred) {
                    for event in events {
                        try take(event)
                    }
                    return .commit
                }
            }
        }
    }

    private func take(_ event: ExportEvent) throws {
        switch event {
        case .message(let message):
            try stager.stage(message)
        case .skipped(let place, let reason):
            summary.skippedCount += 1
            note(place, reason, in: \.skipped)
        case .repaired(let place, let reason):
            summary.repairedCount += 1
            note(place, reason, in: \.repaired)
        case .note(let text):
            summary.notes.append(text)
        case .owner(let channel, let account):
            try stager.account(account, in: channel)
        case .exportedAt(let stamp):
            exportedAt = stamp
        }
    }

    private func note(_ place: ExportPlace, _ reason: String, in list: WritableKeyPath<ImportSummary, [PlacedFact]>) {
        guard summary[keyPath: list].count < ImportSummary.placesKept else { return }
        summary[keyPath: list].append(PlacedFact(place: place.description, reason: reason))
    }

    /// Publishes in one transaction and says what was done.
    /// - Parameters:
    ///   - format: the name of the format, which an archive shows only when it was read.
    ///   - isStopped: asked again and again, from this thread; once it says yes nothing is published.
    /// - Throws: `StoreError.stopped`, besides what the store throws.
    package func publish(
        sha256: [UInt8], format: String, isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(StoreError) -> ImportSummary {
        let stop = StatementStop(isStopped)
        return try mapped {
            try connection.inDatabase { database in
                var result = summary
                try database.inTransaction(.immediate) {
                    result = try stop.watch(database) { try publish(in: database, sha256, format) }
                    return request.isRehearsal ? .rollback : .commit
                }
                return result
            }
        }
    }

    private func publish(in database: Database, _ sha256: [UInt8], _ format: String) throws -> ImportSummary {
        // A clock that was ahead when the export was made must not win over all later ones.
        let observed = exportedAt.map { min(Moment(milliseconds: $0), request.now) } ?? request.observedAt
        let calm = try calmBefore(database)
        let batch = try insertBatch(database, format: format, sha256: sha256, observed: observed, calm: calm)
        let publisher = Publisher(database: database, batch: batch, observedAt: observed)
        let counts = try publisher.publish(staged: stager.count)
        try logCalm(database, batch: batch, calm: calm)
        var result = complete(summary, counts)
        result.teamCandidates = try TeamCandidates(database).likeliest()
        result.accounts = try Int.fetchOne(database, sql: "SELECT count(*) FROM staged_account") ?? 0
        result.threads = try Int.fetchOne(database, sql: "SELECT count(*) FROM staged_thread") ?? 0
        result.format = format
        return result
    }

    private func complete(_ summary: ImportSummary, _ counts: Publisher.Counts) -> ImportSummary {
        var summary = summary
        summary.read = stager.count + summary.skippedCount
        summary.imported = counts.imported
        summary.revised = counts.revised
        summary.duplicate = counts.duplicate
        summary.conversations = counts.conversations
        summary.calm = counts.calm
        summary.cutCycles = counts.cutCycles
        summary.system = stager.systemCount
        summary.channels = stager.channelNames
        summary.first = stager.first
        summary.last = stager.last
        return summary
    }

    /// Messages dated later than a day from now do not count: one false date must not close everything.
    private func calmBefore(_ database: Database) throws -> Int64? {
        switch request.inboxFrom {
        case .all: return nil
        case .date(let moment): return moment.milliseconds
        case .recent:
            let newest = try Int64.fetchOne(
                database, sql: "SELECT max(time) FROM staged WHERE time <= ?",
                arguments: [request.now.advanced(seconds: 86_400).milliseconds])
            return newest.map { $0 - 30 * 86_400_000 }
        }
    }

    private func insertBatch(
        _ database: Database, format: String, sha256: [UInt8], observed: Moment, calm: Int64?
    ) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO batch (digest, path, format, size, sha256, imported_at, observed_at, calm_before)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Digest.uuid7(at: request.now), request.path, format, request.size, Data(sha256),
                request.now.milliseconds, observed.milliseconds, calm,
            ])
        return database.lastInsertedRowID
    }

    private func logCalm(_ database: Database, batch: Int64, calm: Int64?) throws {
        guard let calm,
            let digest = try Digest.fetchOne(
                database, sql: "SELECT digest FROM batch WHERE id = ?", arguments: [batch])
        else { return }
        var payload = EventPayload()
        payload.until = calm
        payload.reason = ConversationFold.calmReason
        let log = EventLog(database: database, device: store.device, actor: store.options.actor, now: request.now)
        _ = try log.append([EventLog.Entry(subject: digest, kind: .calm, field: "calm", payload: payload)])
    }
}
