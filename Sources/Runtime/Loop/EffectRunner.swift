import Conversations
import Dashboard
import Glibc
import Screen
import Store

/// Does what the dashboard asks: short reads and writes at once, long reads on the reader's thread. What
/// the store is too busy for waits here, in order, and is tried again.
package final class EffectRunner {
    let store: Store
    private let mailbox: Mailbox
    private let reader: ReaderTask
    let clock: () -> Moment
    private let say: @Sendable (StoreError) -> String
    private var waitingActs: [WaitingAct] = []
    private var draft: UnsavedDraft?
    let claims: ClaimKeeper
    /// Events up to here were looked at for acts that overrule this session's; nil: none was.
    var seenClock: Int64?
    /// The last undo was refused, which was said: the next one goes on to the act before.
    private var undoWasRefused = false
    /// The conversation whose preview is wanted, and from when on.
    private var preview: (key: Digest, due: Moment)?
    /// The first one does not wait: no key has been pressed yet, and it belongs to the first screen.
    private var hasPreviewed = false
    private let importing: ImportSetting
    private var runningImport: BackgroundImport?

    /// What an import from the dashboard goes by.
    package struct ImportSetting {
        package var choices: ImportChoices
        package var catalogue: Catalogue

        package init(choices: ImportChoices = ImportChoices(), catalogue: Catalogue = .english) {
            self.choices = choices
            self.catalogue = catalogue
        }
    }

    /// A write that the store was too busy for.
    private enum WaitingAct {
        case act(Act, on: [Digest], shown: [Digest: Position], id: Int)
        case undo(id: Int)
        case redo(id: Int)
        case undoAct(Digest, id: Int)
        case redoAct(Digest, id: Int)
        case keep(Draft)
    }

    private struct UnsavedDraft {
        var draft: Draft
        /// The draft of an earlier session that it goes on with.
        var taken: Draft?
        var due: Moment
    }

    /// A draft is on disk this soon after the first key that changed it, in milliseconds.
    static let draftDelay: Int64 = 500
    /// A preview is loaded once no key came for so long, in milliseconds.
    static let previewDelay: Int64 = 150
    /// How soon a busy store is tried again, in milliseconds.
    static let retryDelay = 50

    /// - Parameter say: makes a sentence of what went wrong.
    package init(
        store: Store, mailbox: Mailbox, clock: @escaping () -> Moment, importing: ImportSetting = ImportSetting(),
        say: @escaping @Sendable (StoreError) -> String
    ) {
        self.store = store
        self.mailbox = mailbox
        self.clock = clock
        self.importing = importing
        self.say = say
        reader = ReaderTask(store: store, mailbox: mailbox)
        claims = ClaimKeeper(store: store)
    }

    /// Whether nothing is under way: no read, no waiting act, no unsaved draft, no preview.
    package var isSettled: Bool {
        reader.isIdle && waitingActs.isEmpty && draft == nil && preview == nil && runningImport?.isEnded ?? true
    }

    /// Whether nothing that was asked of the store is still to come; an import beside it is not waited for.
    package var isCaughtUp: Bool { reader.isIdle && waitingActs.isEmpty && preview == nil }

    /// Whether all that was asked for is answered; a preview, which only follows, is not waited for.
    package var isQuiet: Bool { reader.isIdle && waitingActs.isEmpty }

    /// How long the loop may sleep at most, in milliseconds; nil: until something comes.
    package var timeout: Int? {
        if !waitingActs.isEmpty { return Self.retryDelay }
        let dues = [draft?.due, preview?.due, claims.due].compactMap { $0 }
        guard let first = dues.min() else { return nil }
        return max(0, Int(first.milliseconds - clock().milliseconds))
    }

    /// Does one effect. Those of the screen (edit, suspend, redraw, quit) are the loop's.
    /// - Parameter shown: the newest message of a conversation that the moderator saw.
    package func run(_ effect: Effect, shown: (Digest) -> Position?) -> [Answer] {
        switch effect {
        case .loadInbox(let query): return loadInbox(query)
        case .find(let query): return find(query)
        case .loadQueryValues(let request): return loadQueryValues(request)
        case .loadThread(let key, let limit):
            if preview?.key == key { preview = nil }
            return loadThread(key, limit: limit)
        case .previewThread(let key):
            preview = (key, Moment(milliseconds: clock().milliseconds + (hasPreviewed ? Self.previewDelay : 0)))
            hasPreviewed = true
            return []
        case .loadCounts: return loadCounts()
        case .countViews(let queries): return countViews(queries)
        case .findToMark(let query, let limit):
            return findMarks { store, now throws(StoreError) in try store.keys(of: query, limit: limit, now: now) }
        case .findAlike(let key, let limit):
            return findMarks { store, _ throws(StoreError) in try store.keysAlike(key, limit: limit) }
        case .planJudging(let source, let limit): return planJudging(source, limit: limit)
        case .loadFacts(let key): return loadFacts(key)
        case .explain(let key, let query, let context): return explain(key, query, context)
        case .loadPerson(let key): return loadPerson(key)
        case .loadReport(let query): return loadReport(query)
        case .loadBatches: return loadBatches()
        case .startImport(let path): return startImport(path)
        case .stopImport:
            runningImport?.stop()
            return []
        case .append(let act, let targets, let id):
            let positions = targets.reduce(into: [:]) { $0[$1] = shown($1) }
            return write(.act(act, on: targets, shown: positions, id: id))
        case .undo(let id): return write(.undo(id: id))
        case .redo(let id): return write(.redo(id: id))
        case .undoAct(let act, let id): return write(.undoAct(act, id: id))
        case .redoAct(let act, let id): return write(.redoAct(act, id: id))
        case .loadHistory(let before):
            return attempt { () throws(StoreError) in .history(try store.history(before: before), before: before) }
        case .saveDraft(_, let message, let text, let cursor, let taken, let now):
            let draft = Draft(
                message: message, actor: store.options.actor.name, text: text, cursor: cursor, savedAt: clock())
            return keep(draft, over: taken, now: now)
        case .keepDraft(let draft): return write(.keep(draft))
        case .edit, .open, .copy, .sendToTerminal, .showTheme, .keepTheme, .keepMacro, .takeMouse, .suspend, .redraw,
            .quit:
            return []
        }
    }

    /// Does what is due: acts that waited, drafts, previews.
    /// - Parameter early: what is not due yet as well; a script does not wait for the clock.
    package func runDue(early: Bool = false) -> [Answer] {
        claims.work(now: clock())
        var answers = retry()
        if let due = preview, early || due.due <= clock() {
            preview = nil
            answers += loadThread(due.key)
        }
        if let unsaved = draft, early || unsaved.due <= clock() {
            answers += saveDraft()
        }
        return answers
    }

    /// Acts that wait for the store.
    package var waitingCount: Int { waitingActs.count }

    /// Writes what is not yet on disk before the program ends. A store that somebody else is writing to is
    /// waited for: an import may hold it for seconds, and nothing that was done may be lost.
    /// - Parameter patience: milliseconds.
    package func finish(patience: Int = 60_000) {
        runningImport?.stop()
        claims.finish()
        var rest = patience
        repeat {
            _ = retry()
            _ = saveDraft()
            let imports = runningImport.map { !$0.isEnded } ?? false
            guard !waitingActs.isEmpty || draft != nil || imports, rest > 0 else { break }
            _ = poll(nil, 0, Int32(Self.retryDelay))
            rest -= Self.retryDelay
        } while true
        // A store that nobody has open is one file with all that is in it.
        store.checkpointIfNeeded(above: 1)
    }
}

