/// One entry of the append-only log: something that somebody did.
package struct Event: Equatable, Sendable {
    /// UUIDv7 (RFC 9562), as a digest-sized value.
    package var id: Digest
    package var device: Digest
    /// Hybrid clock: milliseconds since 1970 UTC times 65,536, plus a counter.
    package var clock: Int64
    /// The person of the team that `me` names.
    package var actor: String
    /// Name of the real user id at host; never from the environment.
    package var osUser: String
    package var recordedAt: Moment
    /// The id of the first event of the act that this one belongs to; undo switches a whole act.
    package var act: Digest
    /// Message, account, batch or act.
    package var subject: Digest
    package var kind: EventKind
    /// What it sets: the latest event that is on decides. Labels, notes and replies are a field each.
    package var field: String
    package var payload: EventPayload
    /// False where an undo switched it off and no redo switched it on again.
    package var isOn: Bool

    package init(
        id: Digest, device: Digest, clock: Int64, actor: String, osUser: String, recordedAt: Moment, act: Digest,
        subject: Digest, kind: EventKind, field: String, payload: EventPayload, isOn: Bool = true
    ) {
        self.id = id
        self.device = device
        self.clock = clock
        self.actor = actor
        self.osUser = osUser
        self.recordedAt = recordedAt
        self.act = act
        self.subject = subject
        self.kind = kind
        self.field = field
        self.payload = payload
        self.isOn = isOn
    }

    /// Whether this event is later than another: by clock, then by device, then by id.
    package func isLater(than other: Event) -> Bool {
        (clock, device, id) > (other.clock, other.device, other.id)
    }
}

/// What an event is about. A kind that this version does not know is kept in the log and not applied.
package enum EventKind: Hashable, Sendable {
    case opened, state, assignee, priority, label, note, decision
    case replyQueued, replyExported, replySent, replyFailed
    case team, person, role, calm, importUndone
    case undo, redo
    case unknown(String)

    private static let words: [(EventKind, String)] = [
        (.opened, "opened"), (.state, "state"), (.assignee, "assignee"), (.priority, "priority"),
        (.label, "label"), (.note, "note"), (.decision, "decision"), (.replyQueued, "reply.queued"),
        (.replyExported, "reply.exported"), (.replySent, "reply.sent"), (.replyFailed, "reply.failed"),
        (.team, "team"), (.person, "person"), (.role, "role"),
        (.calm, "calm"), (.importUndone, "import.undone"), (.undo, "undo"), (.redo, "redo"),
    ]

    /// As it stands in the log.
    package var word: String {
        if case .unknown(let word) = self { return word }
        return EventKind.words.first { $0.0 == self }?.1 ?? ""
    }

    package init(word: String) {
        self = EventKind.words.first { $0.1 == word }?.0 ?? .unknown(word)
    }

    /// Whether `u` takes it back. Opening is no decision, marks of the outbox tell what happened outside, and
    /// what an import found calm is its own matter.
    package var isUndoable: Bool {
        switch self {
        case .state, .assignee, .priority, .label, .note, .decision, .replyQueued, .team, .person, .role: true
        case .opened, .replyExported, .replySent, .replyFailed, .calm, .importUndone, .undo, .redo, .unknown: false
        }
    }
}

/// The values of an event; which are there depends on its kind. Versioned by `version`, so that a later
/// lotse can read what this one wrote.
package struct EventPayload: Equatable, Sendable, Codable {
    package var version = 1
    package var state: ConversationState?
    package var resolution: Resolution?
    package var until: Int64?
    package var reason: String?
    /// Newest message that was shown to the actor: time in milliseconds and sequence.
    package var upToTime: Int64?
    package var upToSequence: Int64?
    /// Inbound messages that were shown to the actor.
    package var shown: Int?
    /// Those among them that have the time of the newest.
    package var shownAtTime: Int?
    /// Text of a note, a reply, a label; a name.
    package var text: String?
    package var value: Int?
    package var isOn: Bool?
    package var decision: ModerationDecision?
    package var guideline: String?
    /// Hexadecimal digest of the revision that was judged.
    package var revision: String?
    /// How it was found: own eyes, notice, rule.
    package var found: String?
    package var notBefore: Int64?
    /// Hexadecimal digest of the person that an account is linked to; nil: of none.
    package var person: String?

    package init() {}

    private enum CodingKeys: String, CodingKey {
        case version = "v"
        case state, resolution, until, reason
        case upToTime = "up_to_time"
        case upToSequence = "up_to_sequence"
        case shown
        case shownAtTime = "shown_at_time"
        case text, value
        case isOn = "on"
        case decision, guideline, revision, found
        case notBefore = "not_before"
        case person
    }

    /// What was shown, if the event says so.
    package var mark: ShownMark? {
        guard let upToTime, let upToSequence else { return nil }
        return ShownMark(time: upToTime, sequence: upToSequence, shown: shown ?? 0, shownAtTime: shownAtTime)
    }
}
