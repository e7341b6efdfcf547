import Conversations
import Screen

extension Dashboard {
    /// Opens the composer for the message that is pointed at, once its thread is there.
    /// - Parameter text: what it begins with where there is no draft.
    mutating func startReply(with text: String? = nil) -> [Effect] {
        wantedText = text
        guard let conversation = target else {
            status.fail("no conversation is selected")
            return []
        }
        if composer?.conversation == conversation {
            focus = .composer
            return []
        }
        guard let page = thread.page, page.conversation.id == conversation, let message = thread.target else {
            wantsReply = true
            focus = .thread
            return saveDraftNow() + [thread.open(conversation)]
        }
        let effects = saveDraftNow()
        compose(page, to: answerable(page, message))
        return effects
    }

    /// The message whose draft exists is gone on with.
    private func answerable(_ page: ThreadPage, _ message: MessageRow) -> MessageRow {
        guard let draft = page.draft, thread.selected == nil || draft.message != message.digest else { return message }
        return page.message(draft.message) ?? message
    }

    mutating func compose(_ page: ThreadPage, to message: MessageRow) {
        composer = Composer(page: page, message: message, rules: settings.rules(of: page.conversation.platform))
        focus = .composer
        if let wantedText, composer?.editor.isEmpty == true { composer?.editor.replaceAll(with: wantedText) }
        wantedText = nil
        if let other = page.conversation.claims.first {
            status.say(Phrase("%1 is writing an answer too", other.actor))
        } else if let other = composer?.otherDrafts.last {
            let key = settings.keymap.names(of: .drafts, in: .composer).first ?? Command.drafts.rawValue
            status.say(Phrase("%1 has a draft here; %2 shows it", other.actor, key))
        }
    }

    /// The thread that a reply waits for has come.
    mutating func composeIfWanted() {
        guard wantsReply, let page = thread.page, page.conversation.id == thread.conversation,
            let message = thread.target
        else { return }
        wantsReply = false
        compose(page, to: answerable(page, message))
    }

    mutating func send(now: Moment) -> [Effect] {
        guard let composer, !acts.sends(to: composer.conversation) else { return [] }
        guard !composer.isEmpty else {
            status.fail(Refusal.emptyText.phrase)
            return []
        }
        if let remaining = composer.remaining, remaining < 0 {
            status.fail(
                Phrase(one: "1 character too long", other: "%1 characters too long", count: -remaining))
            return []
        }
        if let answer = composer.unseen.last { return askBeforeSending(answer, now: now) }
        let reply = ReplyAct(
            message: composer.message.digest, text: composer.editor.text,
            notBefore: now.advanced(seconds: Int64(composer.rules.hold)), known: composer.known)
        let id = acts.ask(
            .send(reply), on: [composer.conversation], seen: [composer.conversation: composer.newest])
        remember(.send(reply))
        lastSent = id
        return [.append(.send(reply), on: [composer.conversation], id: id)]
    }

    /// Somebody answered since: sending takes another key than the one that sent.
    mutating func askBeforeSending(_ answer: Answered, now: Moment) -> [Effect] {
        composer?.note(answer)
        // Another's clock may be ahead.
        let ago = answer.time.map { Conversations.age(since: min($0, now), now: now) }
        let told =
            ago == nil || ago == "now"
            ? Phrase("%1 has just answered:", answer.actor) : Phrase("%1 answered %2 ago:", answer.actor, ago ?? "")
        var asked = Prompt(.sendAnyway(told))
        asked.conversation = composer?.conversation
        prompt = asked
        return []
    }

    mutating func sendAnyway(now: Moment) -> [Effect] {
        composer?.acknowledge()
        return send(now: now)
    }

    /// Shows what was answered; the composer stays.
    mutating func readAnswers() -> [Effect] {
        let newest = composer?.unseen.last
        composer?.acknowledge()
        guard let newest, let conversation = composer?.conversation else { return [] }
        focus = .thread
        thread.point(at: newest.id)
        return [thread.open(conversation)]
    }

    mutating func leaveComposer(now: Moment) -> [Effect] {
        let effects = saveDraftNow()
        if let composer { thread.keep(composer.draft(by: settings.actor, now: now), of: composer.conversation) }
        composer = nil
        focus = .thread
        return effects
    }

    /// What is not yet on disk of the draft.
    mutating func saveDraftNow() -> [Effect] {
        guard let composer, composer.editor.text != composer.savedText else { return [] }
        return [composer.save(now: true)]
    }
}
