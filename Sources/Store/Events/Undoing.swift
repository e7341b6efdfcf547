import Conversations
import GRDB

extension Store {
    /// Takes back this actor's last undoable act on this device.
    /// - Parameter skippingRefused: goes on to the act before one that cannot be taken back; otherwise the
    ///   refusal is told.
    /// - Returns: what was taken back.
    /// - Throws: `StoreError`; a `Refusal` comes as a result.
    package func undo(
        skippingRefused: Bool = false, now: Moment
    ) throws(StoreError) -> Result<UndoReceipt, Refusal> {
        try write { database in
            var before = Int64.max
            var result: Result<UndoReceipt, Refusal> = .failure(.nothingToUndo)
            while let act = try lastActOn(database, before: before) {
                result = try switchAct(database, act.id, .undo, now: now)
                guard case .failure = result, skippingRefused else { break }
                before = act.clock
            }
            return result
        }
    }

    /// Does again what was last taken back, unless something else was done since.
    package func redo(now: Moment) throws(StoreError) -> Result<UndoReceipt, Refusal> {
        try write { database in
            guard let act = try lastActOff(database) else { return .failure(.nothingToRedo) }
            return try switchAct(database, act, .redo, now: now)
        }
    }

    /// Takes back one act, however old, whoever did it, unless something later stands on it.
    /// - Throws: `StoreError`; a `Refusal` comes as a result.
    package func undo(act: Digest, now: Moment) throws(StoreError) -> Result<UndoReceipt, Refusal> {
        try write { database in
            guard try isSwitchable(database, act, isOn: true) else { return .failure(.nothingToUndo) }
            return try switchAct(database, act, .undo, now: now)
        }
    }

    /// Does one act again that was taken back.
    /// - Throws: `StoreError`; a `Refusal` comes as a result.
    package func redo(act: Digest, now: Moment) throws(StoreError) -> Result<UndoReceipt, Refusal> {
        try write { database in
            guard try isSwitchable(database, act, isOn: false) else { return .failure(.nothingToRedo) }
            return try switchAct(database, act, .redo, now: now)
        }
    }

