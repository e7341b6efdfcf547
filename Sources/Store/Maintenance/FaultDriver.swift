import Conversations
import Exports
import GRDB

/// Acts whose ids are printed once they are on disk, for the tests that kill the process and cut the power.
extension Store {
    /// One note on a conversation of the driver's own; when this returns, it is on disk.
    /// - Parameter checkpoints: whether the log may be copied into the store now. A checkpoint syncs the log, so one
    ///   after every act would hide that acts are lost without `synchronous=FULL`.
    package func recordDriverAct(_ id: String, now: Moment, checkpoints: Bool = true) throws(StoreError) {
        try write { database in
            let log = EventLog(database: database, device: device, actor: options.actor, now: now)
            var payload = EventPayload()
            payload.text = id
            let events = try log.append([
                EventLog.Entry(subject: Store.driverSubject, kind: .note, field: "note:" + id, payload: payload)
            ])
            try Projector(database).eventsChanged(events)
        }
        if checkpoints { checkpointIfNeeded(above: 64 << 10) }
    }

    /// Ids of all driver acts that are in the store.
    package func driverActs() throws(StoreError) -> [String] {
        try read { database in
            try String.fetchAll(
                database, sql: "SELECT json_extract(payload, '$.text') FROM event WHERE subject = ? ORDER BY clock",
                arguments: [Store.driverSubject])
        }
    }

    private static let driverSubject = Digest.of("fault driver")
}
