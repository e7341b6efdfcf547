/// Somebody set what this actor had just set, to something else: of two who act at once, the later one holds.
package struct Overruling: Equatable, Sendable {
    /// Who acted later.
    package var actor: String
    /// What was set: `decision`, `state`, `assignee`, `priority`; what was taken back may be of any kind.
    package var kind: String
    /// Who wrote the conversation's first message; empty: unknown.
    package var author: String
    /// What was set was taken back; else something else was set.
    package var isUndo: Bool

    package init(actor: String, kind: String, author: String, isUndo: Bool = false) {
        self.actor = actor
        self.kind = kind
        self.author = author
        self.isUndo = isUndo
    }

    /// Two acts that lie no further apart count as made at once, in milliseconds.
    package static let window: Int64 = 120_000
}
