/// What teams and channels are called.
struct TeamsNames {
    private static let limit = 200_000

    private var teams: [String: String] = [:]
    private var channels: [String: String] = [:]
    private var part = JSONFields<TeamsPartKey>()

    mutating func read(_ tree: any ExportTree, yield: (ExportEvent) throws -> Void) throws {
        for entry in tree.entries {
            let name = entry.name.lowercased()
            guard name == "teamslist.json" || name.hasPrefix("channels_") && name.hasSuffix(".json") else { continue }
            let isTeams = name == "teamslist.json"
            try tree.eachRecord(of: entry, root: isTeams ? "teams" : "channels", yield: yield) { record, _ in
                part.read(record.root, in: &record)
                guard let id = record.identifier(part[.id]) ?? record.identifier(part[.name]),
                    let shown = record.identifier(part[.displayName]) ?? record.identifier(part[.name])
                else { return }
                if isTeams, teams.count < Self.limit { teams[id] = shown }
                if !isTeams, channels.count < Self.limit { channels[id] = shown }
            }
        }
    }

    /// `Hof / Beete`; nil: neither is known.
    func name(team: String, channel: String) -> String? {
        let known = [teams[team], channels[channel]].compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: " / ")
    }
}
