/// The accounts of a workspace, by id. Their mail addresses are not kept.
struct SlackPeople {
    /// Accounts that are remembered; others show as their id.
    static let limit = 500_000

    private var accounts: [String: ExportedAccount] = [:]
    private var user = JSONFields<SlackUserKey>()
    private var profile = JSONFields<SlackUserKey>()

    mutating func read(_ tree: any ExportTree, below root: String, yield: (ExportEvent) throws -> Void) throws {
        let lists = SlackLayout.users.compactMap { tree.entry($0, below: root) }
        for list in lists {
            try tree.eachRecord(of: list, root: "users", yield: yield) { record, place in
                guard let account = account(record.root, in: &record), let id = account.id else {
                    return try yield(.skipped(place, reason: "no id"))
                }
                if accounts.count < Self.limit { accounts[id] = account }
            }
        }
        guard lists.isEmpty else { return }
        let place = ExportPlace(unit: .item, number: 0, path: "users", byteOffset: 0, entry: root + "users.json")
        try yield(.repaired(place, reason: "users.json is missing: authors show as their ids"))
    }

    subscript(id: String) -> ExportedAccount? { accounts[id] }

    /// How a mention of this account reads.
    func name(_ id: String) -> String {
        guard let account = accounts[id] else { return id }
        return account.name.isEmpty ? account.handle : account.name
    }

    /// The account that a user object or a profile describes; nil: it has no id and no name.
    mutating func account(_ value: JSONValue?, in record: inout JSONRecord) -> ExportedAccount? {
        user.read(value, in: &record)
        profile.read(user[.profile], in: &record)
        let id = record.identifier(user[.id])
        let handle = record.string(user[.name]) ?? ""
        let names = [profile[.displayName], user[.displayName], profile[.realName], user[.realName]]
        let name = names.compactMap { record.string($0) }.first { !$0.isEmpty }
        guard id != nil || !handle.isEmpty || name != nil else { return nil }
        return ExportedAccount(
            id: id, handle: handle, name: name ?? handle, isBot: record.isTrue(user[.isBot]),
            isOwner: record.isTrue(user[.isAdmin]) || record.isTrue(user[.isOwner]))
    }
}
