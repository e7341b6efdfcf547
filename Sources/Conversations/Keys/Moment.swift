/// A point in time, in milliseconds since 1970-01-01T00:00:00 UTC. Time is always passed in; nothing in
/// the inner targets asks a clock.
package struct Moment: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(seconds: Int64) {
        self.milliseconds = seconds * 1000
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// This moment moved by whole seconds.
    package func advanced(seconds: Int64) -> Moment {
        Moment(milliseconds: milliseconds + seconds * 1000)
    }
}

/// Where a message stands in the order of a conversation: by time, then by the number in its id
/// (exports often know time only by the second), then by digest. A pure function of the message, so
/// that the order of imports does not matter.
package struct Position: Hashable, Comparable, Sendable {
    package var time: Moment
    package var sequence: Int64
    package var digest: Digest

    package init(time: Moment, sequence: Int64, digest: Digest) {
        self.time = time
        self.sequence = sequence
        self.digest = digest
    }

    package static func < (left: Position, right: Position) -> Bool {
        (left.time, left.sequence, left.digest) < (right.time, right.sequence, right.digest)
    }
}
