import Conversations
import GRDB

/// Messages that say the same, in any channel and by whomever: a wave of spam, one text posted under many.
struct AlikeMessages {
    let database: Database

    /// Those that say the same as a message, or as a conversation's first; newest first. It is among them.
    func keys(_ key: Digest, limit: Int) throws -> (found: [Digest], hasMore: Bool) {
        guard let text = try text(key) else { return ([], false) }
        // The index holds words: a text of signs alone (🔥🔥🔥) is compared with none.
        guard let match = Self.phrase(of: text) else { return (try message(key).map { [$0] } ?? [], false) }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT message.digest, revision.text FROM search
                JOIN placement ON placement.message = search.rowid
                JOIN revision ON revision.id = placement.revision
                JOIN message ON message.id = placement.message
                WHERE search MATCH ? ORDER BY search.rowid DESC
                """, arguments: [match])
        let wanted = Self.normalized(text)
        var found: [Digest] = []
        while found.count <= limit, let row = try rows.next() {
            if Self.normalized(row[1]) == wanted { found.append(row[0]) }
        }
        return (Array(found.prefix(limit)), found.count > limit)
    }

    /// The message itself, or a conversation's first.
    private func message(_ key: Digest) throws -> Digest? {
        if try Bool.fetchOne(database, sql: "SELECT 1 FROM message WHERE digest = ?", arguments: [key]) != nil {
            return key
        }
        guard let row = try ActTarget.row(database, key) else { return nil }
        return try Digest.fetchOne(
            database,
            sql: """
                SELECT message.digest FROM conversation JOIN message ON message.id = conversation.first
                WHERE conversation.id = ?
                """, arguments: [row])
    }

    private func text(_ key: Digest) throws -> String? {
        try String.fetchOne(
            database,
            sql: """
                SELECT revision.text FROM message JOIN placement ON placement.message = message.id
                JOIN revision ON revision.id = placement.revision WHERE message.digest = ?
                """, arguments: [key]) ?? firstText(key)
    }

    /// What a conversation's first message says.
    func firstText(_ key: Digest) throws -> String? {
        guard let row = try ActTarget.row(database, key) else { return nil }
        return try String.fetchOne(
            database,
            sql: """
                SELECT revision.text FROM conversation JOIN placement ON placement.message = conversation.first
                JOIN revision ON revision.id = placement.revision WHERE conversation.id = ?
                """, arguments: [row])
    }

    /// Words at the beginning of a text that the index is asked for.
    private static let phraseWords = 12

    /// The first words as one phrase of FTS5 (sqlite.org/fts5.html, 3.2); nil: there is no word.
    static func phrase(of text: String) -> String? {
        let words = Schema.folded(text).split { !$0.isLetter && !$0.isNumber }.prefix(phraseWords)
        return words.isEmpty ? nil : "text : \"" + words.joined(separator: " ") + "\""
    }

    /// Texts that differ in blanks and case only are the same.
    static func normalized(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
