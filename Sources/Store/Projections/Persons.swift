import Conversations
import GRDB

/// Which accounts are one human: the latest linking of an account that is on decides. A person is there as long as an
/// account is linked to it; its name and roles come from events on the person itself.
struct Persons {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The fields of events on an account and on a person.
    static let link = "person"
    static let name = "name"
    static let rolePrefix = "role:"

    /// Derives what these events are about.
    func changed(_ events: [Event]) throws {
        for event in events {
            switch (event.kind, event.field) {
            case (.person, Persons.link): try accountChanged(event.subject)
            case (.person, _), (.role, _): try derive(event.subject)
            default: continue
            }
        }
    }

    /// All of them anew.
    func rebuild() throws {
        try database.execute(
            sql: """
                UPDATE account SET person = NULL WHERE person IS NOT NULL;
                DELETE FROM person;
                """)
        try linkAccounts("")
    }

    /// Accounts that an import brought after the event that linked them.
    func linkNewAccounts() throws {
        try linkAccounts("AND account.person IS NULL")
    }

    private func linkAccounts(_ condition: String) throws {
        let accounts = try Digest.fetchAll(
            database,
            sql: """
                SELECT DISTINCT subject FROM event INDEXED BY event_person
                JOIN account ON account.digest = event.subject
                WHERE event.kind = 'person' AND event.field = '\(Persons.link)' \(condition) ORDER BY subject
                """)
        for account in accounts { try accountChanged(account) }
    }

    private func accountChanged(_ account: Digest) throws {
        let before = try person(of: account)
        let wanted = try latest(account, Persons.link)?.person.flatMap(Digest.init(hex:))
        if let wanted {
            try database.execute(
                sql: "INSERT INTO person (digest, name, roles) VALUES (?, '', '') ON CONFLICT (digest) DO NOTHING",
                arguments: [wanted])
        }
        try database.execute(
            sql: "UPDATE account SET person = (SELECT id FROM person WHERE digest = ?) WHERE digest = ?",
            arguments: [wanted, account])
        for person in Set([before, wanted].compactMap(\.self)) { try derive(person) }
    }

    /// The person that an account is linked to; nil: none.
    func person(of account: Digest) throws -> Digest? {
        try Digest.fetchOne(
            database,
            sql: """
                SELECT person.digest FROM account JOIN person ON person.id = account.person WHERE account.digest = ?
                """, arguments: [account])
    }

    /// Name and roles of a person; without an account it goes.
    private func derive(_ person: Digest) throws {
        guard let row = try Int64.fetchOne(database, sql: "SELECT id FROM person WHERE digest = ?", arguments: [person])
        else { return }
        let isLinked = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE person = ?)", arguments: [row])
        guard isLinked == true else {
            return try database.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [row])
        }
        let roles = try PersonRole.allCases.filter { role in
            try latest(person, Persons.rolePrefix + role.rawValue)?.isOn ?? false
        }
        try database.execute(
            sql: "UPDATE person SET name = ?, roles = ? WHERE id = ?",
            arguments: [
                try latest(person, Persons.name)?.text ?? "", roles.map(\.rawValue).joined(separator: "\n"), row,
            ])
    }

    /// What the latest event on a field that is on says.
    private func latest(_ subject: Digest, _ field: String) throws -> EventPayload? {
        try Event.fetchAll(
            database,
            where: """
                WHERE subject = ? AND field = ? AND is_on = 1 ORDER BY clock DESC, device DESC, id DESC LIMIT 1
                """, arguments: [subject, field]
        ).first?.payload
    }

    /// All persons by the names that the team gave them, in any case; of two with one name the first by id.
    func byFoldedName() throws -> [String: Digest] {
        var names: [String: Digest] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT name, digest FROM person ORDER BY digest DESC")
        while let row = try rows.next() { names[QueryFunctions.folded(row["name"])] = row["digest"] }
        return names
    }

    /// Name and roles as they are.
    func known(_ person: Digest) throws -> (name: String, roles: Set<PersonRole>)? {
        try Row.fetchOne(database, sql: "SELECT name, roles FROM person WHERE digest = ?", arguments: [person])
            .map { ($0["name"], Set(PersonRole.list($0["roles"]))) }
    }
}

extension PersonRole {
    /// As a column holds them, one a line.
    static func list(_ column: String) -> [PersonRole] {
        column.split(separator: "\n").compactMap { PersonRole(rawValue: String($0)) }
    }
}
