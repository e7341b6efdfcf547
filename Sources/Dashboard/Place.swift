import Conversations

/// Where somebody is in the dashboard: what a session that breaks off hands to the next one.
package struct Place: Equatable, Sendable {
    /// The name of the view.
    package var view: String
    /// What the list is limited to, as it was typed.
    package var limit: String?
    /// The selected conversation, and where it stands in the list.
    package var selected: Digest?
    package var position: Position?
    package var marked: Set<Digest>
    /// The conversation that is open, and what is selected in it.
    package var opened: Digest?
    package var message: Digest?

    package init(
        view: String, limit: String? = nil, selected: Digest? = nil, position: Position? = nil,
        marked: Set<Digest> = [], opened: Digest? = nil, message: Digest? = nil
    ) {
        self.view = view
        self.limit = limit
        self.selected = selected
        self.position = position
        self.marked = marked
        self.opened = opened
        self.message = message
    }
}

extension Dashboard {
    /// Where somebody is now.
    package var place: Place {
        let opened = focus == .inbox ? nil : thread.conversation
        return Place(
            view: inbox.view.name, limit: inbox.limit?.source, selected: inbox.selectedID,
            position: inbox.selectedPosition, marked: inbox.marked, opened: opened,
            message: opened == nil ? nil : thread.selectedID)
    }

    /// Goes on where a session broke off. A view that is gone is not missed.
    /// - Returns: what loads the list.
    mutating func resume(_ place: Place) -> [Effect] {
        let view = settings.views.first { $0.name == place.view } ?? settings.views[0]
        let limit = place.limit.flatMap { try? Query(parsing: $0) }
        let load = inbox.resume(place, view: view, limit: limit)
        if settings.notice == nil { status.say("back where the last session broke off") }
        guard let opened = place.opened else { return [load] }
        focus = .thread
        let open = thread.open(opened)
        if let message = place.message { thread.point(at: message) }
        return [load, open]
    }
}
