import Conversations
import Screen

/// Jumping, folding and scrolling in the open conversation.
extension Dashboard {
    /// Lines of the thread pane below its title.
    var threadHeight: Int {
        max(1, (layout.thread?.rows ?? size.rows) - 1)
    }

    mutating func jump(to goal: ThreadGoal, by steps: Int) -> [Effect] {
        guard threadIsRead() else { return [] }
        for step in 0..<min(abs(steps), 1000) where !thread.jump(to: goal, forward: steps > 0) {
            return step > 0 ? [] : missed(forward: steps > 0)
        }
        return []
    }

    /// Nothing further among the rows that are loaded: of a long conversation the older ones are asked for.
    private mutating func missed(forward: Bool) -> [Effect] {
        guard !forward, let page = thread.page, page.omitted > 0 else {
            status.say("nothing further on")
            stall("nothing further on")
            return []
        }
        stall("nothing further on")
        status.say("older messages are loaded; once more looks through them")
        return thread.loadTwiceAsMany(page)
    }

    mutating func scrollLines(by steps: Int, now: Moment) -> [Effect] {
        guard threadIsRead() else { return [] }
        let before = (thread.selectedID, thread.top)
        thread.scrollLines(by: steps, layout: threadLayout(now: now), height: threadHeight)
        if before == (thread.selectedID, thread.top) { stall("nothing further on") }
        return []
    }

    /// Opens what is folded of the selected message: itself, then its quotes; folds it where nothing is.
    mutating func toggleFold(now: Moment) -> [Effect] {
        guard threadIsRead(), let rows = thread.rows(threadLayout(now: now)), let index = thread.selectedIndex
        else { return [] }
        let row = rows.page.rows[index]
        if thread.folds.isFolded(row) {
            thread.changeFolds { $0.open(row.id) }
        } else if rows.lines(index).hasFoldedQuote {
            thread.changeFolds { $0.openQuotes(of: row.id) }
        } else {
            fold(rows.foldable(from: index), of: rows.page)
        }
        return []
    }

    private mutating func fold(_ index: Int?, of page: ThreadPage) {
        guard let index else {
            status.say("there is nothing to fold here")
            return stall("there is nothing to fold here")
        }
        thread.select(index)
        thread.changeFolds { $0.fold(page.rows[index].id) }
    }

    /// Folds every message. The selection goes to the row that it is folded into.
    mutating func foldAll() -> [Effect] {
        guard threadIsRead(), let page = thread.page, let index = thread.selectedIndex else { return [] }
        thread.changeFolds { $0.foldAll() }
        let shown = thread.folds.shown(index, in: page.rows)
        thread.select(shown)
        if shown != index { status.say("the selected message is in this fold") }
        return []
    }

    mutating func openAllFolds() -> [Effect] {
        guard threadIsRead() else { return [] }
        thread.changeFolds { $0.openAll() }
        return []
    }

    /// What is about the open conversation needs one that has the keys.
    private mutating func threadIsRead() -> Bool {
        guard focus == .thread, thread.page != nil else {
            status.fail("no conversation is open")
            return false
        }
        return true
    }
}
