/// What an import did. Counts: read = imported + duplicate + revised + skipped; `system` is the part of
/// these that are system messages.
package struct ImportSummary: Equatable, Sendable {
    package var path: String
    package var format: String
    package var channels: [String] = []
    package var read = 0
    package var imported = 0
    package var revised = 0
    package var duplicate = 0
    package var system = 0
    /// Records that could not be decoded, with their places.
    package var skipped: [PlacedFact] = []
    /// Records that were taken over with a repair.
    package var repaired: [PlacedFact] = []
    package var skippedCount = 0
    package var repairedCount = 0
    package var accounts = 0
    package var threads = 0
    package var conversations = 0
    /// Time of the earliest and the latest message, milliseconds since 1970 UTC.
    package var first: Int64?
    package var last: Int64?
    package var notes: [String] = []
    /// Conversations that start as resolved.
    package var calm = 0
    /// Circles of answers; each was cut at its earliest message.
    package var cutCycles = 0
    /// The likeliest team accounts that are not of the team yet, likeliest first.
    package var teamCandidates: [TeamCandidate] = []

    /// Places are kept up to this many of each; all are counted.
    package static let placesKept = 1000

    package init(path: String, format: String) {
        self.path = path
        self.format = format
    }
}

/// Something that happened at a place of an export.
package struct PlacedFact: Equatable, Sendable {
    package var place: String
    package var reason: String

    package init(place: String, reason: String) {
        self.place = place
        self.reason = reason
    }
}

/// An account that probably speaks for us.
package struct TeamCandidate: Equatable, Sendable {
    package var account: Digest
    package var platform: String
    /// The platform's id of the account, or the name where it has none.
    package var key: String
    package var name: String
    /// Answers to messages of others in this import.
    package var answers: Int
    /// The export itself says that it owns the place.
    package var isOwner: Bool

    package init(account: Digest, platform: String, key: String, name: String, answers: Int, isOwner: Bool) {
        self.account = account
        self.platform = platform
        self.key = key
        self.name = name
        self.answers = answers
        self.isOwner = isOwner
    }
}
