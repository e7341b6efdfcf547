import Conversations
import GRDB

extension QueryCompiler {
    /// A term about a conversation.
    func condition(_ term: QueryTerm) throws -> QueryCondition {
        switch term {
        case .state(let flag): return try condition(flag)
        case .channel(let name): return try channels { name.means($0["name"]) }
        case .platform(let name): return try channels { name.means($0["platform"]) }
        case .label(let name): return labelled(name)
        case .assignee(let name): return try assigned(to: name)
        case .guideline(let name): return try collected(decisions("lotse_folded(guideline) \(equal(name))"))
        case .decision(let decision): return try collected(decisions("decision = \(decision.rawValue)"))
        case .thread(let name): return try threads(name)
        case .priority(let priority): return QueryCondition(test: "priority = \(priority.rawValue)")
        case .before(let date): return newest("newest_time < \(span(date).start.milliseconds)")
        case .after(let date): return newest("newest_time >= \(span(date).end.milliseconds)")
        case .since(let date): return newest("newest_time >= \(span(date).start.milliseconds)")
        case .waiting(let wait):
            let edge = now.advanced(seconds: -wait.duration.seconds).milliseconds
            let test: SQL = wait.isLonger ? "waiting_since < \(edge)" : "waiting_since > \(edge)"
            return unanswered(test, cost: .waiting)
        case .resolved(let span): return try resolved(span)
        case .has(let part): return try having(part)
        case .text, .regex, .from, .to, .person, .role, .language, .sent, .batch:
            return try condition(MessageCondition.term(term))
        }
    }

    private func span(_ date: QueryDate) -> (start: Moment, end: Moment) {
        date.span(now: now, zoneOffset: context.zoneOffset)
    }

    /// Few were resolved in a day: those are collected along their own index.
    private func resolved(_ span: QuerySpan) throws -> QueryCondition {
        let (start, end) = span.bounds(now: now, zoneOffset: context.zoneOffset)
        let (first, last) = (start?.milliseconds ?? .min, end?.milliseconds ?? .max)
        return try collected(
            """
            SELECT id AS found FROM conversation INDEXED BY conversation_resolved
            WHERE resolved_at IS NOT NULL AND resolved_at >= \(first) AND resolved_at < \(last)
            """)
    }

    private func newest(_ test: SQL) -> QueryCondition {
        walk(.walk, test: test, [.index("conversation_order", test)])
    }

    /// There are few channels: which of them are meant is found out first.
    private func channels(_ isMeant: (Row) -> Bool) throws -> QueryCondition {
        let rows = try Row.fetchAll(database, sql: "SELECT id, platform, name FROM channel")
        let ids = rows.filter(isMeant).map { $0["id"] as Int64 }
        guard !ids.isEmpty else { return .never }
        let test: SQL = "conversation.channel IN (\(sql: ids.map(String.init).joined(separator: ", ")))"
        guard ids.count <= Self.branchLimit else { return QueryCondition(test: test) }
        return walk(.channel, test: test, ids.map { .index("conversation_channel", "conversation.channel = \($0)") })
    }

    private func labelled(_ name: QueryText) -> QueryCondition {
        let wanted = "\n" + QueryFunctions.folded(name.text) + (name.isPrefix ? "" : "\n")
        let test: SQL = "labels <> '' AND instr(lotse_folded(char(10) || labels || char(10)), \(wanted)) > 0"
        return walk(.label, test: test, [.index("conversation_labelled", test)])
    }

    /// People of the team are few too.
    func assigned(to name: QueryText) throws -> QueryCondition {
        let people = try AssigneeNames.all(database).filter(name.means)
        guard !people.isEmpty else { return .never }
        let test: SQL = "assignee IN \(people)"
        guard people.count <= Self.branchLimit else { return QueryCondition(test: test) }
        return walk(.assignee, test: test, people.map { .index("conversation_assignee", "assignee = \($0)") })
    }

    private func having(_ part: QueryPart) throws -> QueryCondition {
        switch part {
        case .note:
            return try collected(
                """
                SELECT event_place.conversation AS found FROM event INDEXED BY event_judging
                CROSS JOIN event_place ON event_place.event = event.id
                WHERE event.kind = 'note' AND event.is_on = 1
                """)
        case .draft: return try collected(Self.drafted)
        case .reply: return try collected("SELECT conversation AS found FROM reply")
        case .decision: return try collected(decisions("1"))
        case .attachment, .link, .rating: return try condition(MessageCondition.term(.has(part)))
        }
    }

    /// Conversations with a message whose decision that holds, the latest that is on, fulfils a condition.
    private func decisions(_ condition: SQL) -> SQL {
        """
        SELECT event_place.conversation AS found FROM (
            SELECT id, subject, clock, device, json_extract(payload, '$.decision') AS decision,
                coalesce(json_extract(payload, '$.guideline'), '') AS guideline
            FROM event INDEXED BY event_judging WHERE kind = 'decision' AND is_on = 1
        ) AS judged CROSS JOIN event_place ON event_place.event = judged.id
        WHERE \(condition) AND NOT EXISTS (
            SELECT 1 FROM event AS later INDEXED BY event_subject WHERE later.subject = judged.subject
            AND later.kind = 'decision' AND later.is_on = 1
            AND (later.clock, later.device, later.id) > (judged.clock, judged.device, judged.id)
        )
        """
    }

    /// A thread by the id of anything in it, or by words of its title.
    private func threads(_ name: QueryText) throws -> QueryCondition {
        guard let range = IDPrefix(name.text), !name.isPrefix else {
            return try collected(inThreads("instr(lotse_folded(title), \(QueryFunctions.folded(name.text))) > 0"))
        }
        let place: SQL = """
            SELECT placement.conversation FROM message CROSS JOIN placement ON placement.message = message.id
            WHERE message.digest BETWEEN \(range.low) AND \(range.high)
            UNION SELECT id FROM conversation WHERE root BETWEEN \(range.low) AND \(range.high)
            """
        return try collected(
            """
            SELECT id AS found FROM conversation WHERE id IN (\(place))
            UNION \(inThreads("id IN (SELECT thread FROM conversation WHERE id IN (\(place)))"))
            """)
    }

    private func inThreads(_ condition: SQL) -> SQL {
        """
        SELECT conversation.id AS found FROM (SELECT id AS thread FROM thread WHERE \(condition)) AS named
        CROSS JOIN conversation INDEXED BY conversation_thread ON conversation.thread = named.thread
        """
    }

    private func equal(_ name: QueryText) -> SQL {
        let folded = QueryFunctions.folded(name.text)
        return name.isPrefix ? "BETWEEN \(folded) AND \(folded + "\u{10FFFF}")" : "= \(folded)"
    }
}

extension QueryText {
    /// Whether it names this, in any case.
    func means(_ name: String) -> Bool {
        let (wanted, name) = (QueryFunctions.folded(text), QueryFunctions.folded(name))
        return isPrefix ? name.hasPrefix(wanted) : name == wanted
    }
}

/// Whom conversations are assigned to, found by jumping from one name to the next in the index.
enum AssigneeNames {
    static func all(_ database: Database, limit: Int = 1000) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                WITH RECURSIVE person (name) AS (
                    SELECT min(assignee) FROM conversation INDEXED BY conversation_assignee WHERE assignee IS NOT NULL
                    UNION ALL
                    SELECT (
                        SELECT min(assignee) FROM conversation INDEXED BY conversation_assignee
                        WHERE assignee > person.name
                    ) FROM person WHERE person.name IS NOT NULL
                )
                SELECT name FROM person WHERE name IS NOT NULL LIMIT ?
                """, arguments: [limit])
    }
}
