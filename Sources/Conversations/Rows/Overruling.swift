/// Somebody set what this actor had just set, to something else: of two who act at once, the later one holds.
package struct Overruling: Equatable, Sendable {
    /// Who acted later.
    package var actor: String
    /// What was set: `decision`, `state`, `assignee`, `priority`.
    package var kind: String
    /// Who wrote the conversation's first message; empty: unknown.
    package var author: String

    package init(actor: String, kind: String, author: String) {
        self.actor = actor
        self.kind = kind
        self.author = author
    }

    /// Two acts that lie no further apart count as made at once, in milliseconds.
    package static let window: Int64 = 120_000
}
