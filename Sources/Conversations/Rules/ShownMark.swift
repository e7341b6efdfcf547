/// What an actor saw of a conversation: the newest message that was shown, and how many inbound ones. Exports
/// often know time by the minute or the day only, so a message of the very time of the newest one is news
/// when there are more of that time than were shown.
package struct ShownMark: Equatable, Comparable, Sendable {
    /// Milliseconds since 1970 UTC.
    package var time: Int64
    package var sequence: Int64
    /// Inbound messages that were shown.
    package var shown: Int
    /// Those among them of exactly this time; nil: it was not counted.
    package var shownAtTime: Int?

    package init(time: Int64, sequence: Int64, shown: Int, shownAtTime: Int?) {
        self.time = time
        self.sequence = sequence
        self.shown = shown
        self.shownAtTime = shownAtTime
    }

    package static func < (left: ShownMark, right: ShownMark) -> Bool {
        (left.time, left.sequence, left.shown, left.shownAtTime ?? 0)
            < (right.time, right.sequence, right.shown, right.shownAtTime ?? 0)
    }

    /// Time of the first inbound message that the actor cannot have seen; nil: none. An older one that came
    /// late is unread and does not count.
    func firstUnseen(in messages: [PlacedMessage]) -> Int64? {
        let inbound = messages.filter { $0.traits.contains(.inbound) }
        if let shownAtTime, inbound.count(where: { $0.time == time }) > shownAtTime {
            return time
        }
        return inbound.first { shownAtTime == nil ? $0.isAfter((time, sequence)) : $0.time > time }?.time
    }
}
