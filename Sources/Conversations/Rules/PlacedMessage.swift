/// What the rules need to know of a message; texts stay in the store.
package struct PlacedMessage: Equatable, Sendable {
    /// Row number of the message; means nothing outside of one store.
    package var row: Int64
    /// Milliseconds since 1970 UTC by which it is ordered.
    package var time: Int64
    package var sequence: Int64
    package var traits: MessageTraits

    package init(row: Int64, time: Int64, sequence: Int64, traits: MessageTraits) {
        self.row = row
        self.time = time
        self.sequence = sequence
        self.traits = traits
    }

    package func isAfter(_ mark: (time: Int64, sequence: Int64)) -> Bool {
        (time, sequence) > mark
    }
}

/// What a message is to the rules of conversations.
package struct MessageTraits: OptionSet, Hashable, Sendable {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// Neither by the team, nor a bot, nor a system message, nor spam or trash: it can ask for an answer.
    package static let inbound = MessageTraits(rawValue: 1)
    package static let team = MessageTraits(rawValue: 2)
    /// In the leading run of team messages of its thread: context, no conversation of others.
    package static let lead = MessageTraits(rawValue: 4)
    /// The platform shows it to nobody until somebody decides, and nobody has.
    package static let pending = MessageTraits(rawValue: 8)
    /// Answers a message by the team.
    package static let answersTeam = MessageTraits(rawValue: 16)
    /// Was kept by a decision and reads differently now: it asks for a decision again.
    package static let asksAgain = MessageTraits(rawValue: 32)
    /// Its time is unknown; `time` is its predecessor's.
    package static let timeless = MessageTraits(rawValue: 64)
}
