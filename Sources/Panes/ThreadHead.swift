import Conversations
import Dashboard
import Screen

/// The head of a thread's row: who, when, and what is special about it.
struct ThreadHead {
    let row: ThreadRow
    let layout: ThreadLayout
    let isUnread: Bool

    func pieces(_ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        switch row.content {
        case .message(let message): return pieces(message, canvas)
        case .note(let note):
            return [
                (SafeText("* ") + canvas.say("note by") + SafeText(" "), .threadNote),
                (SafeText.name(note.actor), .threadNote), (time(note.time, canvas), .dim),
            ]
        case .decision(let decision):
            return [
                (SafeText("= ") + canvas.say(decision.decision.phrase), .threadDecision),
                (SafeText(" ") + SafeText.name(decision.actor), .threadDecision), (time(decision.time, canvas), .dim),
            ]
        case .reply(let reply):
            return [
                (SafeText("> ") + canvas.say("reply by") + SafeText(" ") + SafeText.name(reply.actor), .threadReply),
                (SafeText(" [") + canvas.say(reply.state.phrase) + SafeText("]"), .badge),
                (time(reply.time, canvas), .dim),
            ]
        }
    }

    /// Columns of a name at most: a long one must not push out the warnings about it.
    private static let nameColumns = 32

    private func pieces(_ message: MessageRow, _ canvas: Canvas) -> [(text: SafeText, role: Role)] {
        let name = SafeText.name(message.author).truncated(to: Self.nameColumns)
        var pieces: [(text: SafeText, role: Role)] = []
        if message.isTeam {
            pieces.append((SafeText("[") + canvas.say("team") + SafeText("] "), .authorTeam))
        }
        if message.isContext { pieces.append((SafeText("[") + canvas.say("before") + SafeText("] "), .threadContext)) }
        pieces.append((name, message.isTeam ? .authorTeam : message.isBot ? .authorBot : .author))
        pieces += NameWarnings(author: message.author, looksLikeTeam: message.looksLikeTeam).pieces(canvas)
        if message.isBot { pieces.append((SafeText(" [bot]"), .badge)) }
        if let person = message.person, person != message.author {
            pieces.append(
                (SafeText(" (") + SafeText.name(person).truncated(to: Self.nameColumns) + SafeText(")"), .dim))
        }
        pieces += message.roles.map { (SafeText(" [") + canvas.say($0.phrase) + SafeText("]"), .badge) }
        pieces.append((time(message, canvas), .dim))
        if isUnread { pieces.append((SafeText(" [") + canvas.say("unread") + SafeText("]"), .badge)) }
        if message.isEdited { pieces.append((SafeText(" ") + canvas.say("edited"), .dim)) }
        if let status = message.status?.phrase {
            pieces.append((SafeText(" [") + canvas.say(status) + SafeText("]"), .platformStatus))
        }
        if let decision = message.decision {
            pieces.append((SafeText(" =") + canvas.say(decision.phrase), .threadDecision))
        }
        if let likes = message.likes, likes > 0 { pieces.append((SafeText(" +\(likes)"), .dim)) }
        return pieces
    }

    private func time(_ message: MessageRow, _ canvas: Canvas) -> SafeText {
        guard let time = message.time else { return SafeText("  ") + canvas.say("time unknown") }
        guard message.zoneIsKnown else {
            // The clock of an unknown place, as it was written.
            return SafeText("  ~" + LocalTime(time, zoneOffset: 0).text)
        }
        return self.time(time, canvas)
    }

    private func time(_ time: Moment, _ canvas: Canvas) -> SafeText {
        SafeText("  " + LocalTime(time, zoneOffset: canvas.zoneOffset).text + " (")
            + canvas.say(agePhrase(since: time, now: canvas.now)) + SafeText(")")
    }
}