extension EffectRunner {
    private func attempt(_ body: () throws(StoreError) -> Answer) -> [Answer] {
        do {
            return [try body()]
        } catch {
            return [.failed(say(error))]
        }
    }

    private func loadInbox(_ query: InboxQuery) -> [Answer] {
        let now = clock()
        guard query.isQuick else {
            let store = store
            ask(.inbox) { () throws(StoreError) in .inbox(try store.inbox(query, now: now)) }
            return []
        }
        return attempt { () throws(StoreError) in .inbox(try store.inbox(query, now: now)) }
    }

    private func find(_ query: InboxQuery) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.find) { () throws(StoreError) in
            let page = try store.inbox(query, now: now)
            return .found(page.rows.first, regexLimitHits: page.regexLimitHits)
        }
        return []
    }

    private func loadQueryValues(_ request: QueryCompletion.Request) -> [Answer] {
        let store = store
        ask(.values) { () throws(StoreError) in
            .queryValues(try store.queryValues(request.prefix, beginning: request.beginning), for: request)
        }
        return []
    }

    private func loadCounts() -> [Answer] {
        let (store, now) = (store, clock())
        ask(.counts) { () throws(StoreError) in .counts(try store.counts(now: now)) }
        return []
    }

    private func countViews(_ queries: [InboxQuery]) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.views) { () throws(StoreError) in .viewCounts(try store.counts(of: queries, now: now)) }
        return []
    }

    private func findMarks(
        _ find: @escaping @Sendable (Store, Moment) throws(StoreError) -> (found: [Digest], hasMore: Bool)
    ) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.marks) { () throws(StoreError) in
            let (found, hasMore) = try find(store, now)
            return .toMark(found, hasMore: hasMore)
        }
        return []
    }

    private func planJudging(_ source: JudgingSource, limit: Int) -> [Answer] {
        let store = store
        ask(.marks) { () throws(StoreError) in
            .judging(try store.judging(source, limit: limit), for: source)
        }
        return []
    }

    private func loadFacts(_ key: Digest) -> [Answer] {
        attempt { () throws(StoreError) in .facts(try store.facts(about: key), about: key) }
    }

    private func explain(_ key: Digest, _ query: Query, _ context: QueryContext) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.explanation) { () throws(StoreError) in
            .explained(try store.explain(key, by: query, context: context, now: now), about: key)
        }
        return []
    }

    private func loadPerson(_ key: Digest) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.explanation) { () throws(StoreError) in
            .person(try store.person(behind: key, now: now), behind: key)
        }
        return []
    }

    private func loadBatches() -> [Answer] {
        let store = store
        ask(.batches) { () throws(StoreError) in .batches(try store.batches()) }
        return []
    }

    private func startImport(_ path: String) -> [Answer] {
        let new = BackgroundImport(store: store, mailbox: mailbox, catalogue: importing.catalogue)
        runningImport = new
        new.start(path, choices: importing.choices, clock: clock())
        return []
    }

    /// Asks on the reader's thread; what was interrupted by a newer question is silent.
    func ask(_ kind: ReaderTask.Kind, _ body: @escaping @Sendable () throws(StoreError) -> Answer) {
        let say = say
        reader.ask(kind) {
            do throws(StoreError) {
                return try body()
            } catch {
                return error == .stopped ? nil : .failed(say(error))
            }
        }
    }

    private func loadThread(_ key: Digest, limit: Int = 500) -> [Answer] {
        let now = clock()
        return attempt { () throws(StoreError) in
            guard let page = try store.thread(key, limit: limit, now: now) else { return .threadIsGone(key) }
            return .thread(page, for: key)
        }
    }
}

