import Conversations

/// One conversation on the screen: what is selected in it and how far a long message is scrolled.
package struct ThreadPane: Equatable, Sendable {
    /// The conversation that is wanted; its page may still be on its way.
    package private(set) var conversation: Digest?
    package private(set) var page: ThreadPage?
    package private(set) var selectedID: Digest?
    /// Lines of the selected row that are scrolled out above.
    package private(set) var lineOffset = 0
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

    /// The message that an answer or a decision is about: the selected one, else the newest that waits.
    package var target: MessageRow? {
        if case .message(let message) = selected?.content { return message }
        return page?.newestInbound
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

    /// Takes over a page; one that is no longer wanted comes too late. Under a former key the
    /// conversation has a new one.
    package mutating func receive(_ page: ThreadPage, for key: Digest) {
        guard key == conversation else { return }
        let isOther = self.page?.conversation.id != page.conversation.id
        conversation = page.conversation.id
        self.page = page
        if isOther || selectedIndex == nil {
            selectedID = page.newestInbound?.digest ?? page.rows.first?.id
            lineOffset = 0
        }
    }

    /// The page was loaded before this draft was written: a composer that opens next goes on with it.
    mutating func keep(_ draft: Draft?, of conversation: Digest) {
        guard page?.conversation.id == conversation else { return }
        page?.draft = draft
    }

    /// Selects a row, also one that the page does not hold yet.
    mutating func point(at row: Digest) {
        selectedID = row
        lineOffset = 0
    }

    package mutating func gone(_ key: Digest) {
        guard conversation == key else { return }
        self = ThreadPane()
    }
}

extension ThreadPane {
    /// Going up at the top of a long conversation loads twice as many messages of it.
    mutating func loadMore() -> [Effect] {
        guard let page, page.omitted > 0, (selectedIndex ?? 0) <= 1, lineOffset == 0 else { return [] }
        limit *= 2
        return [.loadThread(page.conversation.id, limit: limit)]
    }

    /// Moves by rows; a row that is taller than the pane is scrolled through first.
    package mutating func move(by count: Int, layout: ThreadLayout, height: Int) {
        guard let page, let index = selectedIndex, count != 0 else { return }
        let lines = layout.lines(of: page.rows[index], listsLinks: true).count
        if count > 0, lineOffset + height < lines {
            lineOffset += min(count * max(1, height / 2), lines - height - lineOffset)
            return
        }
        if count < 0, lineOffset > 0 {
            lineOffset = max(0, lineOffset + count * max(1, height / 2))
            return
        }
        let target = min(max(index + count, 0), page.rows.count - 1)
        guard target != index else { return }
        selectedID = page.rows[target].id
        let targetLines = layout.lines(of: page.rows[target], listsLinks: true).count
        lineOffset = count < 0 ? max(0, targetLines - height) : 0
    }

    /// Turns a page: what stood at the far edge is seen whole next, and no line is passed over.
    /// - Parameter lines: how many lines further.
    package mutating func turn(forward: Bool, lines: Int, layout: ThreadLayout, height: Int) {
        guard let page, let index = selectedIndex else { return }
        let own = layout.lines(of: page.rows[index], listsLinks: true).count
        if forward, lineOffset + height < own {
            lineOffset = min(lineOffset + lines, own - height)
            return
        }
        if !forward, lineOffset > 0 {
            lineOffset = max(0, lineOffset - lines)
            return
        }
        let window = ThreadWindow(page: page, layout: layout, selected: index, offset: lineOffset, height: height)
        guard let start = window.lines.firstIndex(where: { $0.index == index }) else { return }
        let edge = forward ? min(lines, window.lines.count - 1) : max(0, start - lines)
        let seen = window.lines[edge].index
        let next = forward ? max(seen, index + 1) : min(seen, index - 1)
        select(min(max(next, 0), page.rows.count - 1), atEnd: !forward, layout: layout, height: height)
    }

    private mutating func select(_ index: Int, atEnd: Bool, layout: ThreadLayout, height: Int) {
        guard let page, index != selectedIndex else { return }
        selectedID = page.rows[index].id
        lineOffset = atEnd ? max(0, layout.lines(of: page.rows[index], listsLinks: true).count - height) : 0
    }

    package mutating func moveToEnd(first: Bool, layout: ThreadLayout, height: Int) {
        guard let page, let row = first ? page.rows.first : page.rows.last else { return }
        selectedID = row.id
        lineOffset = first ? 0 : max(0, layout.lines(of: row, listsLinks: true).count - height)
    }
}
