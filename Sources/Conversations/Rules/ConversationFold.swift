/// Everything that is derived of a conversation, from its messages and the events on it. A pure
/// function: the same messages and events give the same result, whatever the order in which they came.
package struct ConversationFold: Equatable, Sendable {
    /// State as the events and messages leave it; time may still end a snooze, a hold or a deadline.
    package private(set) var state: ConversationState = .new
    package private(set) var resolution: Resolution?
    package private(set) var reason = ""
    /// When a snooze, a hold or a deadline ends; milliseconds.
    package private(set) var until: Int64?
    /// Row of the earliest message that is no context; of the earliest at all when all are.
    package private(set) var first: Int64?
    package private(set) var newest: PlacedMessage?
    package private(set) var count = 0
    package private(set) var inboundCount = 0
    package private(set) var unreadCount = 0
    package private(set) var pendingCount = 0
    /// Time of the first inbound message that is not answered; milliseconds.
    package private(set) var waitingSince: Int64?
    package private(set) var priority: Priority = .normal
    package private(set) var assignee: String?
    /// In alphabetical order of their code points.
    package private(set) var labels: [String] = []

    /// - Parameters:
    ///   - messages: all of the conversation, in order.
    ///   - events: all whose subject is one of its messages, in any order; those that are off may be among them.
    ///   - calmBefore: conversations whose newest inbound message is older start as resolved; nil: none does.
    package init(messages: [PlacedMessage], events: [Event], calmBefore: Int64?) {
        let latest = LatestEvents(events)
        count(messages)
        applyFields(latest)
        applyState(latest, messages: messages, calmBefore: calmBefore)
        countUnread(messages, events: latest)
        findWaiting(messages, events: latest)
    }

    /// Whether it belongs to what is still to do, time apart.
    package var isToDo: Bool {
        (state == .new || state == .open) && inboundCount > 0
    }

    private mutating func count(_ messages: [PlacedMessage]) {
        count = messages.count
        newest = messages.last
        first = (messages.first { !$0.traits.contains(.lead) } ?? messages.first)?.row
        for message in messages {
            if message.traits.contains(.inbound) {
                inboundCount += 1
            }
            if message.traits.contains(.pending) {
                pendingCount += 1
            }
        }
    }

    private mutating func applyFields(_ latest: LatestEvents) {
        if let event = latest["priority"], let value = event.payload.value {
            priority = Priority(rawValue: value) ?? .normal
        }
        assignee = latest["assignee"]?.payload.text
        labels = latest.all
            .filter { $0.kind == .label && $0.payload.isOn == true }
            .compactMap(\.payload.text)
            .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    private mutating func applyState(_ latest: LatestEvents, messages: [PlacedMessage], calmBefore: Int64?) {
        guard let act = latest["state"], let acted = act.payload.state else {
            startState(latest, messages: messages, calmBefore: calmBefore)
            return
        }
        state = acted
        resolution = act.payload.resolution
        reason = act.payload.reason ?? ""
        until = act.payload.until
        if let mark = act.payload.upTo, isReopened(acted, by: messages, after: mark) {
            state = .open
            resolution = nil
            until = nil
        }
    }

    private mutating func startState(_ latest: LatestEvents, messages: [PlacedMessage], calmBefore: Int64?) {
        if let calmBefore, let newestInbound = messages.last(where: { $0.traits.contains(.inbound) }) {
            if newestInbound.time < calmBefore {
                state = .resolved
                resolution = .noAction
                reason = ConversationFold.calmReason
                return
            }
        }
        state = latest.all.isEmpty ? .new : .open
    }

    /// The reason of what the first import resolved.
    package static let calmReason = "before our time"

    private func isReopened(
        _ state: ConversationState, by messages: [PlacedMessage], after mark: (time: Int64, sequence: Int64)
    ) -> Bool {
        switch state {
        case .new, .open, .closed: false
        case .community:
            messages.contains { $0.traits.isSuperset(of: [.inbound, .answersTeam]) && $0.isAfter(mark) }
        case .waiting, .held, .snoozed, .resolved:
            messages.contains { $0.traits.contains(.inbound) && $0.isAfter(mark) }
        }
    }

    /// Unread is what came after the newest message that was shown, and older ones that came late: more
    /// inbound messages stand before the mark than were shown then.
    private mutating func countUnread(_ messages: [PlacedMessage], events: LatestEvents) {
        guard let (mark, shown) = events.newestMark else {
            unreadCount = state == .resolved ? 0 : inboundCount
            return
        }
        let after = messages.count { $0.traits.contains(.inbound) && $0.isAfter(mark) }
        unreadCount = after + max(0, inboundCount - after - shown)
    }

    private mutating func findWaiting(_ messages: [PlacedMessage], events: LatestEvents) {
        var mark: (time: Int64, sequence: Int64) = (.min, .min)
        if let ours = messages.last(where: { $0.traits.contains(.team) }) {
            mark = (ours.time, ours.sequence)
        }
        if let answered = events.newestAnswerMark, answered > mark {
            mark = answered
        }
        waitingSince = messages.first { $0.traits.contains(.inbound) && $0.isAfter(mark) }?.time
    }
}

/// The latest event of each field that is on.
private struct LatestEvents {
    private(set) var byField: [String: Event] = [:]
    private(set) var all: [Event] = []
    private(set) var newestMark: (mark: (time: Int64, sequence: Int64), shown: Int)?
    /// What was shown at the last send, resolve or close that is on.
    private(set) var newestAnswerMark: (time: Int64, sequence: Int64)?

    init(_ events: [Event]) {
        for event in events where event.isOn && event.kind.isApplied {
            note(event)
            if let known = byField[event.field], known.isLater(than: event) { continue }
            byField[event.field] = event
        }
        all = byField.values.sorted { $1.isLater(than: $0) }
    }

    subscript(field: String) -> Event? { byField[field] }

    private mutating func note(_ event: Event) {
        guard let mark = event.payload.upTo else { return }
        let shown = event.payload.shown ?? 0
        if newestMark.map({ (mark.time, mark.sequence, shown) > ($0.mark.time, $0.mark.sequence, $0.shown) }) ?? true {
            newestMark = (mark, shown)
        }
        let answers = event.kind == .replyQueued || event.payload.state == .resolved || event.payload.state == .closed
        if answers, newestAnswerMark.map({ mark > $0 }) ?? true {
            newestAnswerMark = mark
        }
    }
}

extension EventKind {
    /// Unknown kinds are kept in the log and not applied.
    fileprivate var isApplied: Bool {
        if case .unknown = self { return false }
        return true
    }
}
