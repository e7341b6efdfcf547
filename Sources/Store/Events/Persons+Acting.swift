import Conversations
import GRDB

extension Store {
    /// Links accounts to a person, or says what the person is to us: on the accounts behind messages, or behind the
    /// first messages of conversations.
    /// - Returns: nil: the act is not about a person.
    func performOnPersons(_ act: Act, on keys: [Digest], _ database: Database, now: Moment) throws -> ActOutcome? {
        guard act.isAboutPersons else { return nil }
        var accounts: [(digest: Digest, name: String)] = []
        for key in keys {
            guard let message = try messageRow(database, key) else { return .refused(.unknownConversation) }
            guard let account = try account(database, of: message) else { return .refused(.noAccount) }
            if !accounts.contains(where: { $0.digest == account.digest }) { accounts.append(account) }
        }
        var linking = PersonLinking(persons: Persons(database))
        var changed = 0
        for account in accounts {
            let count = linking.entries.count
            try linking.add(act, account: account.digest, named: account.name)
            if linking.entries.count > count { changed += 1 }
        }
        guard changed > 0 else { return .done(count: 0) }
        let log = EventLog(database: database, device: device, actor: options.actor, now: now)
        try Persons(database).changed(try log.append(linking.entries))
        return .done(count: changed)
    }

    private func account(_ database: Database, of message: Int64) throws -> (digest: Digest, name: String)? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT account.digest, message.author FROM message JOIN account ON account.id = message.account
                WHERE message.id = ?
                """, arguments: [message]
        ).map { ($0["digest"], $0["author"]) }
    }
}

/// The events of one act on persons, account by account.
private struct PersonLinking {
    let persons: Persons
    var entries: [EventLog.Entry] = []
    /// Persons that this act makes, by their folded names.
    private var made: [String: Digest] = [:]
    /// Persons that were there before, by their folded names; nil: not asked for yet. Asked for each account, it would
    /// walk all persons each time.
    private var known: [String: Digest]?
    /// Roles that it has said already.
    private var said: Set<Digest> = []

    init(persons: Persons) {
        self.persons = persons
    }

    mutating func add(_ act: Act, account: Digest, named name: String) throws {
        switch act {
        case .link(let person?): try link(account, to: person)
        case .link(nil): try unlink(account)
        case .role(let role, let isOn): try set(role, isOn, account: account, named: name)
        default: return
        }
    }

    private mutating func link(_ account: Digest, to name: String) throws {
        let folded = QueryFunctions.folded(name)
        let person = try made[folded] ?? person(folded: folded) ?? Digest.random()
        made[folded] = person
        guard try persons.person(of: account) != person else { return }
        append(link: account, person, named: try persons.known(person)?.name ?? name)
    }

    private mutating func append(link account: Digest, _ person: Digest, named name: String) {
        append(account, .person, Persons.link) {
            $0.person = person.hex
            $0.text = name
        }
        append(person, .person, Persons.name) { $0.text = name }
    }

    private mutating func unlink(_ account: Digest) throws {
        guard let person = try persons.person(of: account) else { return }
        let name = try persons.known(person)?.name
        append(account, .person, Persons.link) { $0.text = name }
    }

    /// Who is nobody yet becomes a person by the name of the account.
    private mutating func set(_ role: PersonRole, _ isOn: Bool, account: Digest, named name: String) throws {
        guard let person = try persons.person(of: account) else {
            guard isOn else { return }
            let new = Digest.random()
            let own = try freeName(name, of: account)
            made[QueryFunctions.folded(own)] = new
            append(link: account, new, named: own)
            return append(role, isOn, of: new)
        }
        guard try persons.known(person)?.roles.contains(role) != isOn, said.insert(person).inserted else { return }
        append(role, isOn, of: person)
    }

    private mutating func person(folded name: String) throws -> Digest? {
        let names = try known ?? persons.byFoldedName()
        known = names
        return names[name]
    }

    /// The account's name as one line; with a number where a person is called so, who may be another human.
    private mutating func freeName(_ name: String, of account: Digest) throws -> String {
        let line = name.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(60)
        let wanted = line.allSatisfy(\.isWhitespace) ? account.short : String(line)
        var (free, number) = (wanted, 1)
        while try made[QueryFunctions.folded(free)] ?? person(folded: QueryFunctions.folded(free)) != nil {
            number += 1
            free = "\(wanted) \(number)"
        }
        return free
    }

    private mutating func append(_ role: PersonRole, _ isOn: Bool, of person: Digest) {
        append(person, .role, Persons.rolePrefix + role.rawValue) {
            $0.text = role.rawValue
            $0.isOn = isOn
        }
    }

    private mutating func append(
        _ subject: Digest, _ kind: EventKind, _ field: String, _ fill: (inout EventPayload) -> Void
    ) {
        var payload = EventPayload()
        fill(&payload)
        entries.append(EventLog.Entry(subject: subject, kind: kind, field: field, payload: payload))
    }
}

extension Act {
    fileprivate var isAboutPersons: Bool {
        switch self {
        case .link, .role: true
        default: false
        }
    }
}
