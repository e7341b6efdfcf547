import Conversations
import GRDB

@testable import Store

extension Store {
    /// Takes over events of another log, in whatever order they come; those that are known change nothing.
    func receive(_ events: [Event]) throws(StoreError) {
        try write { database in
            try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
            let log = EventLog(database: database, device: device, actor: options.actor, now: Moment(milliseconds: 0))
            for event in events {
                try log.insert(event)
            }
            var changed = events
            for event in events {
                let act = event.kind == .undo || event.kind == .redo ? event.subject : event.act
                try EventSwitches.applyIfSwitched(database, act: act)
                changed += try Event.fetchAll(database, where: "WHERE act = ?", arguments: [act])
                if event.kind == .team {
                    try Teams(database).roleChanged(event.subject)
                }
            }
            try Projector(database).eventsChanged(changed)
        }
    }
}

extension EventSwitches {
    /// Like `apply`, for an act that perhaps no undo names.
    static func applyIfSwitched(_ database: Database, act: Digest) throws {
        let isSwitched = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM event WHERE subject = ? AND kind IN ('undo', 'redo'))",
            arguments: [act])
        if isSwitched == true {
            try apply(database, act: act)
        }
    }
}
