import Conversations
import Exports
import Store

/// A message as `lotse export messages` writes it; `LotseReader` reads it again. `time` and `edited` are for
/// people and other programs, `ms` and `edited_ms` are what is read.
nonisolated package enum MessageLine {
    package static func line(_ message: ExportedMessage) -> JSONLine {
        var line = JSONLine()
        line.add(LotseReader.mark, .number(1))
        addChannel(message, to: &line)
        addAuthor(message.account, to: &line)
        addTime(message, to: &line)
        line.add("text", .string(message.text))
        line.add("markup", ifThere: message.markup.map(JSONValueText.string))
        addRest(message, to: &line)
        return line
    }

    private static func addChannel(_ message: ExportedMessage, to line: inout JSONLine) {
        line.add("platform", .string(message.channel.platform))
        line.add("channel", .string(message.channel.key))
        if message.channel.name != message.channel.key { line.add("channel_name", .string(message.channel.name)) }
        if message.channel.grouping == .byTime { line.add("grouping", .string(message.channel.grouping.rawValue)) }
        line.add("id", ifThere: message.id.map(JSONValueText.string))
        line.add("reply_to", ifThere: message.parent.map(JSONValueText.string))
        let mark = message.parentMark.flatMap { Digest(bytes: $0) }
        line.add("reply_to_digest", ifThere: mark.map { .string($0.hex) })
        guard let thread = message.thread else { return }
        line.add("thread", .string(thread.id))
        if !thread.title.isEmpty { line.add("thread_title", .string(thread.title)) }
        if !thread.link.isEmpty { line.add("thread_link", .string(thread.link)) }
    }

    private static func addAuthor(_ account: ExportedAccount?, to line: inout JSONLine) {
        guard let account else { return }
        line.add("author_id", ifThere: account.id.map(JSONValueText.string))
        if !account.name.isEmpty { line.add("author", .string(account.name)) }
        if !account.handle.isEmpty { line.add("handle", .string(account.handle)) }
        if account.isBot { line.add("is_bot", .bool(true)) }
        if account.isOwner { line.add("is_owner", .bool(true)) }
    }

    private static func addTime(_ message: ExportedMessage, to line: inout JSONLine) {
        if let time = message.time.milliseconds {
            line.add("time", .string(Moment(milliseconds: time).iso8601))
            line.add("ms", .number(time))
        }
        if !message.time.written.isEmpty { line.add("written", .string(message.time.written)) }
        if message.time.zoneIsKnown { line.add("zone_known", .bool(true)) }
        if let edited = message.editedAt {
            line.add("edited", .string(Moment(milliseconds: edited).iso8601))
            line.add("edited_ms", .number(edited))
        }
    }

    private static func addRest(_ message: ExportedMessage, to line: inout JSONLine) {
        if message.kind != .message { line.add("kind", .string(message.kind.rawValue)) }
        line.add("status", ifThere: message.status.map { .string($0.rawValue) })
        if message.isPrivate { line.add("private", .bool(true)) }
        line.add("likes", ifThere: message.likes.map(JSONValueText.number))
        line.add("shares", ifThere: message.shares.map(JSONValueText.number))
        line.add("rating", ifThere: message.rating.map(JSONValueText.number))
        line.add("language", ifThere: message.language.map(JSONValueText.string))
        line.add("permalink", ifThere: message.permalink.map(JSONValueText.string))
        if !message.attachments.isEmpty { line.add("attachments", .strings(message.attachments)) }
    }
}
