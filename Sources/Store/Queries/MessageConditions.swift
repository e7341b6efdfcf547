import Conversations
import GRDB

extension QueryCompiler {
    /// A group of terms that one message of the conversation fulfils.
    func condition(_ wanted: MessageCondition) throws -> QueryCondition {
        let messages = MessageCompiler(compiler: self)
        if let (candidates, rest) = try messages.rareCandidates(wanted) {
            return try collected(
                """
                SELECT place.conversation AS found FROM (\(candidates)) AS candidate
                CROSS JOIN placement AS place ON place.message = candidate.message WHERE \(rest)
                """, isSurelyRare: true)
        }
        let test: SQL = """
            EXISTS (SELECT 1 FROM placement AS place WHERE place.conversation = conversation.id
            AND (\(try messages.test(wanted))))
            """
        guard let start = messages.earliest(wanted) else { return QueryCondition(test: test) }
        let bounded: SQL = "newest_time >= \(start.milliseconds) AND \(test)"
        return walk(.walk, test: bounded, [.index("conversation_order", bounded)])
    }
}

/// Terms about one message, as SQL on a row `place` of `placement`.
struct MessageCompiler {
    let compiler: QueryCompiler

    var database: Database { compiler.database }

    func test(_ wanted: MessageCondition) throws -> SQL {
        switch wanted {
        case .term(let term): return try test(term)
        case .any(let parts): return QueryCondition.joined(try parts.map(test), "OR")
        case .all(let parts):
            // Words together are one question to the index.
            let words = parts.compactMap(\.text)
            let others = try parts.filter { $0.text == nil }.map(test)
            guard let match = SearchExpression.all(words) else { return QueryCondition.joined(others, "AND") }
            return QueryCondition.joined([try indexed("place.message", match)] + others, "AND")
        }
    }

    private func test(_ term: QueryTerm) throws -> SQL {
        switch term {
        case .text(let text): return try indexed("place.message", SearchExpression.all([text]) ?? "")
        case .regex(let pattern):
            guard let number = compiler.patterns.add(pattern) else { return "0" }
            return "lotse_matches(\(number), (SELECT text FROM revision WHERE revision.id = place.revision))"
        case .from(let name): return try written(by: name, message: "place.message")
        case .to(let name):
            return """
                EXISTS (SELECT 1 FROM message AS answer CROSS JOIN message AS asked ON asked.digest = answer.parent
                WHERE answer.id = place.message AND (\(try written(by: name, message: "asked.id"))))
                """
        case .person(let name): return written(byPersons: personNamed(name))
        case .role(let role): return self.role(role)
        case .language(let tag): return ofMessage(language(tag))
        case .sent(let span): return sent(span)
        case .batch(let number):
            return """
                EXISTS (SELECT 1 FROM provenance WHERE provenance.message = place.message
                AND provenance.batch = \(number))
                """
        case .has(.attachment): return ofMessage("message.attachments IS NOT NULL")
        case .has(.rating): return ofMessage("message.rating IS NOT NULL")
        case .has(.link):
            return """
                EXISTS (SELECT 1 FROM revision WHERE revision.id = place.revision
                AND (text LIKE '%http://%' OR text LIKE '%https://%'))
                """
        case .has, .state, .channel, .platform, .label, .assignee, .guideline, .thread, .priority, .decision, .before,
            .after, .since, .waiting, .resolved:
            return "0"
        }
    }

    /// Asking the index about one message after the other is slow where it has to look far for each; up to a point all
    /// that it holds is put into a set before.
    func indexed(_ message: String, _ match: String) throws -> SQL {
        let all: SQL = "SELECT rowid FROM search WHERE search MATCH \(match)"
        if try compiler.isFewer(all, than: QueryCompiler.setMatches) { return "+\(sql: message) IN (\(all))" }
        return "EXISTS (\(all) AND search.rowid = \(sql: message))"
    }

    private func ofMessage(_ condition: SQL) -> SQL {
        "EXISTS (SELECT 1 FROM message WHERE message.id = place.message AND (\(condition)))"
    }

    private func role(_ role: QueryRole) -> SQL {
        if let role = role.ofPerson { return written(byPersons: personOf(role)) }
        switch role {
        case .team: return "(place.traits & \(MessageTraits.team.rawValue)) <> 0"
        case .bot, .owner:
            let column = role == .bot ? "is_bot" : "is_owner"
            return """
                EXISTS (SELECT 1 FROM message CROSS JOIN account ON account.id = message.account
                WHERE message.id = place.message AND account.\(sql: column) = 1)
                """
        default:
            return """
                (place.traits & \(MessageTraits.team.rawValue)) = 0 AND EXISTS (
                    SELECT 1 FROM message LEFT JOIN account ON account.id = message.account
                    WHERE message.id = place.message AND message.kind <> 'system'
                    AND coalesce(account.is_bot, 0) = 0 AND coalesce(account.is_owner, 0) = 0)
                """
        }
    }

    private func sent(_ span: QuerySpan) -> SQL {
        let bounds = bounds(span)
        var tests: [SQL] = ["(place.traits & \(MessageTraits.timeless.rawValue)) = 0"]
        if let start = bounds.start { tests.append("place.sort_time >= \(start.milliseconds)") }
        if let end = bounds.end { tests.append("place.sort_time < \(end.milliseconds)") }
        return QueryCondition.joined(tests, "AND")
    }

    private func bounds(_ span: QuerySpan) -> (start: Moment?, end: Moment?) {
        span.bounds(now: compiler.now, zoneOffset: compiler.context.zoneOffset)
    }

    /// No message that is older can fulfil it; nil: any can.
    func earliest(_ wanted: MessageCondition) -> Moment? {
        switch wanted {
        case .term(.sent(let span)): return bounds(span).start
        case .term: return nil
        case .all(let parts): return parts.compactMap(earliest).max()
        case .any(let parts):
            let starts = parts.compactMap(earliest)
            return starts.count == parts.count ? starts.min() : nil
        }
    }

    func language(_ tag: String) -> SQL {
        """
        language = \(tag) COLLATE NOCASE
        OR (language > \(tag + "-") COLLATE NOCASE AND language < \(tag + ".") COLLATE NOCASE)
        """
    }
}

extension MessageCompiler {
    /// Messages by an account that is called so: by the name on the message, or by the account's handle.
    func written(by name: QueryText, message: String) throws -> SQL {
        let named = try indexed(message, SearchExpression.all([], authors: [name]) ?? "")
        let accounts = try accounts(name)
        guard !accounts.isEmpty else { return named }
        return """
            \(named) OR (SELECT message.account FROM message WHERE message.id = \(sql: message))
            IN (\(sql: Self.list(accounts)))
            """
    }

    /// Accounts by handle, with or without its @, in any case of ASCII letters.
    func accounts(_ name: QueryText) throws -> [Int64] {
        let handle = name.text.hasPrefix("@") ? String(name.text.dropFirst()) : name.text
        guard !handle.isEmpty else { return [] }
        let handles = [handle, "@" + handle]
        let tests: [SQL] = handles.map { handle in
            name.isPrefix
                ? "handle >= \(handle) COLLATE NOCASE AND handle < \(handle + "\u{10FFFF}") COLLATE NOCASE"
                : "handle = \(handle) COLLATE NOCASE"
        }
        return try SQLRequest<Int64>(
            literal: "SELECT id FROM account WHERE \(QueryCondition.joined(tests, "OR")) LIMIT 1000"
        ).fetchAll(database)
    }

    static func list(_ rows: [Int64]) -> String {
        rows.map(String.init).joined(separator: ", ")
    }
}
