import Conversations
import Screen

/// Marks: what acts are done to at once. They outlive limits and views.
extension Dashboard {
    /// Conversations that are marked at most: more could not be taken back in one breath.
    static let markLimit = 1000

    /// What an act of the inbox is for, if anything is marked; in a fixed order.
    var markedTargets: [Digest] {
        focus == .inbox ? inbox.marked.sorted() : []
    }

    /// The marked conversations, else the one that is pointed at.
    var targets: [Digest] {
        let marked = markedTargets
        return marked.isEmpty ? target.map { [$0] } ?? [] : marked
    }

    mutating func toggleMark() -> [Effect] {
        guard let row = inbox.selected else { return [] }
        if inbox.marked.contains(row.id) {
            inbox.unmark([row.id])
        } else if add([row.id]) == false {
            return []
        }
        return inbox.move(by: 1) + followPreview() + refilter()
    }

    /// Begins a stretch, or marks it from its beginning to here.
    mutating func markRange() -> [Effect] {
        guard let selected = inbox.selectedIndex else { return [] }
        guard let start = inbox.rangeStart, let first = inbox.rows.firstIndex(where: { $0.id == start }) else {
            inbox.rangeStart = inbox.rows[selected].id
            status.say("marking from here; V again marks to where you are then")
            return []
        }
        inbox.rangeStart = nil
        add(inbox.rows[min(first, selected)...max(first, selected)].map(\.id))
        return refilter()
    }

    /// What a query finds in the list; nil: all of it.
    mutating func mark(_ query: Query?) -> [Effect] {
        [.findToMark(inbox.toMark(query), limit: Self.markLimit)]
    }

    mutating func markAlike() -> [Effect] {
        guard let target else {
            status.fail("no conversation is selected")
            return []
        }
        return [.findAlike(target, limit: Self.markLimit)]
    }

    mutating func unmark() -> [Effect] {
        inbox.unmark(Array(inbox.marked))
        inbox.rangeStart = nil
        status.say("nothing is marked")
        return refilter()
    }

    mutating func mark(_ found: [Digest], hasMore: Bool) -> [Effect] {
        guard !found.isEmpty else {
            status.say("nothing was found to mark")
            return []
        }
        add(found)
        if hasMore { status.fail(Phrase("%1 are marked; there are more, which are left out", inbox.marked.count)) }
        return refilter()
    }

    /// - Returns: false where there would be too many.
    @discardableResult
    private mutating func add(_ found: [Digest]) -> Bool {
        let all = inbox.marked.union(found)
        guard all.count <= Self.markLimit else {
            status.fail(Phrase("at most %1 can be marked", Self.markLimit))
            return false
        }
        inbox.context.marked = all
        status.say(Phrase(one: "1 marked", other: "%1 marked", count: all.count))
        return true
    }

    /// A list of what is marked changes with the marks.
    private func refilter() -> [Effect] {
        inbox.query?.root.terms.contains(.state(.marked)) == true ? [inbox.reload()] : []
    }
}

extension InboxPane {
    mutating func unmark(_ conversations: [Digest]) {
        context.marked.subtract(conversations)
    }
}

extension Act {
    /// Whether it may be done to many conversations at once.
    var isForMany: Bool {
        switch self {
        case .open, .decide, .judge, .send: false
        default: true
        }
    }
}
