import Conversations
import GRDB

/// Which accounts speak for us: the latest team event of an account that is on decides.
struct Teams {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    private static let isTeam = """
        coalesce((
            SELECT json_extract(event.payload, '$.on') FROM event
            WHERE event.subject = account.digest AND event.field = 'team' AND event.is_on = 1
            ORDER BY event.clock DESC, event.device DESC, event.id DESC LIMIT 1
        ), 0)
        """

    /// Accounts that an import brought after the event that named them.
    func flagNewAccounts() throws {
        try database.execute(
            sql: """
                UPDATE account SET is_team = 1 WHERE is_team = 0
                AND digest IN (SELECT subject FROM event WHERE field = 'team') AND \(Teams.isTeam) = 1
                """)
    }

    func flagAll() throws {
        try database.execute(sql: "UPDATE account SET is_team = \(Teams.isTeam)")
    }

    /// Sets an account's role from the log and derives all that depends on it.
    func roleChanged(_ account: Digest) throws {
        guard
            let row = try Int64.fetchOne(
                database, sql: "SELECT id FROM account WHERE digest = ?", arguments: [account])
        else { return }
        try database.execute(sql: "UPDATE account SET is_team = \(Teams.isTeam) WHERE id = ?", arguments: [row])
        let touched = try Placer(database).placeAgain(messagesOf: row)
        try Projector(database).project(touched)
    }
}
