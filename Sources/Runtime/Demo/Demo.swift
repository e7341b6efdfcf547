import Conversations
import Exports
import Store

/// An export that is part of the program.
nonisolated package struct DemoExport: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// A store with the demo's exports, all moved in time alike, so that the newest message is five minutes old.
nonisolated package enum Demo {
    /// In seconds.
    static let age: Int64 = 300

    /// The invented shop's own accounts.
    private static let team = [
        ("wordpress", "user:1"), ("discord", "9001"), ("reviews", "9001"), ("telegram", "user9001"), ("x", "9001"),
    ]

    /// Imports the exports and puts the shop's accounts on the team.
    /// - Throws: `ImportFailure`, `StoreError`.
    package static func fill(_ store: Store, _ exports: [DemoExport], now: Moment) throws -> [ImportSummary] {
        var choices = ImportChoices()
        let newest = try exports.compactMap(newest).max() ?? now.milliseconds
        choices.shift = now.advanced(seconds: -age).milliseconds - newest
        var summaries: [ImportSummary] = []
        for export in exports {
            let job = ImportJob(store: store, choices: choices, now: now, cancellation: Cancellation())
            let summary = try job.run(ByteSource(bytes: export.bytes), name: PathBytes(export.name))
            summaries.append(summary)
        }
        for (platform, account) in team {
            for row in try store.accounts(platform: platform, named: account) {
                try store.setTeam(row.account, isTeam: true, now: now)
            }
        }
        return summaries
    }

    /// Time of the newest message, milliseconds since 1970 UTC.
    private static func newest(_ export: DemoExport) throws -> Int64? {
        var source = try ByteSource(bytes: export.bytes)
        let reader = try ExportFormats.detect(source, nameEnding: PathBytes(export.name).ending)
        var newest: Int64?
        try reader.read(&source, options: ExportOptions()) { event in
            guard case .message(let message) = event, let time = message.time.milliseconds else { return }
            newest = max(newest ?? time, time)
        }
        return newest
    }
}
