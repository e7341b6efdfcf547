import Conversations
import Exports
import Store

/// Rows of the store as JSON objects: what `--json` prints. Names and units are documented in `CommandLine.md`.
nonisolated package enum RowLine {
    package static func conversation(_ row: InboxRow) -> JSONLine {
        var line = JSONLine()
        line.add("id", .string(row.id.hex))
        line.add("state", .string(row.state.rawValue))
        line.add("platform", .string(row.platform))
        line.add("channel", .string(row.channel))
        line.add("author", .string(row.author))
        line.add("title", .string(row.title))
        line.add("excerpt", .string(row.excerpt))
        line.add("waiting_since", .string(row.waitingSince?.iso8601))
        line.add("newest", .string(row.newest.time.iso8601))
        line.add("messages", .number(row.messageCount))
        line.add("unread", .number(row.unreadCount))
        line.add("pending", .number(row.pendingCount))
        line.add("priority", .string(row.priority.word))
        line.add("assignee", .string(row.assignee))
        line.add("labels", .strings(row.labels))
        line.add("has_draft", .bool(row.hasDraft))
        line.add("until", .string(row.until?.iso8601))
        line.add("answering", .strings(row.claims.map(\.actor)))
        return line
    }

    /// - Parameter personal: what imports were told to keep of whoever wrote the message.
    package static func threadRow(_ row: ThreadRow, personal: [PersonalDetail] = []) -> JSONLine {
        var line = JSONLine()
        line.add("id", .string(row.id.hex))
        line.add("depth", .number(row.depth))
        switch row.content {
        case .message(let message): add(message, to: &line)
        case .note(let note):
            line.add("type", .string("note"))
            add(note.actor, note.time, note.text, to: &line)
        case .decision(let decision): add(decision, to: &line)
        case .reply(let reply):
            line.add("type", .string("reply"))
            add(reply.actor, reply.time, reply.text, to: &line)
            line.add("state", .string(reply.state.rawValue))
            line.add("not_before", .string(reply.notBefore.iso8601))
            line.add("message", .string(reply.message.hex))
        }
        if !personal.isEmpty { line.add("personal", .array(personal.map(detail))) }
        return line
    }

    private static func detail(_ detail: PersonalDetail) -> JSONValueText {
        var line = JSONLine()
        line.add("kind", .string(detail.kind.rawValue))
        line.add("value", .string(detail.value))
        return .object(line)
    }

    private static func add(_ actor: String, _ time: Moment, _ text: String, to line: inout JSONLine) {
        line.add("by", .string(actor))
        line.add("time", .string(time.iso8601))
        line.add("text", .string(text))
    }

    private static func add(_ decision: DecisionRow, to line: inout JSONLine) {
        line.add("type", .string("decision"))
        line.add("by", .string(decision.actor))
        line.add("time", .string(decision.time.iso8601))
        line.add("decision", .string(decision.decision.rawValue))
        line.add("guideline", .string(decision.guideline))
        line.add("reason", .string(decision.reason))
        line.add("outdated", .bool(decision.isOutdated))
    }

    private static func add(_ message: MessageRow, to line: inout JSONLine) {
        line.add("type", .string(message.kind.rawValue))
        line.add("author", .string(message.author))
        line.add("handle", .string(message.handle))
        line.add("team", .bool(message.isTeam))
        line.add("bot", .bool(message.isBot))
        line.add("context", .bool(message.isContext))
        line.add("time", .string(message.time?.iso8601))
        line.add("zone_known", .bool(message.zoneIsKnown))
        line.add("text", .string(message.text))
        line.add("edited", .bool(message.isEdited))
        line.add("status", .string(message.status?.rawValue))
        line.add("decision", .string(message.decision?.rawValue))
        line.add("likes", message.likes.map(JSONValueText.number) ?? .null)
        line.add("attachments", .strings(message.attachments))
        line.add("permalink", .string(message.permalink))
        line.add("unread", .bool(message.isUnread))
    }
}

extension RowLine {
    package static func event(_ event: Event) -> JSONLine {
        var line = JSONLine()
        line.add("id", .string(event.id.hex))
        line.add("act", .string(event.act.hex))
        line.add("time", .string(event.recordedAt.iso8601))
        line.add("actor", .string(event.actor))
        line.add("os_user", .string(event.osUser))
        line.add("device", .string(event.device.hex))
        line.add("clock", .number(event.clock))
        line.add("kind", .string(event.kind.word))
        line.add("field", .string(event.field))
        line.add("subject", .string(event.subject.hex))
        line.add("on", .bool(event.isOn))
        let payload = event.payload
        line.add("state", ifThere: payload.state.map { .string($0.rawValue) })
        line.add("resolution", ifThere: payload.resolution.map { .string($0.rawValue) })
        line.add("until", ifThere: payload.until.map { .string(Moment(milliseconds: $0).iso8601) })
        line.add("reason", ifThere: payload.reason.map(JSONValueText.string))
        line.add("text", ifThere: payload.text.map(JSONValueText.string))
        if event.kind == .person, event.field == "person" { line.add("person", .string(payload.person)) }
        line.add("value", ifThere: payload.value.map(JSONValueText.number))
        line.add("set", ifThere: payload.isOn.map(JSONValueText.bool))
        line.add("decision", ifThere: payload.decision.map { .string($0.rawValue) })
        line.add("guideline", ifThere: payload.guideline.map(JSONValueText.string))
        line.add("revision", ifThere: payload.revision.map(JSONValueText.string))
        return line
    }

    package static func team(_ row: TeamRow) -> JSONLine {
        var line = JSONLine()
        line.add("platform", .string(row.platform))
        line.add("account", .string(row.key))
        line.add("name", .string(row.name))
        line.add("digest", .string(row.account.hex))
        return line
    }
}