extension EffectRunner {
    private func write(_ act: WaitingAct) -> [Answer] {
        guard waitingActs.isEmpty else {
            waitingActs.append(act)
            return [.actsWaiting(waitingActs.count)]
        }
        do {
            return [try commit(act)]
        } catch .busy {
            waitingActs.append(act)
            return [.actsWaiting(waitingActs.count)]
        } catch {
            return [.failed(say(error))]
        }
    }

    private func retry() -> [Answer] {
        guard !waitingActs.isEmpty else { return [] }
        var answers: [Answer] = []
        while let next = waitingActs.first {
            do {
                answers.append(try commit(next))
            } catch .busy {
                break
            } catch {
                answers.append(.failed(say(error)))
            }
            waitingActs.removeFirst()
        }
        return answers.isEmpty ? [] : answers + [.actsWaiting(waitingActs.count)]
    }

    private func commit(_ act: WaitingAct) throws(StoreError) -> Answer {
        let now = clock()
        switch act {
        case .act(let act, let targets, let shown, let id):
            undoWasRefused = false
            // First the draft as it was sent, so that the one it goes on with goes too.
            if case .send(let reply) = act, let unsaved = draft, unsaved.draft.message == reply.message {
                try store.saveDraft(unsaved.draft, over: unsaved.taken)
                draft = nil
            }
            let outcome = try store.perform(act, on: targets, shown: shown, now: now)
            return .acted(id: id, outcome)
        case .undo(let id):
            switch try store.undo(skippingRefused: undoWasRefused, now: now) {
            case .success(let receipt):
                undoWasRefused = false
                return .undone(id: id, receipt)
            case .failure(let refusal):
                undoWasRefused = true
                return .refused(id: id, refusal)
            }
        case .keep(let draft):
            try store.keepDraft(draft)
            return .storeChanged
        case .redo(let id): return Self.redone(try store.redo(now: now), id: id)
        case .redoAct(let act, let id): return Self.redone(try store.redo(act: act, now: now), id: id)
        case .undoAct(let act, let id):
            switch try store.undo(act: act, now: now) {
            case .success(let receipt): return .undone(id: id, receipt)
            case .failure(let refusal): return .refused(id: id, refusal)
            }
        }
    }

    private static func redone(_ result: Result<UndoReceipt, Refusal>, id: Int) -> Answer {
        switch result {
        case .success(let receipt): .redone(id: id, receipt)
        case .failure(let refusal): .refused(id: id, refusal)
        }
    }

    private func keep(_ new: Draft, over taken: Draft?, now: Bool) -> [Answer] {
        var answers: [Answer] = []
        if let unsaved = draft, unsaved.draft.message != new.message { answers += saveDraft() }
        let due = draft?.due ?? Moment(milliseconds: clock().milliseconds + Self.draftDelay)
        draft = UnsavedDraft(draft: new, taken: taken, due: due)
        return now ? answers + saveDraft() : answers
    }

    private func saveDraft() -> [Answer] {
        guard let unsaved = draft else { return [] }
        do {
            try store.saveDraft(unsaved.draft, over: unsaved.taken)
            draft = nil
            return [.draftSaved(text: unsaved.draft.text)]
        } catch .busy {
            draft?.due = Moment(milliseconds: clock().milliseconds + Int64(Self.retryDelay))
            return []
        } catch {
            draft?.due = Moment(milliseconds: clock().milliseconds + 2000)
            return [.failed(say(error))]
        }
    }
}
