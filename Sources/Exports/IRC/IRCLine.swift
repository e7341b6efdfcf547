/// One line of a log of IRC, apart from the question which day it is of.
struct IRCLine: Equatable {
    enum Stamp: Equatable {
        /// Milliseconds since midnight, no date.
        case clock(Int64)
        /// Local milliseconds since 1970.
        case local(Int64)
        /// Milliseconds since 1970 UTC.
        case utc(Int64)
        /// Month, day and milliseconds since midnight, no year.
        case yearless(month: Int64, day: Int64, clock: Int64)
    }

    enum Words: Equatable {
        case message(nick: Substring, text: Substring)
        case action(nick: Substring, text: Substring)
        case notice(Substring)
    }

    var stamp: Stamp
    /// The stamp as it stands in the log.
    var written: Substring
    var words: Words

    /// nil: no known program writes such a line.
    init?(_ line: Substring) {
        guard let head = IRCStamp.take(from: line), let words = IRCWords.words(head.rest) else { return nil }
        (stamp, written, self.words) = (head.stamp, head.written, words)
    }
}
