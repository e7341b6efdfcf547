import Conversations
import Store

/// Keeps this session's claim while a reply is written, and notices when those of others end by themselves.
final class ClaimKeeper {
    private let store: Store
    /// What is answered, since when; nil: nothing.
    private var wanted: (message: Digest, since: Moment)?
    private var isInStore = false
    /// When the store has to hear of it next.
    private(set) var due: Moment?
    private var others = ClaimWatch()
    private var watched: Int?

    /// A busy store is tried again after so long, in milliseconds: a claim may come late, a key may not.
    private static let retryDelay: Int64 = 500

    init(store: Store) {
        self.store = store
    }

    /// Tells what the composer answers now.
    func answer(_ message: Digest?, now: Moment) {
        guard wanted?.message != message else { return }
        wanted = message.map { ($0, now) }
        due = now
        work(now: now)
    }

    /// Does what is due.
    func work(now: Moment) {
        guard let due, due <= now else { return }
        do throws(StoreError) {
            if let wanted {
                try store.hold(wanted.message, since: wanted.since, now: now)
                isInStore = true
                self.due = Moment(milliseconds: now.milliseconds + Claim.renewal)
            } else {
                if isInStore { try store.releaseClaim() }
                isInStore = false
                self.due = nil
            }
        } catch {
            self.due = Moment(milliseconds: now.milliseconds + Self.retryDelay)
        }
    }

    /// Gives the claim back before the program ends, if the store lets it; otherwise it ends with the process.
    func finish() {
        guard isInStore else { return }
        try? store.releaseClaim()
        (wanted, isInStore, due) = (nil, false, nil)
    }

    /// Whether a claim of somebody else ended without a word.
    /// - Parameter version: the store's; what was written brings news of claims by itself.
    func hasLapse(version: Int, now: Moment) -> Bool {
        let lapsed = others.hasEnded(now: now)
        if lapsed || watched != version, let fresh = try? store.watchClaims(now: now) {
            others = fresh
            watched = version
        }
        return lapsed
    }
}
