import Screen

/// Where the panes stand, by the size of the screen and what is being done.
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

    /// Below this only a notice is shown.
    package static let smallest = Size(columns: 40, rows: 10)
    /// From this height the views have a line.
    static let tabRows = 16
    /// From this width inbox and thread stand side by side.
    static let wide = 120

    package init(size: Size, focus: Focus, composes: Bool) {
        let all = Rect(columns: size.columns, rows: size.rows)
        let (rest, bottom) = all.split(rowsFromBottom: 2)
        (status, prompt) = bottom.split(rowsFromTop: 1)
        guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
            isTooSmall = true
            return
        }
        var body = rest
        if size.columns >= Self.wide {
            let left = min(max(size.columns * 2 / 5, 60), 90)
            let (list, right) = body.split(columnsFromLeft: left)
            inbox = list
            body = right.split(columnsFromLeft: 1).right
        }
        if composes {
            let (above, below) = body.split(rowsFromBottom: Self.composerRows(body.rows))
            composer = below
            body = above
        }
        if inbox != nil || composes || focus == .thread {
            thread = body
        } else {
            inbox = body
        }
        if let list = inbox, size.rows >= Self.tabRows { (tabs, inbox) = list.split(rowsFromTop: 1) }
    }

    /// Frame line, text and count: a third of the height, at least four rows.
    private static func composerRows(_ rows: Int) -> Int {
        min(max(rows / 3, 4), 14)
    }
}

/// Which pane takes the keys.
package enum Focus: Equatable, Sendable {
    case inbox, thread, composer
}
