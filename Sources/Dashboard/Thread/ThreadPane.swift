import Conversations

/// One conversation on the screen: what is selected in it, what is folded, and how far a long message is scrolled.
package struct ThreadPane: Equatable, Sendable {
    /// The conversation that is wanted; its page may still be on its way.
    package private(set) var conversation: Digest?
    package private(set) var page: ThreadPage?
    package private(set) var selectedID: Digest?
    /// Where the selected row begins to be shown, if it does not fit the pane.
    package private(set) var top = LinePlace.top
    package private(set) var folds = ThreadFolds()
    /// Messages that nobody had seen when the conversation came here, and what came since, until it is left.
    package private(set) var unread: Set<Digest> = []
    /// It was opened (Enter), not only previewed.
    package private(set) var isOpened = false

    /// Messages that are loaded at most; grows when somebody goes up beyond them.
    private(set) var limit = ThreadPane.firstLimit

    static let firstLimit = 500

    package init() {}

    package var selectedIndex: Int? {
        page?.rows.firstIndex { $0.id == selectedID }
    }

    package var selected: ThreadRow? {
        guard let page, let index = selectedIndex else { return nil }
        return page.rows[index]
    }

    /// The message that an answer or a decision is about: the selected one, or the one above a selected note, decision or
    /// reply; else the newest that waits.
    package var target: MessageRow? {
        guard let page else { return nil }
        let above = selectedIndex.flatMap { page.rows[...$0].last { $0.message != nil }?.message }
        return above ?? page.newestInbound
    }

    /// The unread messages that are marked: where nobody has seen any, no mark would say anything.
    package var marked: Set<Digest> {
        guard !unread.isEmpty, let page else { return [] }
        let isSomeSeen = page.rows.lazy.compactMap(\.message).contains {
            $0.canAsk && !$0.isContext && !unread.contains($0.digest)
        }
        return isSomeSeen ? unread : []
    }

    /// The rows as they are shown at a width; nil: no page is there.
    package func rows(_ layout: ThreadLayout) -> ThreadRows? {
        page.map { ThreadRows(page: $0, layout: layout, folds: folds, unread: unread) }
    }

    /// Shows a conversation that was opened.
    package mutating func open(_ conversation: Digest) -> Effect {
        if page?.conversation.id != conversation {
            self = ThreadPane()
        }
        self.conversation = conversation
        isOpened = true
        return .loadThread(conversation, limit: limit)
    }

    /// Follows the inbox's cursor: what stood here stays until the other's page comes.
    package mutating func preview(_ conversation: Digest?) -> [Effect] {
        guard self.conversation != conversation else { return [] }
        self.conversation = conversation
        isOpened = false
        guard let conversation else {
            self = ThreadPane()
            return []
        }
        return [.previewThread(conversation)]
    }

    /// It is left: what was new in it is seen.
    mutating func leave() { unread = [] }

    /// Takes over a page; one that is no longer wanted comes too late. Under a former key the
    /// conversation has a new one.
    package mutating func receive(_ page: ThreadPage, for key: Digest) {
        guard key == conversation else { return }
        let isOther = self.page?.conversation.id != page.conversation.id
        conversation = page.conversation.id
        self.page = page
        if isOther {
            folds = ThreadFolds()
            unread = []
        }
        // What is read now was news when it came.
        unread.formUnion(page.unread)
        // A row that was pointed at before the page came stays selected.
        if selectedIndex == nil {
            selectedID = page.newestInbound?.digest ?? page.rows.first?.id
            top = .top
        }
        revealSelection()
    }

    /// The page was loaded before this draft was written: a composer that opens next goes on with it.
    mutating func keep(_ draft: Draft?, of conversation: Digest) {
        guard page?.conversation.id == conversation else { return }
        page?.draft = draft
    }

    /// Selects a row, also one that the page does not hold yet.
    mutating func point(at row: Digest) {
        selectedID = row
        top = .top
    }

    package mutating func gone(_ key: Digest) {
        guard conversation == key else { return }
        self = ThreadPane()
    }

    /// Selects a row. One that is inside of a fold opens it.
    mutating func select(_ index: Int, top: LinePlace = .top) {
        guard let page, page.rows.indices.contains(index) else { return }
        selectedID = page.rows[index].id
        self.top = top
        revealSelection()
    }

    mutating func scroll(to top: LinePlace) {
        self.top = top
    }

    mutating func changeFolds(_ change: (inout ThreadFolds) -> Void) {
        change(&folds)
        top = .top
    }

    /// What came into a fold with the selection in it opens it.
    private mutating func revealSelection() {
        guard let page, let index = selectedIndex else { return }
        folds.reveal(index, in: page.rows)
    }

    /// Going up at the top of a long conversation loads twice as many messages of it.
    mutating func loadMore() -> [Effect] {
        guard let page, page.omitted > 0, (selectedIndex ?? 0) <= 1, top == .top else { return [] }
        return loadTwiceAsMany(page)
    }

    mutating func loadTwiceAsMany(_ page: ThreadPage) -> [Effect] {
        limit *= 2
        return [.loadThread(page.conversation.id, limit: limit)]
    }
}

extension ThreadPage {
    /// The messages that nobody has seen.
    fileprivate var unread: [Digest] {
        rows.compactMap(\.message).filter(\.isUnread).map(\.digest)
    }
}
