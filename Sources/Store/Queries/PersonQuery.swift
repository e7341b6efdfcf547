import Conversations
import GRDB

extension Store {
    /// The human behind a message, or behind a conversation's first; nil: not there, or written by no account. May
    /// take long and can be interrupted.
    package func person(behind key: Digest, now: Moment) throws(StoreError) -> PersonFacts? {
        try scan { database in
            guard let message = try messageRow(database, key) else { return nil }
            return try PersonQuery(database: database, message: message)?.facts(now: now)
        }
    }

    /// A message's row number by its digest, or that of a conversation's first message.
    func messageRow(_ database: Database, _ key: Digest) throws -> Int64? {
        if let row = try Int64.fetchOne(database, sql: "SELECT id FROM message WHERE digest = ?", arguments: [key]) {
            return row
        }
        guard let conversation = try ActTarget.row(database, key) else { return nil }
        return try Int64.fetchOne(
            database, sql: "SELECT first FROM conversation WHERE id = ?", arguments: [conversation])
    }
}

/// Reads what is known of one human.
struct PersonQuery {
    let database: Database
    /// Of `person`; nil: the account stands for itself.
    private let person: Int64?
    /// Row numbers of the accounts, as SQL has them in a list.
    private let accounts: String

    /// nil: no account wrote the message.
    init?(database: Database, message: Int64) throws {
        guard
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT account.id, account.person FROM message JOIN account ON account.id = message.account
                    WHERE message.id = ?
                    """, arguments: [message])
        else { return nil }
        self.database = database
        person = row["person"]
        let own: Int64 = row["id"]
        let ids = try person.map { person in
            try Int64.fetchAll(database, sql: "SELECT id FROM account WHERE person = ?", arguments: [person])
        }
        accounts = (ids ?? [own]).map(String.init).joined(separator: ", ")
    }

    func facts(now: Moment) throws -> PersonFacts {
        let known = try Row.fetchOne(database, sql: "SELECT name, roles FROM person WHERE id = ?", arguments: [person])
        var facts = PersonFacts(
            name: known?["name"], roles: PersonRole.list(known?["roles"] ?? ""), accounts: try named())
        try count(&facts, now: now)
        facts.decisions = try decisions()
        facts.rows = try InboxRow.fetchAll(database, newest, now: now)
        return facts
    }

    private func named() throws -> [PersonAccount] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT platform, name, handle, key FROM account WHERE id IN (\(accounts))
                ORDER BY platform, name, digest
                """
        ).map { PersonAccount(platform: $0["platform"], name: $0["name"], handle: $0["handle"], key: $0["key"]) }
    }

    private var messages: String {
        "message INDEXED BY message_account WHERE account IS NOT NULL AND account IN (\(accounts))"
    }

    private func count(_ facts: inout PersonFacts, now: Moment) throws {
        let row = try Row.fetchOne(database, sql: "SELECT count(*), min(time), max(time) FROM \(messages)")
        facts.messages = row?[0] ?? 0
        facts.first = (row?[1] as Int64?).map(Moment.init(milliseconds:))
        facts.last = (row?[2] as Int64?).map(Moment.init(milliseconds:))
        let due = "until IS NOT NULL AND until <= ? AND state IN ('snoozed', 'held', 'community')"
        let counts = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*), coalesce(sum(waiting_since IS NOT NULL AND (is_todo = 1 OR (\(due)))), 0)
                FROM conversation WHERE id IN (\(conversations))
                """, arguments: [now.milliseconds])
        facts.conversations = counts?[0] ?? 0
        facts.unanswered = counts?[1] ?? 0
    }

    private var conversations: String {
        "SELECT conversation FROM placement WHERE message IN (SELECT id FROM \(messages))"
    }

    private var newest: SQL {
        """
        SELECT id FROM conversation WHERE id IN (\(sql: conversations))
        ORDER BY newest_time DESC, newest_sequence DESC, root DESC LIMIT \(PersonFacts.listed)
        """
    }

    /// There are fewer decisions than messages: they are walked from the newest on.
    private func decisions() throws -> [PersonDecision] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT judged.actor, judged.recorded_at, judged.payload, substr(revision.text, 1, 80) AS words,
                    json_extract(judged.payload, '$.decision') AS decision,
                    coalesce(json_extract(judged.payload, '$.guideline'), '') AS guideline,
                    coalesce(json_extract(judged.payload, '$.reason'), '') AS reason
                FROM event AS judged INDEXED BY event_judging
                CROSS JOIN message ON message.digest = judged.subject
                JOIN placement ON placement.message = message.id JOIN revision ON revision.id = placement.revision
                WHERE judged.kind = 'decision' AND judged.is_on = 1 AND message.account IN (\(accounts))
                AND NOT EXISTS (
                    SELECT 1 FROM event AS later INDEXED BY event_subject WHERE later.subject = judged.subject
                    AND later.kind = 'decision' AND later.is_on = 1
                    AND (later.clock, later.device, later.id) > (judged.clock, judged.device, judged.id)
                )
                ORDER BY judged.clock DESC LIMIT \(PersonFacts.listed)
                """
        ).map { row in
            PersonDecision(
                decision: ModerationDecision(rawValue: row["decision"] ?? "") ?? .kept, guideline: row["guideline"],
                reason: row["reason"], actor: row["actor"], time: Moment(milliseconds: row["recorded_at"]),
                excerpt: row["words"])
        }
    }
}
