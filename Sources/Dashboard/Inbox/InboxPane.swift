import Conversations

/// The list of conversations: a window of it, what is selected, what it is limited to. The selection is a
/// conversation and its place in the order, never an index, so that it survives every reload.
package struct InboxPane: Equatable, Sendable {
    /// Newest first.
    package private(set) var rows: [InboxRow] = []
    /// What `f` asked for, besides the view.
    package private(set) var limit: Query?
    package private(set) var view: SavedView
    /// Who looks at the list, and what is marked in it.
    package var context = QueryContext()
    package private(set) var hasOlder = false
    package private(set) var hasNewer = false
    /// Whether a page was ever received; before, an empty list means nothing.
    package private(set) var isLoaded = false
    package private(set) var selectedID: Digest?
    /// Where the selection stands in the order of the view.
    private(set) var selectedPosition: Position?
    /// Where the next pages are awaited.
    private var isLoadingOlder = false
    private var isLoadingNewer = false
    /// The selection goes to the end of what comes next (`gg`, `G`).
    private var landing: Landing = .stay
    /// Where a stretch of marks begins.
    package var rangeStart: Digest?
    package var isMarkingRange: Bool { rangeStart != nil }
    /// A conversation that is selected when a page brings it.
    private var wanted: Digest?

    private enum Landing: Equatable {
        case stay, top, bottom
    }

    /// Rows of a page, and how many are kept in the window.
    static let pageSize = 200
    static let windowSize = 600

    package init(view: SavedView = .inbox) {
        self.view = view
    }

    package var marked: Set<Digest> { context.marked }

    /// View and limit together. What is typed over the inbox looks everywhere, over another view only in it.
    package var query: Query? {
        guard let limit else { return view.query }
        guard let viewed = view.query else { return limit }
        return Query(.and([viewed.root, limit.root]))
    }

    package var selectedIndex: Int? {
        rows.firstIndex { $0.id == selectedID }
    }

    package var selected: InboxRow? {
        selectedIndex.map { rows[$0] }
    }

    /// Where a search goes on from: the selection's place, or before everything.
    package var searchOrigin: Position {
        selectedPosition
            ?? Position(time: Moment(milliseconds: .max), sequence: .max, digest: .highest)
            .turned(in: view.sort)
    }

    /// The effect that looks for the next row from the selection on, in the list or, where it has no limit, in all.
    package func find(_ search: Query, _ direction: PageDirection) -> Effect {
        .find(
            InboxQuery(
                limit: query ?? .everything, search: search, context: context, sort: view.sort, from: searchOrigin,
                direction: direction, count: 1))
    }

    /// The question for what is marked by a query; nil: the whole list.
    func toMark(_ search: Query?) -> InboxQuery {
        InboxQuery(limit: query, search: search, context: context, sort: view.sort)
    }

    private func page(from key: Position? = nil, _ direction: PageDirection = .older) -> Effect {
        .loadInbox(
            InboxQuery(
                limit: query, context: context, sort: view.sort, from: key, direction: direction,
                count: Self.pageSize))
    }

    /// The effect that loads the list from its newest end.
    package func loadTop() -> Effect {
        page()
    }

    /// The effect that loads what is shown anew: half a page around the selection, since a window of several
    /// pages does not come back in one.
    package func reload() -> Effect {
        let first = max(0, (selectedIndex ?? 0) - Self.pageSize / 2)
        guard first > 0 || hasNewer, rows.indices.contains(first) else { return loadTop() }
        return page(from: key(of: rows[first]).justAbove(in: view.sort))
    }

    private func key(of row: InboxRow) -> Position { row.key(in: view.sort) }

    package mutating func setLimit(_ limit: Query?) -> [Effect] {
        self.limit = limit
        landing = .top
        return [loadTop()]
    }

    /// Takes up a view, a limit, marks and a selection, wherever in the list that is.
    mutating func resume(_ place: Place, view: SavedView, limit: Query?) -> Effect {
        self.view = view
        self.limit = limit
        context.marked = place.marked
        selectedID = place.selected
        selectedPosition = place.position
        return page(from: place.position?.justAbove(in: view.sort))
    }

    /// Shows another view, without a limit.
    package mutating func show(_ view: SavedView) -> [Effect] {
        self.view = view
        selectedID = nil
        selectedPosition = nil
        return setLimit(nil)
    }
}

extension InboxPane {
    /// Moves by rows and loads on when the edge is near.
    package mutating func move(by count: Int) -> [Effect] {
        guard !rows.isEmpty else { return [] }
        let index = min(max((selectedIndex ?? 0) + count, 0), rows.count - 1)
        select(rows[index])
        return loadNearEdge(index)
    }

    package mutating func moveToTop() -> [Effect] {
        guard hasNewer else { return move(by: -rows.count) }
        landing = .top
        return [loadTop()]
    }