    /// Whether all events of an act may be taken back and are switched so.
    private func isSwitchable(_ database: Database, _ act: Digest, isOn: Bool) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT count(*) > 0 AND sum(is_on <> ? OR kind NOT IN (\(Store.undoable))) = 0 FROM event WHERE act = ?
                """, arguments: [isOn, act]) ?? false
    }

    static let undoable = EventKind.undoableWords.map { "'\($0)'" }.joined(separator: ", ")

    private func lastActOn(_ database: Database, before: Int64) throws -> (id: Digest, clock: Int64)? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT act, min(clock) FROM event WHERE act = (
                    SELECT act FROM event WHERE actor = ? AND device = ? AND clock < ? AND is_on = 1
                    AND kind IN (\(Store.undoable)) AND NOT EXISTS (
                        SELECT 1 FROM event AS told
                        WHERE told.act = event.act AND told.kind NOT IN (\(Store.undoable))
                    )
                    ORDER BY clock DESC LIMIT 1
                ) GROUP BY act
                """, arguments: [options.actor.name, device, before]
        ).map { ($0[0], $0[1]) }
    }

    /// The target of the newest undo whose act is still off, if no act came after it.
    private func lastActOff(_ database: Database) throws -> Digest? {
        try Digest.fetchOne(
            database,
            sql: """
                SELECT switch.subject FROM event AS switch
                WHERE switch.actor = :actor AND switch.device = :device AND switch.kind = 'undo'
                AND EXISTS (SELECT 1 FROM event WHERE act = switch.subject AND is_on = 0)
                AND NOT EXISTS (
                    SELECT 1 FROM event AS later WHERE later.actor = :actor AND later.device = :device
                    AND later.clock > switch.clock AND later.is_on = 1 AND later.kind IN (\(Store.undoable))
                )
                ORDER BY switch.clock DESC LIMIT 1
                """, arguments: ["actor": options.actor.name, "device": device])
    }

    private func switchAct(
        _ database: Database, _ act: Digest, _ kind: EventKind, now: Moment
    ) throws -> Result<UndoReceipt, Refusal> {
        let events = try Event.fetchAll(database, where: "WHERE act = ? ORDER BY clock", arguments: [act])
        if let refusal = try refusal(database, events) { return .failure(refusal) }
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let log = EventLog(database: database, device: device, actor: options.actor, now: now)
        _ = try log.append([
            EventLog.Entry(subject: act, kind: kind, field: "switch", payload: EventPayload())
        ])
        try EventSwitches.apply(database, act: act)
        if kind == .undo {
            try drafts(database).restore(events, now: now)
        } else {
            try drafts(database).send(events)
        }
        try Projector(database).eventsChanged(events)
        try Persons(database).changed(events)
        for event in events where event.kind == .team {
            try Teams(database).roleChanged(event.subject)
        }
        let first = events.first
        let conversation = try first.flatMap { try conversationKey(database, message: $0.subject) }
        return .success(UndoReceipt(kind: first?.kind.word ?? "", conversation: conversation))
    }

    private func conversationKey(_ database: Database, message: Digest) throws -> Digest? {
        try Digest.fetchOne(
            database,
            sql: """
                SELECT conversation.root FROM message JOIN placement ON placement.message = message.id
                JOIN conversation ON conversation.id = placement.conversation WHERE message.digest = ?
                """, arguments: [message])
    }

    /// An undo that would change nothing that can be seen, or that only the platform can do.
    private func refusal(_ database: Database, _ events: [Event]) throws -> Refusal? {
        for event in events {
            if event.kind == .replyQueued, let told = try told(database, event) { return told }
            let later =
                try event.isOnPersons ? laterOnPersons(database, than: event) : laterActor(database, than: event)
            if let later {
                return .actedLater(actor: later)
            }
        }
        return nil
    }

    /// What became of a reply outside; nil: it is still here.
    private func told(_ database: Database, _ event: Event) throws -> Refusal? {
        let state = try String.fetchOne(database, sql: "SELECT state FROM reply WHERE id = ?", arguments: [event.id])
        return switch state.flatMap(ReplyState.init(rawValue:)) {
        case nil, .queued: nil
        case .exported, .sent: .alreadyExported
        case .failed: .replyFailed
        }
    }

    /// Who linked the same account, or set the same role of the same person, after this event.
    private func laterOnPersons(_ database: Database, than event: Event) throws -> String? {
        guard event.field != Persons.name else { return nil }
        return try String.fetchOne(
            database,
            sql: """
                SELECT actor FROM event WHERE subject = :subject AND field = :field AND is_on = 1 AND act <> :act
                AND (clock, device) > (:clock, :device) ORDER BY clock DESC LIMIT 1
                """,
            arguments: [
                "subject": event.subject, "field": event.field, "act": event.act, "clock": event.clock,
                "device": event.device,
            ])
    }

    /// Who set the same field of the same conversation after this event, in another act that is on.
    private func laterActor(_ database: Database, than event: Event) throws -> String? {
        try String.fetchOne(
            database,
            sql: """
                SELECT event.actor FROM event_place AS mine
                JOIN event_place AS theirs ON theirs.conversation = mine.conversation
                JOIN event ON event.id = theirs.event
                WHERE mine.event = :id AND event.field = :field AND event.is_on = 1 AND event.act <> :act
                AND (event.clock, event.device) > (:clock, :device)
                ORDER BY event.clock DESC LIMIT 1
                """,
            arguments: [
                "id": event.id, "field": event.field, "act": event.act, "clock": event.clock, "device": event.device,
            ])
    }
}

extension Event {
    fileprivate var isOnPersons: Bool { kind == .person || kind == .role }
}

extension EventKind {
    /// The words of all kinds that `u` takes back.
    fileprivate static var undoableWords: [String] {
        let all: [EventKind] = [
            .state, .assignee, .priority, .label, .note, .decision, .replyQueued, .team, .person, .role,
        ]
        return all.filter(\.isUndoable).map(\.word)
    }
}

/// Which acts are on: the latest undo or redo of an act, by (clock, device), decides.
enum EventSwitches {
    static func apply(_ database: Database, act: Digest) throws {
        try database.execute(sql: "UPDATE event SET is_on = \(isOn) WHERE act = ?", arguments: [act])
    }

    static func applyAll(_ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE event SET is_on = \(isOn)
                WHERE act IN (SELECT subject FROM event WHERE kind IN ('undo', 'redo'))
                """)
    }

    private static let isOn = """
        (SELECT switch.kind = 'redo' FROM event AS switch
        WHERE switch.subject = event.act AND switch.kind IN ('undo', 'redo')
        ORDER BY switch.clock DESC, switch.device DESC LIMIT 1)
        """
}
