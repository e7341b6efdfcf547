import Conversations
import GRDB

/// Messages by persons: by any of the accounts that the team linked to them.
extension MessageCompiler {
    /// - Parameter persons: a condition on a row of `person`.
    func written(byPersons persons: SQL) -> SQL {
        """
        (SELECT message.account FROM message WHERE message.id = place.message) IN (\(accounts(ofPersons: persons)))
        """
    }

    /// A statement that selects all their messages as `message`.
    func messages(byPersons persons: SQL) -> SQL {
        """
        SELECT id AS message FROM message INDEXED BY message_account
        WHERE account IS NOT NULL AND account IN (\(accounts(ofPersons: persons)))
        """
    }

    func personNamed(_ name: QueryText) -> SQL {
        let folded = QueryFunctions.folded(name.text)
        return name.isPrefix
            ? "lotse_folded(person.name) >= \(folded) AND lotse_folded(person.name) < \(folded + "\u{10FFFF}")"
            : "lotse_folded(person.name) = \(folded)"
    }

    func personOf(_ role: PersonRole) -> SQL {
        "instr(char(10) || person.roles || char(10), \("\n" + role.rawValue + "\n")) > 0"
    }

    /// There are few persons: they are looked at one by one, their accounts along the index.
    private func accounts(ofPersons condition: SQL) -> SQL {
        """
        SELECT account.id FROM person CROSS JOIN account INDEXED BY account_person ON account.person = person.id
        WHERE account.person IS NOT NULL AND (\(condition))
        """
    }
}
