import Screen

/// Where the panes stand, by the size of the screen, what was chosen, and what is being done.
package struct Layout: Equatable, Sendable {
    /// The views, above the inbox.
    package var tabs: Rect?
    package var inbox: Rect?
    package var thread: Rect?
    package var composer: Rect?
    /// Status bar above, message or prompt below.
    package var status: Rect
    package var prompt: Rect
    /// The screen is too small for anything but a notice.
    package var isTooSmall = false
    /// What became of the choice at this size; never `auto`.
    package var arrangement: PaneArrangement = .single

    /// Below this only a notice is shown.
    package static let smallest = Size(columns: 40, rows: 10)
    /// From this height the views have a line.
    static let tabRows = 16
    /// Frame line, text and count.
    static let leastComposerRows = 4

    package init(size: Size, focus: Focus, composes: Bool, panes: PaneSettings = PaneSettings()) {
        let all = Rect(columns: size.columns, rows: size.rows)
        let (body, bottom) = all.split(rowsFromBottom: 2)
        (status, prompt) = bottom.split(rowsFromTop: 1)
        guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
            isTooSmall = true
            return
        }
        arrangement = panes.arrangement.fitting(size, composes: composes)
        switch arrangement {
        case .right:
            let (list, right) = body.split(columnsFromLeft: panes.inboxColumns(of: size.columns))
            inbox = list
            placeThread(in: right.split(columnsFromLeft: 1).right, composes: composes)
        case .bottom:
            let (list, below) = body.split(rowsFromTop: panes.inboxRows(of: body.rows, composes: composes))
            inbox = list
            placeThread(in: below, composes: composes)
        case .single, .auto:
            if composes || focus == .thread {
                placeThread(in: body, composes: composes)
            } else {
                inbox = body
            }
        }
        if let list = inbox, size.rows >= Self.tabRows { (tabs, inbox) = list.split(rowsFromTop: 1) }
    }

    /// The thread, and below it the composer where a reply is written.
    private mutating func placeThread(in rect: Rect, composes: Bool) {
        guard composes else {
            thread = rect
            return
        }
        (thread, composer) = rect.split(rowsFromBottom: Self.composerRows(rect.rows))
    }

    /// A third of the height, within bounds.
    private static func composerRows(_ rows: Int) -> Int {
        min(max(rows / 3, leastComposerRows), 14)
    }
}

/// Which pane takes the keys.
package enum Focus: Equatable, Sendable {
    case inbox, thread, composer
}
