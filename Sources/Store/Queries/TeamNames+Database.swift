import Conversations
import GRDB

extension TeamNames {
    /// Accounts whose names are compared at most; a team is far smaller.
    private static let limit = 200

    /// The names of the accounts that speak for us.
    init(_ database: Database) throws {
        self.init()
        let rows = try Row.fetchAll(
            database, sql: "SELECT platform, name, handle FROM account WHERE is_team = 1 LIMIT \(Self.limit)")
        for row in rows { add([row["name"], row["handle"]], platform: row["platform"]) }
    }

    /// Whether a message's author passes for one of the team.
    /// - Parameter row: with `author`, `handle`, `platform` and `traits`.
    func isImitated(by row: Row) -> Bool {
        guard !MessageTraits(rawValue: row["traits"]).contains(.team) else { return false }
        return isImitated(by: [row["author"], row["handle"]], on: row["platform"])
    }
}
