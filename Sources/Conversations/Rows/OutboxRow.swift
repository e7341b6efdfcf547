/// A reply as the outbox carries it to its platform. All strings are raw.
package struct OutboxRow: Equatable, Sendable {
    /// First 16 bytes of the id of the event that queued it.
    package var id: Digest
    package var state: ReplyState
    package var platform: String
    package var channel: String
    /// The platform's id of the message that is answered; nil where it has none.
    package var messageID: String?
    package var permalink: String
    package var author: String
    package var text: String
    package var actor: String
    package var queuedAt: Moment
    /// Not exported before.
    package var notBefore: Moment

    package init(
        id: Digest, state: ReplyState, platform: String, channel: String, messageID: String?, permalink: String,
        author: String, text: String, actor: String, queuedAt: Moment, notBefore: Moment
    ) {
        self.id = id
        self.state = state
        self.platform = platform
        self.channel = channel
        self.messageID = messageID
        self.permalink = permalink
        self.author = author
        self.text = text
        self.actor = actor
        self.queuedAt = queuedAt
        self.notBefore = notBefore
    }
}
