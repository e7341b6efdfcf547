import Conversations

extension Act {
    /// The events of this act on one conversation.
    func entries(on target: ActTarget) -> [EventLog.Entry] {
        switch self {
        case .open:
            [EventLog.Entry(subject: target.anchor, kind: .opened, field: "opened", payload: target.payload)]
        case .resolve(let resolution, let reason):
            [target.state(.resolved, resolution: resolution, reason: reason)]
        case .snooze(let until):
            [target.state(.snoozed, until: until)]
        case .wait:
            [target.state(.waiting)]
        case .hold(let reason, let until):
            [target.state(.held, until: until, reason: reason)]
        case .leaveToCommunity(let until):
            [target.state(.community, until: until)]
        case .reopen:
            [target.state(.open)]
        case .close(let reason):
            [target.state(.closed, reason: reason)]
        case .assign(let person):
            [target.entry(.assignee, field: "assignee") { $0.text = person }]
        case .label(let name, let isOn):
            [
                target.entry(.label, field: "label:" + name) {
                    $0.text = name
                    $0.isOn = isOn
                }
            ]
        case .prioritize(let priority):
            [target.entry(.priority, field: "priority") { $0.value = priority.rawValue }]
        case .note(let text):
            [target.entry(.note, field: "note:" + Digest.random().hex) { $0.text = text }]
        case .decide, .judge, .link, .role:
            // Decisions look at who else waits: see `decide` and `judge`. The others are on accounts and persons: see
            // `performOnPersons`.
            []
        case .send(let reply):
            [reply.entry(on: target), target.state(.waiting)]
        }
    }
}

extension ActTarget {
    func state(
        _ state: ConversationState, resolution: Resolution? = nil, until: Moment? = nil, reason: String = ""
    ) -> EventLog.Entry {
        entry(.state, field: "state") {
            $0.state = state
            $0.resolution = resolution
            $0.until = until?.milliseconds
            $0.reason = reason.isEmpty ? nil : reason
        }
    }

    fileprivate func entry(
        _ kind: EventKind, field: String, subject: Digest? = nil, fill: (inout EventPayload) -> Void
    ) -> EventLog.Entry {
        var payload = payload
        fill(&payload)
        return EventLog.Entry(subject: subject ?? anchor, kind: kind, field: field, payload: payload)
    }
}

extension DecisionAct {
    /// - Parameter saysWhatWasSeen: marks the conversation as read, up to what was shown.
    func entry(on target: ActTarget, saysWhatWasSeen: Bool) -> EventLog.Entry {
        target.entry(.decision, field: "decision:" + message.hex, subject: message) {
            if !saysWhatWasSeen { $0 = EventPayload() }
            $0.decision = decision
            $0.guideline = guideline
            $0.reason = reason
            $0.revision = revision.hex
            $0.found = "own eyes"
        }
    }
}

extension ReplyAct {
    fileprivate func entry(on target: ActTarget) -> EventLog.Entry {
        target.entry(.replyQueued, field: "reply:" + Digest.random().hex, subject: message) {
            $0.text = text
            $0.notBefore = notBefore.milliseconds
        }
    }
}
