import Conversations
import Dashboard
import Store

/// What is on its way to the store: acts that it was too busy for, in order, and a draft that is not saved yet.
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
    }

    /// A draft is on disk this soon after the first key that changed it, in milliseconds.
    static let draftDelay: Int64 = 500
    /// How soon a busy store is tried again, in milliseconds.
    static let retryDelay = 50

    private let store: Store
    private let clock: () -> Moment
    private let say: @Sendable (StoreError) -> String
    private var acts: [Write] = []
    private var draft: UnsavedDraft?
    /// The last undo was refused, which was said: the next one goes on to the act before.
    private var undoWasRefused = false

    init(store: Store, clock: @escaping () -> Moment, say: @escaping @Sendable (StoreError) -> String) {
        self.store = store
        self.clock = clock
        self.say = say
    }

    /// Acts that wait for the store.
    var count: Int { acts.count }

    /// Whether all is on disk, the draft too.
    var isDone: Bool { acts.isEmpty && draft == nil }

    /// The draft that is not on disk; nil: there is none.
    var unsaved: Draft? { draft?.draft }

    /// The draft was refused for another reason than a lock: waiting alone does not help.
    private(set) var isStuck = false

    /// When the draft is to be saved; nil: it is.
    var draftDue: Moment? { draft?.due }

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

    mutating func keep(_ new: Draft, over taken: Draft?, now: Bool) -> [Answer] {
        var answers: [Answer] = []
        if let unsaved = draft, unsaved.draft.message != new.message { answers += saveDraft() }
        let due = draft?.due ?? Moment(milliseconds: clock().milliseconds + Self.draftDelay)
        draft = UnsavedDraft(draft: new, taken: taken, due: due)
        return now ? answers + saveDraft() : answers
    }

    mutating func saveDraft() -> [Answer] {
        guard let unsaved = draft else { return [] }
        do {
            try store.saveDraft(unsaved.draft, over: unsaved.taken)
            draft = nil
            isStuck = false
            return [.draftSaved(text: unsaved.draft.text)]
        } catch .busy {
            draft?.due = Moment(milliseconds: clock().milliseconds + Int64(Self.retryDelay))
            return []
        } catch {
            draft?.due = Moment(milliseconds: clock().milliseconds + 2000)
            isStuck = true
            return [.failed(say(error))]
        }
    }
}
