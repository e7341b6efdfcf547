import Conversations
import GRDB

/// The accounts that most likely speak for us: whom the export calls the owner, and who answers others
/// most.
struct TeamCandidates {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// At most three: owners who wrote something, then those with the most answers to others. Asks only
    /// the accounts that an import staged last.
    func likeliest() throws -> [TeamCandidate] {
        try Row.fetchAll(
            database,
            sql: """
                WITH answering (account, answers) AS (
                    SELECT answer.account, count(*) FROM resolved
                    JOIN message AS answer ON answer.id = resolved.message AND answer.parent IS NOT NULL
                    JOIN message AS answered ON answered.digest = answer.parent
                        AND answered.account IS NOT answer.account
                    GROUP BY answer.account
                )
                SELECT account.digest, account.platform, account.key, account.name, account.is_owner,
                    coalesce(max(answering.answers), 0) AS answers
                FROM staged_account JOIN account ON account.id = staged_account.target
                LEFT JOIN answering ON answering.account = account.id
                WHERE account.is_team = 0 AND account.is_bot = 0
                GROUP BY account.id HAVING account.is_owner = 1 OR answers >= 3
                ORDER BY account.is_owner DESC, answers DESC, account.digest LIMIT 3
                """
        ).map { row in
            let name: String = row["name"]
            let key: String? = row["key"]
            return TeamCandidate(
                account: row["digest"], platform: row["platform"], key: key ?? name, name: name,
                answers: row["answers"], isOwner: row["is_owner"])
        }
    }
}
