import Conversations
import GRDB

extension Store {
    /// Who speaks for us, in order of platform and name.
    package func team() throws(StoreError) -> [TeamRow] {
        try read { database in
            try TeamRow.fetchAll(database, where: "is_team = 1 ORDER BY platform, name, digest LIMIT 1000")
        }
    }

    /// The accounts of a platform that a person may mean: by id, handle or name, byte for byte, or by the 32
    /// hexadecimal digits of its digest, whatever the platform.
    package func accounts(platform: String, named name: String) throws(StoreError) -> [TeamRow] {
        try read { database in
            if name.count == 32, name.allSatisfy(\.isHexDigit) {
                let found = try TeamRow.fetchAll(
                    database, where: "digest = ?", arguments: [IDPrefix(name)?.low])
                if !found.isEmpty { return found }
            }
            return try TeamRow.fetchAll(
                database,
                where: "platform = ? AND (key = ? OR handle = ? OR name = ?) ORDER BY digest LIMIT 20",
                arguments: [platform, name, name, name])
        }
    }

    /// Records that an account speaks for us, or does no longer, and places all its conversations anew.
    package func setTeam(_ account: Digest, isTeam: Bool, now: Moment) throws(StoreError) {
        try write { database in
            try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
            var payload = EventPayload()
            payload.isOn = isTeam
            let log = EventLog(database: database, device: device, actor: options.actor, now: now)
            _ = try log.append([EventLog.Entry(subject: account, kind: .team, field: "team", payload: payload)])
            try Teams(database).roleChanged(account)
        }
    }
}

extension TeamRow {
    fileprivate static func fetchAll(
        _ database: Database, where condition: String, arguments: StatementArguments = []
    ) throws -> [TeamRow] {
        try Row.fetchAll(
            database, sql: "SELECT digest, platform, key, name FROM account WHERE \(condition)", arguments: arguments
        ).map { row in
            let name: String = row["name"]
            return TeamRow(account: row["digest"], platform: row["platform"], key: row["key"] ?? name, name: name)
        }
    }
}
