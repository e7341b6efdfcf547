import Screen

/// Where the panes stand and how large they are.
extension Dashboard {
    /// Columns and rows by which one key changes a pane.
    static let columnStep = 4
    static let rowStep = 1

    mutating func arrange(_ arrangement: PaneArrangement) -> [Effect] {
        panes.arrangement = arrangement
        beforeZoom = nil
        let shown = layout.arrangement
        if arrangement == .auto || shown == arrangement {
            status.say(Phrase("layout: %1", arrangement.rawValue))
        } else {
            status.say(Phrase("layout: %1; until the screen is large enough: %2", arrangement.rawValue, shown.rawValue))
        }
        return followPreview()
    }

    /// Gives the pane that has the keys more of the screen, or less.
    mutating func resizePane(by steps: Int) -> [Effect] {
        let steps = focus == .inbox ? steps : -steps
        let layout = layout
        switch layout.arrangement {
        case .right:
            let now = layout.inbox?.columns ?? 0
            panes.inboxColumns = panes(wanting: now + steps * Self.columnStep).inboxColumns(of: size.columns)
        case .bottom:
            let now = (layout.inbox?.rows ?? 0) + (layout.tabs?.rows ?? 0)
            panes.inboxRows = panes(wanting: now + steps * Self.rowStep)
                .inboxRows(of: size.rows - 2, composes: composer != nil)
        case .single, .auto: status.say("only one pane is shown; :layout shows two")
        }
        return []
    }

    /// One number for both directions: the layout says which of them counts.
    private func panes(wanting count: Int) -> PaneSettings {
        PaneSettings(inboxColumns: count, inboxRows: count)
    }

    /// As large as the settings say, else as the screen suggests.
    mutating func evenPanes() -> [Effect] {
        panes.inboxColumns = settings.panes.inboxColumns
        panes.inboxRows = settings.panes.inboxRows
        return []
    }

    /// Shows the pane that has the keys alone, or all of them again.
    mutating func zoomPane() -> [Effect] {
        if let before = beforeZoom {
            panes.arrangement = before
            beforeZoom = nil
            return followPreview()
        }
        guard layout.arrangement != .single else {
            status.say("only one pane is shown; :layout shows two")
            return []
        }
        beforeZoom = panes.arrangement
        panes.arrangement = .single
        return []
    }
}
