import Conversations
import Dashboard
import Store

/// What is on its way to the store: acts that it was too busy for, in order, and drafts that are not saved yet.
struct PendingWrites {
    /// What is written for the dashboard.
    enum Write {
        case act(Act, on: [Digest], shown: [Digest: Position], id: Int)
        case undo(id: Int)
        case redo(id: Int)
        case undoAct(Digest, id: Int)
        case redoAct(Digest, id: Int)
        case keep(Draft)

        /// What the dashboard knows it by.
        var id: Int? {
            switch self {
            case .act(_, _, _, let id), .undo(let id), .redo(let id), .undoAct(_, let id), .redoAct(_, let id): id
            case .keep: nil
            }
        }
    }

    private struct UnsavedDraft {
        var draft: Draft
        /// The draft of an earlier session that it goes on with.
        var taken: Draft?
        var due: Moment
        /// It was refused for another reason than a lock: waiting alone does not help.
        var isStuck = false
    }

    /// A draft is on disk this soon after the first key that changed it, in milliseconds.
    static let draftDelay: Int64 = 500
    /// How soon a busy store is tried again, in milliseconds.
    static let retryDelay = 50

    private let store: Store
    private let clock: () -> Moment
    private let say: @Sendable (StoreError) -> String
    private var acts: [Write] = []
    /// In the order in which they were begun; one of a message at most.
    private var drafts: [UnsavedDraft] = []
    /// Messages whose draft this session has put on disk.
    private var marked: Set<Digest> = []
    /// The last undo was refused, which was said: the next one goes on to the act before.
    private var undoWasRefused = false

    init(store: Store, clock: @escaping () -> Moment, say: @escaping @Sendable (StoreError) -> String) {
        self.store = store
        self.clock = clock
        self.say = say
    }

    /// Acts that wait for the store.
    var count: Int { acts.count }

    /// Whether all is on disk, drafts too.
    var isDone: Bool { acts.isEmpty && drafts.isEmpty }

    /// The drafts that are not on disk.
    var unsaved: [Draft] { drafts.map(\.draft) }

    /// Whether a draft is not on disk that waiting alone may bring there.
    var hasSavableDraft: Bool { drafts.contains { !$0.isStuck } }

    /// When a draft is to be saved; nil: all are.
    var draftDue: Moment? { drafts.map(\.due).min() }

    mutating func write(_ act: Write) -> [Answer] {
        guard acts.isEmpty else {
            acts.append(act)
            return [.actsWaiting(acts.count)]
        }
        do {
            return [try commit(act)]
        } catch .busy {
            acts.append(act)
            return [.actsWaiting(acts.count)]
        } catch {
            return [failed(act, error)]
        }
    }

    private func failed(_ act: Write, _ error: StoreError) -> Answer {
        act.id.map { .notWritten(id: $0, say(error)) } ?? .failed(say(error))
    }

    mutating func retry() -> [Answer] {
        guard !acts.isEmpty else { return [] }
        var answers: [Answer] = []
        while let next = acts.first {
            do {
                answers.append(try commit(next))
            } catch .busy {
                break
            } catch {
                answers.append(failed(next, error))
            }
            acts.removeFirst()
        }
        return answers.isEmpty ? [] : answers + [.actsWaiting(acts.count)]
    }

    private mutating func commit(_ act: Write) throws(StoreError) -> Answer {
        let now = clock()
        switch act {
        case .act(let act, let targets, let shown, let id):
            undoWasRefused = false
            // First the draft as it was sent, so that the one it goes on with goes too.
            if case .send(let reply) = act, let index = drafts.firstIndex(where: { $0.draft.message == reply.message })
            {
                try store.saveDraft(drafts[index].draft, over: drafts[index].taken)
                drafts.remove(at: index)
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

    mutating func keep(_ new: Draft, over taken: Draft?, now: Bool) -> [Answer] {
        if let index = drafts.firstIndex(where: { $0.draft.message == new.message }) {
            drafts[index].draft = new
            // What the one before went on with is still in the store.
            drafts[index].taken = drafts[index].taken ?? taken
            return now ? saveDrafts() : []
        }
        // Another reply is begun: nothing is added to those before.
        let answers = saveDrafts()
        let due = Moment(milliseconds: clock().milliseconds + Self.draftDelay)
        drafts.append(UnsavedDraft(draft: new, taken: taken, due: due))
        return now ? answers + saveDrafts() : answers
    }

    /// Saves all that can be; the others stay, and are tried again.
    mutating func saveDrafts() -> [Answer] {
        var answers: [Answer] = []
        for unsaved in drafts {
            do {
                try store.saveDraft(unsaved.draft, over: unsaved.taken)
                drafts.removeAll { $0.draft.message == unsaved.draft.message }
                answers.append(.draftSaved(unsaved.draft.message, text: unsaved.draft.text))
                if note(unsaved.draft) { answers.append(.storeChanged) }
            } catch .busy {
                // Whoever holds the store holds it against all of them.
                let next = Moment(milliseconds: clock().milliseconds + Int64(Self.retryDelay))
                for index in drafts.indices {
                    (drafts[index].due, drafts[index].isStuck) = (max(drafts[index].due, next), false)
                }
                return answers
            } catch {
                putOff(unsaved.draft.message)
                answers.append(.failed(say(error)))
            }
        }
        return answers
    }

    /// - Returns: whether the list, which marks drafts, looks different now.
    private mutating func note(_ draft: Draft) -> Bool {
        draft.text.isEmpty ? marked.remove(draft.message) != nil : marked.insert(draft.message).inserted
    }

    private mutating func putOff(_ message: Digest) {
        guard let index = drafts.firstIndex(where: { $0.draft.message == message }) else { return }
        drafts[index].due = Moment(milliseconds: clock().milliseconds + 2000)
        drafts[index].isStuck = true
    }
}
