/// The channels of a workspace, by the folder that holds their days.
struct SlackChannels {
    struct Scope {
        var channel: ExportedChannel
        /// A direct message, or a channel that only its members see.
        var isPrivate: Bool
    }

    /// Folders are named after channels, those of direct messages after their ids.
    private var byName: [String: Scope] = [:]
    private var byID: [String: Scope] = [:]
    private var names: [String: String] = [:]
    private var undeclared: [String: Scope] = [:]
    private var fields = JSONFields<SlackChannelKey>()

    mutating func read(
        _ tree: any ExportTree, below root: String, _ people: SlackPeople, yield: (ExportEvent) throws -> Void
    ) throws {
        for list in SlackLayout.lists {
            guard let entry = tree.entry(list, below: root) else { continue }
            try tree.eachRecord(of: entry, root: "channels", yield: yield) { record, place in
                if !take(&record, of: list, people) { try yield(.skipped(place, reason: "no id and no name")) }
            }
        }
    }

    /// The name of a channel that a text mentions.
    func name(_ id: String) -> String? { names[id] }

    /// The channel of a folder. The first time that a folder belongs to no channel of the lists, it is told.
    mutating func scope(ofFolder folder: String) -> (scope: Scope, firstSighting: String?) {
        if let known = byName[folder] ?? byID[folder] ?? undeclared[folder] { return (known, nil) }
        let scope = Scope(channel: ExportedChannel(platform: "slack", key: folder, name: folder), isPrivate: false)
        undeclared[folder] = scope
        return (scope, "the channel of this folder is in no list of channels")
    }

    private mutating func take(_ record: inout JSONRecord, of list: String, _ people: SlackPeople) -> Bool {
        fields.read(record.root, in: &record)
        let id = record.identifier(fields[.id])
        let name = record.identifier(fields[.name])
        guard let key = id ?? name else { return false }
        let isDirect = list == "dms.json" || list == "mpims.json"
        let members = isDirect ? members(&record, people) : []
        let shown = members.isEmpty ? name ?? key : members.joined(separator: ", ")
        let channel = ExportedChannel(
            platform: "slack", key: key, name: shown, grouping: isDirect ? .byTime : .byReply)
        let scope = Scope(channel: channel, isPrivate: list != "channels.json")
        if let name {
            byName[name] = scope
            if let id { names[id] = name }
        }
        if let id { byID[id] = scope }
        return true
    }

    private func members(_ record: inout JSONRecord, _ people: SlackPeople) -> [String] {
        record.elements(of: fields[.members]).prefix(32).compactMap { record.identifier($0) }.map(people.name)
    }
}
