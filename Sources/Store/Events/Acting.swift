import Conversations
import GRDB

extension Store {
    /// Does an act to conversations, as one undoable step. When this returns `done`, it is on disk.
    ///
    /// - Parameters:
    ///   - targets: keys of conversations, former keys, or messages of them.
    ///   - shown: the newest message of each that the actor saw; what came later reopens.
    /// - Throws: `StoreError`, `busy` when another writer does not let go in time.
    package func perform(
        _ act: Act, on targets: [Digest], shown: [Digest: Position] = [:], now: Moment
    ) throws(StoreError) -> ActOutcome {
        if let refusal = act.refusal { return .refused(refusal) }
        return try write { database in
            if case .judge(let judging) = act { return try judge(judging, database, now: now) }
            if let outcome = try performOnPersons(act, on: targets, database, now: now) { return outcome }
            var found: [ActTarget] = []
            for key in targets {
                guard let target = try ActTarget.fetch(database, key, shown: shown[key]) else {
                    return .refused(.unknownConversation)
                }
                if !found.contains(where: { $0.row == target.row }) { found.append(target) }
            }
            if act.needsOpening, try found.contains(where: { try isClosed(database, $0.row) }) {
                return .refused(.isClosed)
            }
            if let message = act.message, try !isKnown(database, message) {
                return .refused(.unknownMessage)
            }
            if case .send(let reply) = act, let answer = try unseen(database, reply, in: found.map(\.row)) {
                return .refused(.answeredMeanwhile(answer))
            }
            let changed = try found.filter { try !act.isSo(database, $0.row) }
            guard !changed.isEmpty else { return .done(count: 0) }
            let log = EventLog(database: database, device: device, actor: options.actor, now: now)
            if case .decide(let decision) = act { return try decide(decision, on: changed, log) }
            let events = try log.append(changed.flatMap { act.entries(on: $0) })
            if case .send(let reply) = act {
                try drafts(database).drop(reply.message, sent: reply.text)
            }
            try Projector(database).eventsChanged(events)
            return .done(count: changed.count)
        }
    }

    private func isClosed(_ database: Database, _ row: Int64) throws -> Bool {
        try String.fetchOne(database, sql: "SELECT state FROM conversation WHERE id = ?", arguments: [row])
            == ConversationState.closed.rawValue
    }

    /// The newest answer that the author of a reply does not know. Looked for where the reply is written, so that of
    /// two who send at the same time the second one is told.
    private func unseen(_ database: Database, _ reply: ReplyAct, in rows: [Int64]) throws -> Answered? {
        guard let known = reply.known else { return nil }
        let answers = try rows.flatMap { row in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, actor, queued_at FROM reply
                    WHERE conversation = ? AND state <> 'failed' AND sent_message IS NULL ORDER BY queued_at DESC
                    """, arguments: [row])
        }
        return answers.map { row in
            Answered(id: row["id"], actor: row["actor"], time: Moment(milliseconds: row["queued_at"]))
        }.first { !known.contains($0.id) }
    }

    private func isKnown(_ database: Database, _ message: Digest) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM message WHERE digest = ?)", arguments: [message]) ?? false
    }
}

extension Act {
    /// Why the act cannot be done whatever the store holds.
    fileprivate var refusal: Refusal? {
        switch self {
        case .decide(let decision) where decision.decision.restricts:
            decision.guideline.isBlank || decision.reason.isBlank ? .needsGuidelineAndReason : nil
        case .judge(let judging) where judging.decision.restricts:
            judging.guideline.isBlank || judging.reason.isBlank ? .needsGuidelineAndReason : nil
        case .send(let reply): reply.text.isBlank ? .emptyText : nil
        case .note(let text): text.isBlank ? .emptyText : nil
        case .link(let name?): name.isBlank || !name.isLabel ? .noPersonName : nil
        case .label(let name, _): name.isBlank ? .emptyText : name.isLabel ? nil : .noLabel
        default: nil
        }
    }

    /// Whether a conversation is already what the act would make it: no event is written then, so that taking it back
    /// does not take away what was there before.
    fileprivate func isSo(_ database: Database, _ row: Int64) throws -> Bool {
        let read = { (column: String) in
            try Row.fetchOne(database, sql: "SELECT \(column) FROM conversation WHERE id = ?", arguments: [row])
        }
        switch self {
        case .label(let name, let isOn):
            let labels: String = try read("labels")?[0] ?? ""
            return labels.split(separator: "\n").contains { $0 == name } == isOn
        case .assign(let person):
            let assignee: String? = try read("assignee")?[0]
            return assignee == person
        case .prioritize(let priority):
            let value: Int? = try read("priority")?[0]
            return value == priority.rawValue
        default: return false
        }
    }

    /// Whether it would open what only reopening opens.
    fileprivate var needsOpening: Bool {
        switch self {
        case .snooze, .wait, .hold, .leaveToCommunity, .send, .decide: true
        case .open, .resolve, .reopen, .close, .assign, .label, .prioritize, .note, .judge, .link, .role: false
        }
    }

    /// The message that the act is about, where it is about one.
    fileprivate var message: Digest? {
        switch self {
        case .decide(let decision): decision.message
        case .send(let reply): reply.message
        default: nil
        }
    }
}

extension String {
    /// One line of at most 64 characters.
    fileprivate var isLabel: Bool { count <= 64 && !contains(where: \.isNewline) }

    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
