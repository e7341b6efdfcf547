import Conversations
import Screen

/// What stands in a cell, for whoever points at it.
package struct Pointed: Equatable, Sendable {
    package enum Thing: Equatable, Sendable {
        /// A view by its number, from 0.
        case tab(Int)
        /// A row of the list, by its index.
        case conversation(Int)
        /// A row of the thread's page, by its index.
        case row(Int)
        /// A link of the selected row, by its number from 1.
        case link(Int, row: Int)
        /// An item of the sheet, by its number from 0.
        case item(Int)
        /// Nothing that could be chosen.
        case nothing
    }

    /// The pane's keys count there.
    package var context: KeyContext
    package var thing: Thing
}

extension Dashboard {
    /// What stands in a cell: the same layout that is drawn from, asked the other way round.
    /// - Returns: nil: no pane is there, or a prompt waits for an answer.
    package func pointed(at place: Point, now: Moment) -> Pointed? {
        let layout = layout
        guard prompt == nil, !layout.isTooSmall, place.row < size.rows - 1 else { return nil }
        if help != nil { return Pointed(context: .help, thing: .nothing) }
        if let sheet { return Pointed(context: .sheet, thing: sheet.thing(atRow: place.row, columns: size.columns)) }
        if let tabs = layout.tabs, tabs.contains(place) {
            let strip = TabStrip(self, catalogue: settings.catalogue, columns: tabs.columns)
            return Pointed(
                context: .inbox, thing: strip.tab(at: place.column - tabs.column).map { .tab($0) } ?? .nothing)
        }
        if let list = layout.inbox, list.contains(place) {
            return Pointed(context: .inbox, thing: inbox.thing(atRow: place.row - list.row, height: list.rows))
        }
        if let rect = layout.thread, rect.contains(place) {
            return Pointed(context: .thread, thing: threadThing(atRow: place.row - rect.row - 1, now: now))
        }
        guard layout.composer?.contains(place) == true else { return nil }
        return Pointed(context: .composer, thing: .nothing)
    }

    /// - Parameter row: below the title.
    private func threadThing(atRow row: Int, now: Moment) -> Pointed.Thing {
        guard let rows = thread.rows(threadLayout(now: now)) else { return .nothing }
        let window = ThreadWindow(
            rows, selected: thread.selectedIndex ?? 0, top: thread.top, height: (layout.thread?.rows ?? 1) - 1)
        guard window.lines.indices.contains(row) else { return .nothing }
        let line = window.lines[row]
        if case .link(let number, _) = line.content { return .link(number, row: line.index) }
        return .row(line.index)
    }
}

extension InboxPane {
    fileprivate func thing(atRow row: Int, height: Int) -> Pointed.Thing {
        let index = top(height: height) + row
        return rows.indices.contains(index) ? .conversation(index) : .nothing
    }
}

extension Sheet {
    fileprivate func thing(atRow row: Int, columns: Int) -> Pointed.Thing {
        let lines = lines(columns: columns)
        let index = top + row - 1
        guard row > 0, lines.indices.contains(index), case .item(_, _, let number) = lines[index] else {
            return .nothing
        }
        return .item(number)
    }
}
