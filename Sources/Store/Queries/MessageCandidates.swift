import Conversations
import GRDB

/// Messages that an index knows, to begin with where they are few.
extension MessageCompiler {
    /// A statement that selects as `message` few messages, among them all that fulfil the condition, and what
    /// is still to be tested of them; nil: no index knows so few.
    func rareCandidates(_ wanted: MessageCondition) throws -> (candidates: SQL, rest: SQL)? {
        if case .all(let parts) = wanted { return try rareCandidates(all: parts) }
        guard let candidates = try candidates(wanted), try compiler.isRare(candidates) else { return nil }
        return (candidates, wanted.isExactlyCollected ? "1" : try test(wanted))
    }

    private func rareCandidates(all parts: [MessageCondition]) throws -> (candidates: SQL, rest: SQL)? {
        let words = parts.compactMap(\.text)
        let others = parts.filter { $0.text == nil }
        if let match = SearchExpression.all(words) {
            let candidates = found(match)
            if try compiler.isRare(candidates) {
                return (candidates, QueryCondition.joined(try others.map(test), "AND"))
            }
        }
        // Common words by a common author are rare together.
        for (index, part) in others.enumerated() {
            guard let candidates = try candidates(part, with: words), try compiler.isRare(candidates) else { continue }
            let rest = others.enumerated().filter { $0.offset != index }.map(\.element)
            return (candidates, QueryCondition.joined(try ([part] + rest).map(test), "AND"))
        }
        return nil
    }

    private func found(_ match: String) -> SQL {
        "SELECT rowid AS message FROM search WHERE search MATCH \(match)"
    }

    /// - Parameter words: must be in the message too.
    private func candidates(_ wanted: MessageCondition, with words: [QueryText] = []) throws -> SQL? {
        switch wanted {
        case .all(let parts):
            for part in parts {
                if let candidates = try candidates(part, with: words) { return candidates }
            }
            return nil
        case .any(let parts):
            let candidates = try parts.compactMap { try self.candidates($0, with: words) }
            return candidates.count == parts.count ? candidates.joined(separator: " UNION ALL ") : nil
        case .term(let term): return try candidates(term, with: words)
        }
    }

    private func candidates(_ term: QueryTerm, with words: [QueryText]) throws -> SQL? {
        switch term {
        case .text(let text): return SearchExpression.all(words + [text]).map(found)
        case .from(let name): return try candidates(by: name, with: words)
        case .to(let name):
            let asked = try candidates(by: name, with: [])
            let answers: SQL = """
                SELECT answer.id AS message FROM (\(asked)) AS asked
                CROSS JOIN message AS root ON root.id = asked.message
                CROSS JOIN message AS answer INDEXED BY message_parent ON answer.parent = root.digest
                """
            return try having(words, answers)
        case .person(let name): return try having(words, messages(byPersons: personNamed(name)))
        case .role(let role):
            guard let role = role.ofPerson else { return nil }
            return try having(words, messages(byPersons: personOf(role)))
        case .language(let tag):
            return try having(
                words,
                """
                SELECT id AS message FROM message INDEXED BY message_language
                WHERE language IS NOT NULL AND (\(language(tag)))
                """)
        case .has(.attachment):
            return try having(
                words,
                "SELECT id AS message FROM message INDEXED BY message_attached WHERE attachments IS NOT NULL")
        case .has(.rating):
            return try having(
                words, "SELECT id AS message FROM message INDEXED BY message_rating WHERE rating IS NOT NULL")
        default: return nil
        }
    }

    private func candidates(by name: QueryText, with words: [QueryText]) throws -> SQL {
        let named = found(SearchExpression.all(words, authors: [name]) ?? "")
        let accounts = try accounts(name)
        guard !accounts.isEmpty else { return named }
        let byAccount: SQL = """
            SELECT id AS message FROM message INDEXED BY message_account
            WHERE account IS NOT NULL AND account IN (\(sql: Self.list(accounts)))
            """
        return "\(named) UNION ALL \(try having(words, byAccount))"
    }

    /// Those among the messages that hold all the words.
    private func having(_ words: [QueryText], _ messages: SQL) throws -> SQL {
        guard let match = SearchExpression.all(words) else { return messages }
        return "SELECT given.message FROM (\(messages)) AS given WHERE \(try indexed("given.message", match))"
    }
}

extension MessageCondition {
    /// The text that it is, if it is nothing else.
    var text: QueryText? {
        if case .term(.text(let text)) = self { text } else { nil }
    }

    /// Whether its candidates are just the messages that fulfil it.
    var isExactlyCollected: Bool { text != nil }
}
