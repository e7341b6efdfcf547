import Conversations
import Screen

/// Views: saved queries as tabs.
extension Dashboard {
    var countViews: Effect {
        .countViews(
            settings.views.map { InboxQuery(limit: $0.query, context: inbox.context, sort: $0.sort, count: 1) })
    }

    /// The view that is shown, counted from 0.
    package var viewIndex: Int {
        settings.views.firstIndex { $0.name == inbox.view.name } ?? 0
    }

    mutating func turnView(by count: Int) -> [Effect] {
        let views = settings.views
        let next = ((viewIndex + count) % views.count + views.count) % views.count
        return inbox.show(views[next])
    }

    /// A view by its name or the beginning of it, in any case.
    mutating func show(viewNamed name: String) -> [Effect] {
        let wanted = name.lowercased()
        let views = settings.views
        let exact = views.first { $0.name.lowercased() == wanted }
        guard let view = exact ?? views.first(where: { !wanted.isEmpty && $0.name.lowercased().hasPrefix(wanted) })
        else {
            status.fail(Phrase("there is no view %1; there is %2", name, views.map(\.name).joined(separator: ", ")))
            return []
        }
        focus = .inbox
        return inbox.show(view) + followPreview()
    }
}
