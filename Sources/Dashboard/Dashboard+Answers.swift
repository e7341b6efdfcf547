import Conversations
import Screen

extension Dashboard {
    /// The runtime has something to tell.
    package mutating func receive(_ answer: Answer, now: Moment) -> [Effect] {
        switch answer {
        case .inbox(let page): return receive(page)
        case .thread(let page, let key): return receive(page, for: key)
        case .threadIsGone(let key):
            thread.gone(key)
            wantsReply = false
            return []
        case .counts(let counts): self.counts = counts
        case .viewCounts(let counts): viewCounts = counts
        case .toMark(let found, let hasMore): return mark(found, hasMore: hasMore)
        case .judging(let plan, let source): receive(plan, for: source)
        case .facts(let facts, let key): receive(facts, about: key)
        case .person(let facts, let key): receive(facts, behind: key)
        case .explained(let explanation, let key): receive(explanation, about: key)
        case .report(let report): receive(report, now: now)
        case .batches(let batches):
            imports.batches = batches
            refreshImportSheet()
        case .history(let page, let before): receive(page, before: before)
        case .importing(let step):
            imports.progress = step
            refreshImportSheet()
        case .imported(let outcome): return receive(outcome)
        case .found(let row, let limitHits):
            let effects = found(row)
            sayLimitHits(limitHits)
            return effects
        case .queryValues(let values, let request): receive(values, for: request)
        case .acted(let id, let outcome): return acted(id, outcome, now: now)
        case .undone(let id, let receipt): return switched(id, receipt, say: Phrase("taken back: %1", receipt.phrase))
        case .redone(let id, let receipt): return switched(id, receipt, say: Phrase("done again: %1", receipt.phrase))
        case .refused(let id, let refusal):
            _ = acts.answer(id)
            status.fail(refusal.phrase)
        case .noMouse: missMouse()
        case .actsWaiting(let count): return wait(for: count)
        case .draftSaved(let message, let text) where message == composer?.message.digest: composer?.saved(text)
        case .draftSaved: break
        case .edited(let text, let error): return edited(text, error)
        case .opened(let target, let outcome): return receive(outcome, of: target)
        case .copied(let copying, let outcome): receive(outcome, of: copying)
        case .notCopied(let copying): return [.sendToTerminal(copying)]
        case .storeChanged: return reloadAll()
        case .overruled(let overruling):
            if overruling.isUndo, EventKind(word: overruling.kind) == .replyQueued { status.takeBackUntil = nil }
            status.fail(overruling.phrase)
        case .themeKept(let name, let lasts): kept(theme: name, lasts: lasts)
        case .macroNotKept(let name): status.fail(Phrase("macro %1 lasts until lotse ends; it cannot be stored", name))
        case .failed(let sentence): fail(sentence)
        case .notWritten(let id, let sentence): notWritten(id, sentence)
        }
        return []
    }

    /// A theme that cannot be shown is told where it was chosen.
    private mutating func fail(_ sentence: String) {
        guard prompt?.themes != nil else { return status.fail(Phrase("%1", sentence)) }
        prompt?.problem = Phrase("%1", sentence)
    }

    private mutating func receive(_ page: InboxPage) -> [Effect] {
        sayLimitHits(page.regexLimitHits)
        return inbox.receive(page) + followPreview()
    }

    private mutating func sayLimitHits(_ count: Int) {
        guard count > 0 else { return }
        status.fail(
            Phrase(
                one: "the pattern took too long on 1 text, which was left out",
                other: "the pattern took too long on %1 texts, which were left out", count: count))
    }

    private mutating func receive(_ page: ThreadPage, for key: Digest) -> [Effect] {
        let draft = selectedDraft
        thread.receive(page, for: key)
        composeIfWanted()
        if composer?.conversation == page.conversation.id {
            composer?.otherDrafts = page.otherDrafts
            if let answer = composer?.noteAnswers(in: page) {
                status.fail(Phrase("%1 has answered meanwhile; read it before you send", answer.actor))
            }
        }
        refreshDraftSheet(selecting: draft)
        return []
    }

    private mutating func found(_ row: InboxRow?) -> [Effect] {
        guard let row else {
            status.say("nothing further on")
            stall("nothing further on")
            return []
        }
        let effects = inbox.jump(to: row)
        if focus == .thread, composer == nil {
            return effects + [thread.open(row.id)]
        }
        return effects + followPreview()
    }

    private mutating func acted(_ id: Int, _ outcome: ActOutcome, now: Moment) -> [Effect] {
        guard let asked = acts.answer(id) else { return [] }
        switch outcome {
        case .refused(.answeredMeanwhile(let answer)) where lastSent == id:
            return askBeforeSending(answer, now: now) + reloadAll()
        case .refused(let refusal):
            status.fail(refusal.phrase)
            return []
        case .judged(let receipt): return judged(receipt, asked)
        case .done(let count):
            if let act = asked.act { done(act, on: asked.conversations, count: count) }
            inbox.unmark(asked.conversations)
            return reloadAll()
        }
    }

    /// What was typed is asked for again as it stands, so that nobody types it twice.
    private mutating func notWritten(_ id: Int, _ sentence: String) {
        let typed = acts.answer(id)?.prompt
        status.fail(Phrase("%1", sentence))
        guard var typed, !typed.isChoice else { return }
        typed.problem = Phrase("%1", sentence)
        // Keys of a composer, or of another question, are meant for that.
        if prompt == nil, focus != .composer { prompt = typed } else { unwritten = typed }
    }

    private mutating func done(_ act: Act, on conversations: [Digest], count: Int) {
        if count == 0 {
            status.say(act.unchangedPhrase)
        } else if act != .open {
            status.say(conversations.count > 1 ? act.donePhrase(on: count) : act.donePhrase)
        }
        if case .send(let reply) = act {
            status.takeBackUntil = reply.notBefore
            if let open = composer?.conversation, conversations.contains(open) { composer = nil }
        }
        if act.leavesTheList {
            inbox.advance(past: conversations)
            // Keys that are meant for another reply must not become commands.
            if composer == nil { focus = .inbox }
        }
    }

    /// Goes on to the next conversation as if the act were done, so that the next key does not ask for the same again;
    /// the rows stay as they are until it is on disk.
    private mutating func wait(for count: Int) -> [Effect] {
        let isNew = count > status.actsWaiting
        status.actsWaiting = count
        guard isNew else { return [] }
        inbox.advance(past: acts.leaving)
        if composer == nil, let target = thread.page?.conversation.id, acts.leaving.contains(target) { focus = .inbox }
        return followPreview()
    }

    private mutating func switched(_ id: Int, _ receipt: UndoReceipt, say phrase: Phrase) -> [Effect] {
        _ = acts.answer(id)
        status.say(phrase)
        if receipt.kind == EventKind.replyQueued.word {
            status.takeBackUntil = nil
        }
        if let conversation = receipt.conversation {
            inbox.want(conversation)
        }
        return reloadAll()
    }

    private mutating func edited(_ text: String?, _ error: String?) -> [Effect] {
        if let error { status.fail(Phrase("%1", error)) }
        guard let text, composer != nil else { return [] }
        composer?.editor.replaceAll(with: text)
        return saveDraftNow()
    }

    /// Loads again what is shown.
    func reloadAll() -> [Effect] {
        let shown = thread.conversation.map { [Effect.loadThread($0, limit: thread.limit)] } ?? []
        return [inbox.reload(), .loadCounts, countViews] + shown + reloadSheet()
    }
}
