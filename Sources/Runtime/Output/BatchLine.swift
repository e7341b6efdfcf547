import Conversations
import Exports

/// What `lotse import --json` prints of one export.
nonisolated package enum BatchLine {
    /// An export that was taken over.
    package static func line(_ summary: ImportSummary, mapping: MappingGuess? = nil) -> JSONLine {
        var line = start(path: summary.path, format: summary.format, summary)
        line.add("first", .string(summary.first.map { Moment(milliseconds: $0).iso8601 }))
        line.add("last", .string(summary.last.map { Moment(milliseconds: $0).iso8601 }))
        line.add("calm", .number(summary.calm))
        line.add("cut_cycles", .number(summary.cutCycles))
        line.add("skipped_places", places(summary.skipped))
        line.add("repaired", .number(summary.repairedCount))
        line.add("repaired_places", places(summary.repaired))
        if let mapping {
            var pairs = JSONLine()
            for pair in mapping.pairs { pairs.add(pair.role.name, .string(pair.column)) }
            line.add("mapping", .object(pairs))
        }
        line.add("team_candidates", .array(summary.teamCandidates.map(candidate)))
        line.add("notes", .strings(summary.notes))
        line.add("errors", .strings([]))
        return line
    }

    /// An export that was refused; nothing of it is in the store.
    package static func failure(path: String, sentence: String) -> JSONLine {
        var line = start(path: path, format: nil, ImportSummary(path: path, format: ""))
        line.add("first", .null)
        line.add("last", .null)
        line.add("notes", .strings([]))
        line.add("errors", .strings([sentence]))
        return line
    }

    private static func start(path: String, format: String?, _ summary: ImportSummary) -> JSONLine {
        var line = JSONLine()
        line.add("path", .string(path))
        line.add("format", .string(format))
        line.add("channels", .strings(summary.channels))
        line.add("read", .number(summary.read))
        line.add("imported", .number(summary.imported))
        line.add("revised", .number(summary.revised))
        line.add("duplicate", .number(summary.duplicate))
        line.add("system", .number(summary.system))
        line.add("skipped", .number(summary.skippedCount))
        line.add("accounts", .number(summary.accounts))
        line.add("threads", .number(summary.threads))
        line.add("conversations", .number(summary.conversations))
        return line
    }

    private static func places(_ facts: [PlacedFact]) -> JSONValueText {
        .array(
            facts.map { fact in
                var line = JSONLine()
                line.add("place", .string(fact.place))
                line.add("reason", .string(fact.reason))
                return .object(line)
            })
    }

    private static func candidate(_ candidate: TeamCandidate) -> JSONValueText {
        var line = JSONLine()
        line.add("platform", .string(candidate.platform))
        line.add("account", .string(candidate.key))
        line.add("name", .string(candidate.name))
        line.add("answers", .number(candidate.answers))
        line.add("owner", .bool(candidate.isOwner))
        return .object(line)
    }
}
