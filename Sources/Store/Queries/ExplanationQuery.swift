import Conversations
import GRDB

extension Store {
    /// Why a conversation stands where it does; nil: it is not there.
    /// - Parameters:
    ///   - key: a conversation, or a message of it.
    ///   - query: what it is measured by.
    package func explain(
        _ key: Digest, by query: Query, context: QueryContext, now: Moment
    ) throws(StoreError) -> Explanation? {
        try scan { database in
            guard let id = try ActTarget.row(database, key),
                let row = try InboxRow.fetchAll(database, "SELECT \(id) AS id", now: now).first
            else { return nil }
            let judge = QueryJudge(database: database, conversation: id, context: context, now: now)
            let fold = try Self.fold(database, id)
            return Explanation(
                row: row, query: query, isMet: try judge.holds(query.root),
                terms: try query.root.signedTerms.map { term, isNegated in
                    Explanation.Term(term: term, isMet: try judge.holds(.term(term)), isNegated: isNegated)
                },
                rule: fold.rule, ended: Self.ended(fold, now: now), origins: try Explanation.Origin.fetch(database, id),
                events: try Self.events(database, id))
        }
    }

    private static func fold(_ database: Database, _ conversation: Int64) throws -> ConversationFold {
        let loader = try ConversationLoader(database)
        let events = try loader.events(conversation)
        return ConversationFold(
            messages: try loader.messages(conversation), events: events,
            calmBefore: try loader.calmBefore(conversation, events: events))
    }

    private static func ended(_ fold: ConversationFold, now: Moment) -> Explanation.Ended? {
        let until = fold.until.map(Moment.init(milliseconds:))
        guard let until, fold.state.effective(until: until, now: now) != fold.state else { return nil }
        return Explanation.Ended(state: fold.state, at: until)
    }

    private static func events(_ database: Database, _ conversation: Int64) throws -> [Event] {
        try Event.fetchAll(
            database,
            where: """
                JOIN event_place ON event_place.event = event.id
                WHERE event_place.conversation = ? ORDER BY clock DESC, device DESC LIMIT ?
                """, arguments: [conversation, Explanation.eventLimit])
    }
}

/// Asks whether one conversation fulfils parts of a query.
private struct QueryJudge {
    let database: Database
    let conversation: Int64
    let context: QueryContext
    let now: Moment

    func holds(_ node: QueryNode) throws -> Bool {
        let patterns = PatternRun()
        return try patterns.with(database) {
            let compiler = QueryCompiler(
                database: database, context: context, now: now, sort: .newest, patterns: patterns)
            let test = try compiler.condition(node.meaning).test
            let request = SQLRequest<Bool>(
                literal:
                    "SELECT EXISTS (SELECT 1 FROM conversation WHERE conversation.id = \(conversation) AND (\(test)))")
            return try request.fetchOne(database) ?? false
        }
    }
}

extension Explanation.Origin {
    fileprivate static func fetch(_ database: Database, _ conversation: Int64) throws -> [Explanation.Origin] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT batch.id, batch.path, batch.imported_at, count(DISTINCT placement.message) AS messages
                FROM placement JOIN provenance ON provenance.message = placement.message
                JOIN batch ON batch.id = provenance.batch
                WHERE placement.conversation = ? GROUP BY batch.id ORDER BY batch.id DESC LIMIT ?
                """, arguments: [conversation, Explanation.originLimit]
        ).map { row in
            Explanation.Origin(
                batch: row["id"], path: row["path"], importedAt: Moment(milliseconds: row["imported_at"]),
                messages: row["messages"])
        }
    }
}
