extension ThreadPane {
    /// Moves by rows; a row that is taller than the pane is scrolled through first, by half a pane a step.
    package mutating func move(by count: Int, layout: ThreadLayout, height: Int) {
        guard count != 0 else { return }
        step(by: count, lines: max(1, height / 2), layout: layout, height: height)
    }

    /// Scrolls a row that is taller than the pane line by line; else goes to the next row.
    package mutating func scrollLines(by count: Int, layout: ThreadLayout, height: Int) {
        guard count != 0 else { return }
        step(by: count, lines: 1, layout: layout, height: height)
    }

    private mutating func step(by count: Int, lines: Int, layout: ThreadLayout, height: Int) {
        guard let rows = rows(layout), let index = selectedIndex else { return }
        let own = rows.lines(index, listsLinks: true)
        let top = shownTop(own, height)
        if count > 0 ? own.goesOn(below: top, height: height) : top > .top {
            scroll(to: own.top(count * lines, from: top, height: height))
            return
        }
        let place = min(max(rows.place(of: index) + count, 0), rows.visible.count - 1)
        go(to: rows.visible[place], atEnd: count < 0, rows, height: height)
    }

    /// Turns a page: what stood at the far edge is seen whole next, and no line is passed over.
    /// - Parameter lines: how many lines further.
    package mutating func turn(forward: Bool, lines: Int, layout: ThreadLayout, height: Int) {
        guard let rows = rows(layout), let index = selectedIndex else { return }
        let own = rows.lines(index, listsLinks: true)
        let top = shownTop(own, height)
        if forward ? own.goesOn(below: top, height: height) : top > .top {
            scroll(to: own.top(forward ? lines : -lines, from: top, height: height))
            return
        }
        let window = ThreadWindow(rows, selected: index, top: top, height: height)
        guard let start = window.lines.firstIndex(where: { $0.index == index }) else { return }
        let edge = forward ? min(lines, window.lines.count - 1) : max(0, start - lines)
        let place = rows.place(of: index)
        let seen = rows.place(of: window.lines[edge].index)
        let next = forward ? max(seen, place + 1) : min(seen, place - 1)
        go(to: rows.visible[min(max(next, 0), rows.visible.count - 1)], atEnd: !forward, rows, height: height)
    }

    /// Where the selected row begins to be shown: one that was scrolled and fits now begins with its head.
    private func shownTop(_ own: RowLines, _ height: Int) -> LinePlace {
        own.goesOn(below: .top, height: height) ? top : .top
    }

    package mutating func moveToEnd(first: Bool, layout: ThreadLayout, height: Int) {
        guard let rows = rows(layout), let index = first ? rows.visible.first : rows.visible.last else { return }
        select(index, top: first ? .top : rows.lines(index, listsLinks: true).lastTop(height: height))
    }

    private mutating func go(to index: Int, atEnd: Bool, _ rows: ThreadRows, height: Int) {
        guard index != selectedIndex else { return }
        select(index, top: atEnd ? rows.lines(index, listsLinks: true).lastTop(height: height) : .top)
    }
}