    package mutating func moveToBottom() -> [Effect] {
        guard hasOlder else { return move(by: rows.count) }
        landing = .bottom
        return [page(from: nil, .newer)]
    }

    /// The row below takes over, or the one above at the end: what was acted on is about to leave.
    package mutating func advance(past ids: [Digest]) {
        guard let index = selectedIndex, ids.contains(rows[index].id) else { return }
        let next = rows[index...].first { !ids.contains($0.id) } ?? rows[..<index].last { !ids.contains($0.id) }
        if let next { select(next) }
    }

    package mutating func select(_ row: InboxRow) {
        selectedID = row.id
        selectedPosition = key(of: row)
    }

    /// Selects a row that may stand outside of the window.
    package mutating func jump(to row: InboxRow) -> [Effect] {
        select(row)
        guard !rows.contains(where: { $0.id == row.id }) else { return [] }
        return [page(from: key(of: row).justAbove(in: view.sort))]
    }

    /// Selects a conversation if the next page holds it (what was taken back comes into the list again).
    package mutating func want(_ conversation: Digest) {
        wanted = conversation
    }

    private mutating func loadNearEdge(_ index: Int) -> [Effect] {
        var effects: [Effect] = []
        if hasOlder, !isLoadingOlder, index > rows.count - 50, let last = rows.last {
            isLoadingOlder = true
            effects.append(page(from: key(of: last)))
        }
        if hasNewer, !isLoadingNewer, index < 50, let first = rows.first {
            isLoadingNewer = true
            effects.append(page(from: key(of: first), .newer))
        }
        return effects
    }
}

extension InboxPane {
    /// Takes over a page that was asked for; one of another limit comes too late. Where the selection comes
    /// to stand near an edge, what lies beyond is asked for.
    package mutating func receive(_ page: InboxPage) -> [Effect] {
        guard page.query.limit == query, page.query.sort == view.sort else { return [] }
        isLoaded = true
        if let from = page.query.from, !isReload(from) {
            join(page, at: from)
        } else {
            replace(page)
        }
        settleSelection()
        guard let selectedIndex, !page.rows.isEmpty else { return [] }
        return loadNearEdge(selectedIndex)
    }

    /// A reload's key is no row's: it lies just above one.
    private func isReload(_ from: Position) -> Bool {
        from.digest == .lowest
    }

    private mutating func replace(_ page: InboxPage) {
        rows = page.rows
        isLoadingOlder = false
        isLoadingNewer = false
        switch page.query.direction {
        case .older:
            hasOlder = page.hasMore
            hasNewer = page.query.from != nil
        case .newer:
            hasNewer = page.hasMore
            hasOlder = false
        }
    }

    private mutating func join(_ page: InboxPage, at from: Position) {
        switch page.query.direction {
        case .older:
            isLoadingOlder = false
            guard rows.last.map(key) == from else { return }
            rows += page.rows
            hasOlder = page.hasMore
            if rows.count > Self.windowSize {
                rows.removeFirst(rows.count - Self.windowSize)
                hasNewer = true
            }
        case .newer:
            isLoadingNewer = false
            guard rows.first.map(key) == from else { return }
            rows = page.rows + rows
            hasNewer = page.hasMore
            if rows.count > Self.windowSize {
                rows.removeLast(rows.count - Self.windowSize)
                hasOlder = true
            }
        }
    }

    /// A row that left gives the selection to the one that stood below it.
    private mutating func settleSelection() {
        defer {
            landing = .stay
            wanted = nil
        }
        if let row = rows.first(where: { $0.id == wanted }) {
            select(row)
            return
        }
        switch landing {
        case .top: rows.first.map { select($0) }
        case .bottom: rows.last.map { select($0) }
        case .stay:
            if let selected {
                select(selected)
            } else if let row = rowNearest(selectedPosition) {
                select(row)
            } else {
                selectedID = nil
            }
        }
    }

    private func rowNearest(_ position: Position?) -> InboxRow? {
        guard let position else { return rows.first }
        return rows.first { view.sort == .newest ? key(of: $0) <= position : key(of: $0) >= position } ?? rows.last
    }
}

extension Position {
    /// The key of a page that begins with the row at this position.
    fileprivate func justAbove(in sort: InboxSort) -> Position {
        switch sort {
        case .newest: Position(time: time, sequence: sequence == .max ? .max : sequence + 1, digest: .lowest)
        case .waiting: Position(time: time, sequence: sequence, digest: .lowest)
        }
    }

    /// The key before all others in lists of this order.
    fileprivate func turned(in sort: InboxSort) -> Position {
        sort == .newest ? self : Position(time: Moment(milliseconds: .min), sequence: .min, digest: .lowest)
    }
}

extension Digest {
    /// Sorts after every other.
    static let highest = Digest(high: .max, low: .max)
    /// Sorts before every other; no real digest.
    static let lowest = Digest(high: 0, low: 0)
}
