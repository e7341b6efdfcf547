/// Everything that is derived of a conversation, from its messages and the events on it. A pure
/// function: the same messages and events give the same result, whatever the order in which they came.
package struct ConversationFold: Equatable, Sendable {
    /// State as the events and messages leave it; time may still end a snooze, a hold or a deadline.
    package private(set) var state: ConversationState = .new
    package private(set) var resolution: Resolution?
    /// When it was resolved or closed; milliseconds; nil: it is neither, or by no act.
    package private(set) var resolvedAt: Int64?
    /// What made the state.
    package private(set) var rule: StateRule = .untouched
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
    /// Time of the first inbound message whose time is known; milliseconds.
    package private(set) var askedAt: Int64?
    /// Time of the first message by the team since then, or of a reply that was sent here, whichever was first;
    /// milliseconds. Platforms know time by the minute: a message of the same time counts.
    package private(set) var answeredAt: Int64?
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
        findAnswer(messages, events: events)
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
            if !message.traits.isDisjoint(with: [.pending, .asksAgain]) {
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
        rule = .act(act)
        if let reopening = reopening(of: acted, by: messages, after: act) {
            state = .open
            resolution = nil
            until = nil
            rule = reopening
        }
        if state == .resolved || state == .closed { resolvedAt = act.recordedAt.milliseconds }
    }

    private mutating func startState(_ latest: LatestEvents, messages: [PlacedMessage], calmBefore: Int64?) {
        let inbound = messages.filter { $0.traits.contains(.inbound) }
        if let calmBefore, let newestInbound = inbound.last {
            // Nobody knows whether a message without a time is old.
            if newestInbound.time < calmBefore, !inbound.contains(where: { $0.traits.contains(.timeless) }) {
                state = .resolved
                resolution = .noAction
                reason = ConversationFold.calmReason
                rule = .calm
                return
            }
        }
        state = latest.all.isEmpty ? .new : .open
        rule = latest.all.isEmpty ? .untouched : .touched
    }

    /// The reason of what the first import resolved.
    package static let calmReason = "before our time"

    /// nil: the act's state still holds.
    private func reopening(
        of state: ConversationState, by messages: [PlacedMessage], after act: Event
    ) -> StateRule? {
        if state != .closed, state != .new, messages.contains(where: { $0.traits.contains(.asksAgain) }) {
            return .askedAgain(act)
        }
        guard let mark = act.payload.mark else { return nil }
        switch state {
        case .new, .open, .closed: return nil
        case .community:
            let answers = messages.filter { $0.traits.contains(.answersTeam) }
            return mark.firstUnseen(in: answers).map { .reopened(act, by: $0) }
        case .waiting, .held, .snoozed, .resolved:
            return mark.firstUnseen(in: messages).map { .reopened(act, by: $0) }
        }
    }

    /// Unread is what came after the newest message that was shown, and older ones that came late: more
    /// inbound messages stand before the mark than were shown then.
    private mutating func countUnread(_ messages: [PlacedMessage], events: LatestEvents) {
        guard let mark = events.newestMark else {
            unreadCount = state == .resolved ? 0 : inboundCount
            return
        }
        let after = messages.count { $0.traits.contains(.inbound) && $0.isAfter((mark.time, mark.sequence)) }
        unreadCount = after + max(0, inboundCount - after - mark.shown)
    }

    private mutating func findAnswer(_ messages: [PlacedMessage], events: [Event]) {
        askedAt = messages.first { $0.traits.contains(.inbound) && !$0.traits.contains(.timeless) }?.time
        guard let askedAt else { return }
        let ours = messages.first {
            $0.traits.contains(.team) && $0.traits.isDisjoint(with: [.lead, .timeless]) && $0.time >= askedAt
        }
        let sent = events.lazy.filter { $0.isOn && $0.kind == .replyQueued }.map(\.recordedAt.milliseconds)
            .filter { $0 >= askedAt }.min()
        answeredAt = [ours?.time, sent].compactMap(\.self).min()
    }

    private mutating func findWaiting(_ messages: [PlacedMessage], events: LatestEvents) {
        let ours = messages.lastIndex { $0.traits.contains(.team) }
        if let answered = events.newestAnswerMark,
            ours.map({ !messages[$0].isAfter((answered.time, answered.sequence)) }) ?? true
        {
            waitingSince = answered.firstUnseen(in: messages)
        } else {
            let after = ours.map { messages[($0 + 1)...] } ?? messages[...]
            waitingSince = after.first { $0.traits.contains(.inbound) }?.time
        }
    }
}

/// The latest event of each field that is on.
private struct LatestEvents {
    private(set) var byField: [String: Event] = [:]
    private(set) var all: [Event] = []
    private(set) var newestMark: ShownMark?
    /// What was shown at the last send, resolve or close that is on and that no reopening took back.
    private(set) var newestAnswerMark: ShownMark?

    init(_ events: [Event]) {
        let applied = events.filter { $0.isOn && $0.kind.isApplied }
        for event in applied {
            if let known = byField[event.field], known.isLater(than: event) { continue }
            byField[event.field] = event
        }
        all = byField.values.sorted { $1.isLater(than: $0) }
        newestMark = applied.compactMap(\.payload.mark).max()
        let reopened = applied.filter { $0.payload.state == .open }.max { $1.isLater(than: $0) }
        newestAnswerMark =
            applied
            .filter { event in event.answers && reopened.map { event.isLater(than: $0) } ?? true }
            .compactMap(\.payload.mark).max()
    }

    subscript(field: String) -> Event? { byField[field] }
}

extension Event {
    /// Whether what was shown counts as answered.
    fileprivate var answers: Bool {
        kind == .replyQueued || payload.state == .resolved || payload.state == .closed
    }
}

extension EventKind {
    /// Unknown kinds are kept and not applied.
    package var isApplied: Bool {
        if case .unknown = self { return false }
        return true
    }
}
