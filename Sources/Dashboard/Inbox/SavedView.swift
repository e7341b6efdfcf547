import Conversations
import Screen

/// A saved query with a name: one of the tabs above the list.
package struct SavedView: Equatable, Sendable {
    /// As `:view` takes it.
    package var name: String
    /// nil: what is still to do.
    package var query: Query?
    package var sort: InboxSort
    /// It came with lotse, so that its name is said in the interface's language.
    package var isShipped: Bool

    package init(name: String, query: Query?, sort: InboxSort = .newest, isShipped: Bool = false) {
        self.name = name
        self.query = query
        self.sort = sort
        self.isShipped = isShipped
    }

    /// What is still to do, newest first.
    package static let inbox = SavedView(name: "Inbox", query: nil, isShipped: true)

    /// The views that lotse comes with. `Needs answer` has the order in which answers are owed.
    package static let shipped: [SavedView] = [
        inbox,
        SavedView(name: "Needs answer", query: Query(.state(.unanswered)), sort: .waiting, isShipped: true),
        SavedView(name: "Pending", query: Query(.state(.pending)), isShipped: true),
        SavedView(name: "Mine", query: Query(.state(.mine)), isShipped: true),
        SavedView(name: "Waiting", query: Query(.state(.state(.waiting))), isShipped: true),
        SavedView(name: "Community", query: Query(.state(.state(.community))), isShipped: true),
        SavedView(name: "Snoozed", query: Query(.state(.state(.snoozed))), isShipped: true),
        SavedView(name: "Held", query: Query(.state(.state(.held))), isShipped: true),
        SavedView(
            name: "After closing",
            query: Query(.and([.term(.state(.state(.closed))), .term(.state(.unread))])), isShipped: true),
        SavedView(name: "Done today", query: Query(.resolved(.at(.today))), isShipped: true),
        SavedView(name: "All", query: .everything, isShipped: true),
    ]

    /// The name as it is shown.
    package var title: Phrase {
        isShipped ? Phrase(name, context: "view") : Phrase("%1", name)
    }
}
