import Conversations
import Dashboard
import Screen

/// What can be asked for in the line mode alone, since a screen shows it all the time.
package struct LineWord: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case here, list, read, status

        var summary: Phrase {
            switch self {
            case .here: Phrase("where I am, once more")
            case .list: Phrase("this row and the next ones; a number says how many")
            case .read: Phrase("the whole conversation, once more")
            case .status: Phrase("how many conversations there are, by state")
            }
        }
    }

    package var kind: Kind
    /// What `list` is given.
    package var count = 10

    /// nil: the line is none of these words.
    package init?(_ line: String) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let kind = words.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
        self.kind = kind
        guard words.count > 1 else { return }
        guard kind == .list, words.count == 2, let count = Int(words[1]), count > 0 else { return nil }
        self.count = count
    }
}

extension Voice {
    /// What a word asks for.
    package func answer(_ word: LineWord, _ dashboard: Dashboard) -> [SafeText] {
        switch word.kind {
        case .here: here(dashboard)
        case .list: rows(dashboard.inbox, count: word.count)
        case .read: dashboard.thread.page == nil ? [say("no conversation is open")] : thread(dashboard.thread)
        case .status: [counts(dashboard)]
        }
    }

    /// The place that the next line is about.
    package func here(_ dashboard: Dashboard) -> [SafeText] {
        if let prompt = dashboard.prompt { return question(prompt) }
        if let composer = dashboard.composer { return opening(composer) }
        if let sheet = dashboard.sheet { return self.sheet(sheet) }
        return dashboard.focus == .inbox ? [selected(dashboard.inbox)] : selected(dashboard.thread)
    }

    /// What the status bar shows.
    package func counts(_ dashboard: Dashboard) -> SafeText {
        var parts = [Phrase("%1 to answer", StateCounts.shown(dashboard.counts.unanswered))]
        for state in ConversationState.allCases {
            guard let count = dashboard.counts.byState[state], count > 0 else { continue }
            parts.append(Phrase("%1 %2", state.phrase, StateCounts.shown(count)))
        }
        if dashboard.counts.outbox > 0 { parts.append(Phrase("outbox %1", StateCounts.shown(dashboard.counts.outbox))) }
        if let limit = dashboard.inbox.limit { parts.append(Phrase("%1 %2", Phrase("limit:"), limit.source)) }
        if let progress = dashboard.imports.progress { parts.append(Phrase("importing %1", progress.phrase)) }
        return SafeText(list(parts))
    }
}
