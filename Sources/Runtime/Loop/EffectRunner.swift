import Conversations
import Dashboard
import Glibc
import Logging
import Screen
import Store

/// Does what the dashboard asks: short reads and writes at once, long reads on the reader's thread. What
/// the store is too busy for waits here, in order, and is tried again.
package final class EffectRunner {
    let store: Store
    let mailbox: Mailbox
    private let reader: ReaderTask
    let clock: () -> Moment
    private let say: @Sendable (StoreError) -> String
    private var writes: PendingWrites
    let claims: ClaimKeeper
    /// Events up to here were looked at for acts that overrule this session's; nil: none was.
    var seenClock: Int64?
    /// The conversation whose preview is wanted, and from when on.
    private var preview: (key: Digest, due: Moment)?
    /// The first one does not wait: no key has been pressed yet, and it belongs to the first screen.
    private var hasPreviewed = false
    let importing: ImportSetting
    var runningImport: BackgroundImport?

    /// What an import from the dashboard goes by.
    package struct ImportSetting {
        package var choices: ImportChoices
        package var catalogue: Catalogue

        package init(choices: ImportChoices = ImportChoices(), catalogue: Catalogue = .english) {
            self.choices = choices
            self.catalogue = catalogue
        }
    }

    /// A preview is loaded once no key came for so long, in milliseconds.
    static let previewDelay: Int64 = 150
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
        writes = PendingWrites(store: store, clock: clock, say: say)
        claims = ClaimKeeper(store: store)
    }

    /// Whether nothing is under way: no read, no waiting act, no unsaved draft, no preview.
    package var isSettled: Bool {
        reader.isIdle && writes.isDone && preview == nil && runningImport?.isEnded ?? true
    }

    /// Whether nothing that was asked of the store is still to come; an import beside it is not waited for.
    package var isCaughtUp: Bool { reader.isIdle && writes.count == 0 && preview == nil }

    /// Whether all that was asked for is answered; a preview, which only follows, is not waited for.
    package var isQuiet: Bool { reader.isIdle && writes.count == 0 }

    /// How long the loop may sleep at most, in milliseconds; nil: until something comes.
    package var timeout: Int? {
        if writes.count > 0 { return PendingWrites.retryDelay }
        let dues = [writes.draftDue, preview?.due, claims.due].compactMap { $0 }
        guard let first = dues.min() else { return nil }
        return max(0, Int(first.milliseconds - clock().milliseconds))
    }

    /// Does one effect. Those of the screen (edit, suspend, redraw, quit) are the loop's.
    /// - Parameter shown: the newest message of a conversation that the moderator saw, for the act of a number.
    package func run(_ effect: Effect, shown: (Digest, Int) -> Position?) -> [Answer] {
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
            let positions = targets.reduce(into: [:]) { $0[$1] = shown($1, id) }
            return writes.write(.act(act, on: targets, shown: positions, id: id))
        case .undo(let id): return writes.write(.undo(id: id))
        case .redo(let id): return writes.write(.redo(id: id))
        case .undoAct(let act, let id): return writes.write(.undoAct(act, id: id))
        case .redoAct(let act, let id): return writes.write(.redoAct(act, id: id))
        case .loadHistory(let before, let count):
            return attempt { () throws(StoreError) in
                .history(try store.history(before: before, limit: count), before: before)
            }
        case .saveDraft(_, let message, let text, let cursor, let taken, let now):
            let draft = Draft(
                message: message, actor: store.options.actor.name, text: text, cursor: cursor, savedAt: clock())
            return writes.keep(draft, over: taken, now: now)
        case .keepDraft(let draft): return writes.write(.keep(draft))
        case .edit, .open, .copy, .sendToTerminal, .showTheme, .keepTheme, .keepMacro, .takeMouse, .suspend, .redraw,
            .quit:
            return []
        }
    }

    /// Does what is due: acts that waited, drafts, previews.
    /// - Parameter early: what is not due yet as well; a script does not wait for the clock.
    package func runDue(early: Bool = false) -> [Answer] {
        claims.work(now: clock())
        var answers = writes.retry()
        if let due = preview, early || due.due <= clock() {
            preview = nil
            answers += loadThread(due.key)
        }
        if let due = writes.draftDue, early || due <= clock() { answers += writes.saveDrafts() }
        return answers
    }

    /// A page with the draft that is on its way to the store in place of the one that the store has.
    func withUnsaved(_ page: ThreadPage) -> ThreadPage {
        guard let unsaved = writes.unsaved.last(where: { page.message($0.message) != nil }) else { return page }
        var page = page
        if !unsaved.text.isEmpty {
            page.draft = unsaved
        } else if page.draft?.message == unsaved.message {
            page.draft = nil
        }
        return page
    }

    /// Acts that wait for the store.
    package var waitingCount: Int { writes.count }

    /// Writes what is not yet on disk before the program ends. A store that somebody else is writing to is
    /// waited for: an import may hold it for seconds, and nothing that was done may be lost.
    /// - Parameters:
    ///   - patience: milliseconds.
    ///   - log: is told of acts that come to nothing, since nobody looks at the screen any more.
    /// - Returns: the drafts that the store does not take (its disk is full).
    @discardableResult
    package func finish(patience: Int = 60_000, log: Logger? = nil) -> [Draft] {
        runningImport?.stop()
        claims.finish()
        var rest = patience
        repeat {
            for loss in writes.retry().compactMap(\.loss) { log?.error("an act came to nothing: \(loss.english)") }
            _ = writes.saveDrafts()
            let imports = runningImport.map { !$0.isEnded } ?? false
            let isWaiting = writes.count > 0 || writes.hasSavableDraft
            guard isWaiting || imports, rest > 0 else { break }
            _ = poll(nil, 0, Int32(PendingWrites.retryDelay))
            rest -= PendingWrites.retryDelay
        } while true
        if writes.count > 0 { log?.error("the store stayed busy; acts that were not written: \(writes.count)") }
        // A store that nobody has open is one file with all that is in it.
        store.checkpointIfNeeded(above: 1)
        return writes.unsaved
    }
}

extension EffectRunner {
    /// A short read, at once.
    func attempt(_ body: () throws(StoreError) -> Answer) -> [Answer] {
        do {
            return [try body()]
        } catch {
            return [.failed(say(error))]
        }
    }

    /// Asks on the reader's thread; what was interrupted by a newer question is silent.
    /// - Parameter question: what is asked, where the same may be asked again because the store changed.
    func ask(
        _ kind: ReaderTask.Kind, _ question: Effect? = nil, _ body: @escaping @Sendable () throws(StoreError) -> Answer
    ) {
        let say = say
        reader.ask(kind, question) {
            do throws(StoreError) {
                return try body()
            } catch {
                return error == .stopped ? nil : .failed(say(error))
            }
        }
    }
}
