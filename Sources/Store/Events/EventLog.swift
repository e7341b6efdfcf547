import Conversations
import Foundation
import GRDB

/// Writes and reads events. Always inside the write transaction of the act.
struct EventLog {
    let database: Database
    let device: Digest
    let actor: Actor
    let now: Moment

    /// What an event says, before the log gives it its identity.
    struct Entry {
        var subject: Digest
        var kind: EventKind
        var field: String
        var payload: EventPayload
    }

    /// Appends the events of one act; the first one's id is the act's.
    func append(_ entries: [Entry]) throws -> [Event] {
        var act: Digest?
        var events: [Event] = []
        for entry in entries {
            let id = Digest.uuid7(at: now)
            let event = Event(
                id: id, device: device, clock: try nextClock(), actor: actor.name, osUser: actor.osUser,
                recordedAt: now, act: act ?? id, subject: entry.subject, kind: entry.kind, field: entry.field,
                payload: entry.payload)
            act = event.act
            try insert(event)
            events.append(event)
        }
        return events
    }

    /// Hybrid clock: never behind this machine's time, never behind what was drawn or seen before.
    private func nextClock() throws -> Int64 {
        let last = try Int64.fetchOne(database, sql: "SELECT max(clock) FROM event") ?? 0
        return max(now.milliseconds << 16, last + 1)
    }

    /// Inserts an event as it is, from this device or from another's log; one that is there already stays.
    func insert(_ event: Event) throws {
        try database.execute(
            sql: """
                INSERT INTO event
                    (id, device, clock, actor, os_user, recorded_at, act, subject, kind, field, payload, is_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """,
            arguments: [
                event.id, event.device, event.clock, event.actor, event.osUser, event.recordedAt.milliseconds,
                event.act, event.subject, event.kind.word, event.field, try EventLog.json(event.payload), event.isOn,
            ])
    }

    private static func json(_ payload: EventPayload) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(payload), as: UTF8.self)
    }
}

extension Event {
    static let columns = """
        event.id, event.device, event.clock, event.actor, event.os_user, event.recorded_at, event.act, \
        event.subject, event.kind, event.field, event.payload, event.is_on
        """

    init(row: Row) throws {
        let written: String = row["payload"]
        let payload = try? JSONDecoder().decode(EventPayload.self, from: Data(written.utf8))
        let word: String = row["kind"]
        // Values that this version cannot read are a later version's: kept, and not applied.
        self.init(
            id: row["id"], device: row["device"], clock: row["clock"], actor: row["actor"], osUser: row["os_user"],
            recordedAt: Moment(milliseconds: row["recorded_at"]), act: row["act"], subject: row["subject"],
            kind: payload == nil ? .unknown(word) : EventKind(word: word), field: row["field"],
            payload: payload ?? EventPayload(), isOn: row["is_on"])
    }

    static func fetchAll(
        _ database: Database, where condition: String, arguments: StatementArguments = []
    ) throws -> [Event] {
        try Row.fetchAll(database, sql: "SELECT \(columns) FROM event \(condition)", arguments: arguments)
            .map(Event.init(row:))
    }
}
