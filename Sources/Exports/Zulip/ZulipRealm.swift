/// Who is who and what is where: the tables of `realm.json`.
struct ZulipRealm {
    struct Scope {
        var channel: ExportedChannel
        var isPrivate: Bool
        var hasTopics: Bool
    }

    /// Rows of one table that are remembered.
    private static let limit = 500_000

    private(set) var accounts: [Int: ExportedAccount] = [:]
    private var realm = ""
    private var streams: [Int: (name: String, isPrivate: Bool)] = [:]
    private var recipients: [Int: (type: Int, target: Int)] = [:]
    private var members: [Int: [Int]] = [:]
    private var row = JSONFields<ZulipRowKey>()

    private static let tables: Set<String> = [
        "zerver_realm", "zerver_userprofile", "zerver_userprofile_crossrealm", "zerver_userprofile_mirrordummy",
        "zerver_stream", "zerver_recipient", "zerver_subscription",
    ]

    mutating func read(
        _ tree: any ExportTree, _ entry: ExportEntry, yield: (ExportEvent) throws -> Void
    ) throws {
        try tree.eachRecord(of: entry, lists: Self.tables, yield: yield) { record, place in
            row.read(record.root, in: &record)
            guard let id = record.integer(row[.id]) else { return try yield(.skipped(place, reason: "no id")) }
            take(id, of: place.path, &record)
        }
    }

    private mutating func take(_ id: Int, of table: String, _ record: inout JSONRecord) {
        switch table {
        case "zerver_realm": realm = record.string(row[.stringId]) ?? ""
        case "zerver_stream" where streams.count < Self.limit:
            streams[id] = (record.string(row[.name]) ?? "", record.isTrue(row[.inviteOnly]))
        case "zerver_recipient" where recipients.count < Self.limit:
            guard let type = record.integer(row[.type]), let target = record.integer(row[.typeId]) else { return }
            recipients[id] = (type, target)
        case "zerver_subscription":
            guard let user = record.integer(row[.userProfile]), let recipient = record.integer(row[.recipient]),
                members[recipient] != nil || members.count < Self.limit, members[recipient]?.count ?? 0 < 64
            else { return }
            members[recipient, default: []].append(user)
        case _ where accounts.count < Self.limit && table.hasPrefix("zerver_userprofile"):
            takeAccount(id, &record)
        default: break
        }
    }

    private mutating func takeAccount(_ id: Int, _ record: inout JSONRecord) {
        // Roles up to 200 are owners and administrators of the realm.
        let isOwner = record.integer(row[.role]).map { (1...200).contains($0) } ?? false
        accounts[id] = ExportedAccount(
            id: String(id), name: record.string(row[.fullName]) ?? "", isBot: record.isTrue(row[.isBot]),
            isOwner: isOwner)
    }

    /// Where a message stands; the sender is the other side of a direct message.
    func scope(recipient: Int, sender: Int?) -> Scope {
        guard let found = recipients[recipient] else { return unknown(recipient) }
        switch found.type {
        case 2:
            let stream = streams[found.target]
            let key = prefixed("\(found.target)")
            let name = stream?.name ?? ""
            return Scope(
                channel: ExportedChannel(
                    platform: "zulip", key: key, name: name.isEmpty ? key : name, grouping: .byTime),
                isPrivate: stream?.isPrivate ?? false, hasTopics: true)
        case 1: return direct(Set([found.target] + [sender].compactMap(\.self)))
        default:
            let all = Set(members[recipient] ?? [])
            return all.isEmpty ? unknown(recipient) : direct(all)
        }
    }

    private func direct(_ ids: Set<Int>) -> Scope {
        let sorted = ids.sorted()
        let names = sorted.map { accounts[$0]?.name ?? "\($0)" }
        let key = prefixed("dm-" + sorted.map(String.init).joined(separator: ","))
        return Scope(
            channel: ExportedChannel(
                platform: "zulip", key: key, name: names.joined(separator: ", "), grouping: .byTime),
            isPrivate: true, hasTopics: false)
    }

    /// Nothing says that others may see it.
    private func unknown(_ recipient: Int) -> Scope {
        let key = prefixed("recipient-\(recipient)")
        return Scope(
            channel: ExportedChannel(platform: "zulip", key: key, name: key, grouping: .byTime), isPrivate: true,
            hasTopics: false)
    }

    /// Numbers count on one server; the realm's name tells servers apart.
    private func prefixed(_ key: String) -> String { realm.isEmpty ? key : "\(realm)/\(key)" }
}
