import Conversations
import GRDB

/// The accounts that most likely speak for us: whom the export calls the owner, and who answers others
/// most.
struct TeamCandidates {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Answers to others that an account needs to be named.
    private static let fewest = 3

    /// At most three: owners who wrote something, then those with the most answers to others. Asks only
    /// the accounts that an import staged last.
    func likeliest() throws -> [TeamCandidate] {
        let answers = try answers()
        let accounts = try Row.fetchCursor(
            database,
            sql: """
                SELECT DISTINCT account.id, account.digest, account.platform, account.key, account.name, account.is_owner
                FROM staged_account JOIN account ON account.id = staged_account.target
                WHERE account.is_team = 0 AND account.is_bot = 0
                """)
        var best: [TeamCandidate] = []
        while let row = try accounts.next() {
            let count = answers[row["id"], default: 0]
            guard row["is_owner"] || count >= Self.fewest else { continue }
            best.append(candidate(row, answers: count))
            best.sort(by: isLikelier)
            best.removeLast(max(0, best.count - 3))
        }
        return best
    }

    /// By account, counted here: SQLite would sort all answers of the import in memory to group them.
    private func answers() throws -> [Int64: Int] {
        let found = try BulkStatement(
            database,
            sql: """
                SELECT answer.account FROM resolved
                JOIN message AS answer ON answer.id = resolved.message AND answer.parent IS NOT NULL
                JOIN message AS answered ON answered.digest = answer.parent
                    AND answered.account IS NOT answer.account
                WHERE answer.account IS NOT NULL
                """)
        var counts: [Int64: Int] = [:]
        while try found.step() { counts[found.integer(0), default: 0] += 1 }
        return counts
    }

    private func candidate(_ row: Row, answers: Int) -> TeamCandidate {
        let name: String = row["name"]
        let key: String? = row["key"]
        return TeamCandidate(
            account: row["digest"], platform: row["platform"], key: key ?? name, name: name, answers: answers,
            isOwner: row["is_owner"])
    }

    private func isLikelier(_ one: TeamCandidate, _ other: TeamCandidate) -> Bool {
        if one.isOwner != other.isOwner { return one.isOwner }
        return one.answers != other.answers ? one.answers > other.answers : one.account < other.account
    }
}
