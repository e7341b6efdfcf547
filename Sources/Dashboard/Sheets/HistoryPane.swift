import Conversations
import Screen

/// What was done, newest first, as far as it was loaded.
package struct HistoryPane: Equatable, Sendable {
    package private(set) var rows: [HistoryRow] = []
    private var hasMore = false
    private var isLoading = false

    /// Rows of a page, and how many are kept.
    static let pageSize = 100
    static let rowLimit = 2000

    package init() {}

    mutating func take(_ page: HistoryPage, before: Int64) {
        if before == .max { rows = [] }
        rows += page.rows
        hasMore = page.hasMore && rows.count < Self.rowLimit
        isLoading = false
    }

    /// Loads on when the selection is near the end.
    mutating func loadMore(selected: Int) -> [Effect] {
        guard hasMore, !isLoading, selected > rows.count - 30, let last = rows.last else { return [] }
        isLoading = true
        return [.loadHistory(before: last.clock, count: Self.pageSize)]
    }

    /// All that was loaded, anew.
    func reload() -> Effect {
        .loadHistory(before: .max, count: max(Self.pageSize, rows.count))
    }

    func entries(zoneOffset: Int) -> [Sheet.Entry] {
        rows.isEmpty
            ? [.line("nothing was done yet")]
            : rows.map { .item($0.phrase(zoneOffset: zoneOffset), isDim: !$0.isOn) }
    }
}

extension HistoryRow {
    /// When, who, what, to whom.
    func phrase(zoneOffset: Int) -> Phrase {
        let words = excerpt.replacing("\n", with: " ")
        let subject =
            conversation == nil
            ? Phrase("%1", author)
            : count > 1 && kind == .decision
                ? Phrase("%1 messages, the first in: %2: %3", count, author, words)
                : count > 1
                    ? Phrase("%1 conversations, the first: %2: %3", count, author, words)
                    : Phrase("%1: %2", author, words)
        return Phrase(
            "%1  %2  %3  %4", LocalTime(time, zoneOffset: zoneOffset).text, actor,
            isOn ? deed : Phrase("taken back: %1", deed), subject)
    }

    /// What was done, as it was said then.
    private var deed: Phrase {
        switch kind {
        case .state: payload.state.map { Phrase($0.rawValue, context: "state") } ?? Phrase("%1", kind.word)
        case .assignee: Act.assign(payload.text).donePhrase
        case .priority: Act.prioritize(Priority(rawValue: payload.value ?? 0) ?? .normal).donePhrase
        case .label: Act.label(payload.text ?? "", isOn: payload.isOn ?? true).donePhrase
        case .note: "note kept"
        case .decision: payload.decision.map { Phrase("decision %1", $0.phrase) } ?? Phrase("%1", kind.word)
        case .replyQueued: "reply queued"
        case .replyExported: "reply carried away"
        case .replySent: "reply sent"
        case .replyFailed: "reply failed"
        case .team: "team account"
        case .person:
            Act.link(to: payload.person == nil ? nil : payload.text).donePhrase
        case .role:
            PersonRole(rawValue: payload.text ?? "").map {
                Act.role($0, isOn: payload.isOn ?? true).donePhrase
            } ?? Phrase("%1", kind.word)
        case .calm: "older conversations start as resolved"
        case .importUndone: "import taken back"
        case .opened, .undo, .redo, .unknown: Phrase("%1", kind.word)
        }
    }
}
