import Conversations

/// What an import is told besides the messages.
package struct ImportRequest: Sendable {
    /// Which conversations start in the inbox.
    package enum InboxFrom: Equatable, Sendable {
        /// Those with a message in the 30 days before the export's newest.
        case recent
        case date(Moment)
        case all
    }

    package var path: String
    /// Bytes; 0 where the source has no size.
    package var size: Int
    /// When the source was seen, where the export does not say: its modification time, else now.
    package var observedAt: Moment
    package var inboxFrom: InboxFrom
    /// Counts what would be done and leaves the store as it is.
    package var isRehearsal: Bool
    package var now: Moment

    package init(
        path: String, size: Int, observedAt: Moment, inboxFrom: InboxFrom = .recent, isRehearsal: Bool = false,
        now: Moment
    ) {
        self.path = path
        self.size = size
        self.observedAt = observedAt
        self.inboxFrom = inboxFrom
        self.isRehearsal = isRehearsal
        self.now = now
    }
}
