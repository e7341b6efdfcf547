/// An answer that came while another was being written.
package struct Answered: Equatable, Sendable {
    /// Of the reply, or of the message that an export brought.
    package var id: Digest
    package var actor: String
    /// nil: unknown.
    package var time: Moment?

    package init(id: Digest, actor: String, time: Moment?) {
        self.id = id
        self.actor = actor
        self.time = time
    }
}
