import Screen

/// Where the thread stands beside the inbox.
package enum PaneArrangement: String, CaseIterable, Sendable {
    /// By the size of the screen.
    case auto
    case right, bottom
    /// One pane at a time.
    case single

    /// From this width `auto` puts the thread to the right.
    static let wide = 120
    /// From this size `auto` puts it below.
    static let tall = Size(columns: 80, rows: 40)

    /// The one that a word is or begins.
    init?(beginning word: String) {
        let meant = Self.allCases.filter { $0.rawValue.hasPrefix(word) }
        guard meant.count == 1, let only = meant.first else { return nil }
        self = only
    }

    /// In one line, for whoever chooses.
    package var summary: Phrase {
        switch self {
        case .auto: "by the size of the screen"
        case .right: "the thread right of the list"
        case .bottom: "the thread below the list"
        case .single: "one of them at a time"
        }
    }

    /// What this becomes on a screen that may be too small for it.
    func fitting(_ size: Size, composes: Bool) -> PaneArrangement {
        switch self {
        case .auto:
            if size.columns >= Self.wide { return .right }
            let isTall = size.columns >= Self.tall.columns && size.rows >= Self.tall.rows
            return isTall ? PaneArrangement.bottom.fitting(size, composes: composes) : .single
        case .right:
            return size.columns >= PaneSettings.leastColumns
                ? .right : PaneArrangement.bottom.fitting(size, composes: composes)
        case .bottom: return size.rows >= PaneSettings.leastRows(composes: composes) ? .bottom : .single
        case .single: return .single
        }
    }
}
