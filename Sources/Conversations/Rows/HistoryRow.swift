/// One act in the history: who did what when, and to what. Names and words are raw text from outside.
package struct HistoryRow: Equatable, Sendable, Identifiable {
    /// The act: what undo and redo switch.
    package var id: Digest
    /// Clock of its first event: the key to go on from.
    package var clock: Int64
    package var actor: String
    package var time: Moment
    /// Of its first event.
    package var kind: EventKind
    /// Of its first event.
    package var payload: EventPayload
    /// The conversation that it was done to, or the first of several; nil: none, or not there any more.
    package var conversation: Digest?
    /// Who began that conversation.
    package var author: String
    /// Its first words, at most 80 characters.
    package var excerpt: String
    /// How many conversations it was done to.
    package var count: Int
    /// False: it was taken back.
    package var isOn: Bool
    /// Whether undo may be asked for it.
    package var isUndoable: Bool

    package init(
        id: Digest, clock: Int64, actor: String, time: Moment, kind: EventKind, payload: EventPayload,
        conversation: Digest?, author: String, excerpt: String, count: Int, isOn: Bool, isUndoable: Bool
    ) {
        self.id = id
        self.clock = clock
        self.actor = actor
        self.time = time
        self.kind = kind
        self.payload = payload
        self.conversation = conversation
        self.author = author
        self.excerpt = excerpt
        self.count = count
        self.isOn = isOn
        self.isUndoable = isUndoable
    }
}

/// A stretch of the history, newest first.
package struct HistoryPage: Equatable, Sendable {
    package var rows: [HistoryRow]
    package var hasMore: Bool

    package init(rows: [HistoryRow], hasMore: Bool) {
        self.rows = rows
        self.hasMore = hasMore
    }
}
