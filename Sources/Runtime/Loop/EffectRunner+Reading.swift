import Conversations
import Dashboard
import Screen
import Store

/// What the dashboard shows: short reads at once, long ones on the reader's thread.
extension EffectRunner {
    func loadInbox(_ query: InboxQuery) -> [Answer] {
        let now = clock()
        guard query.isQuick else {
            let store = store
            ask(.inbox, .loadInbox(query)) { () throws(StoreError) in .inbox(try store.inbox(query, now: now)) }
            return []
        }
        return attempt { () throws(StoreError) in .inbox(try store.inbox(query, now: now)) }
    }

    func find(_ query: InboxQuery) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.find) { () throws(StoreError) in
            let page = try store.inbox(query, now: now)
            return .found(page.rows.first, regexLimitHits: page.regexLimitHits)
        }
        return []
    }

    func loadQueryValues(_ request: QueryCompletion.Request) -> [Answer] {
        let store = store
        ask(.values) { () throws(StoreError) in
            .queryValues(try store.queryValues(request.prefix, beginning: request.beginning), for: request)
        }
        return []
    }

    func loadCounts() -> [Answer] {
        let (store, now) = (store, clock())
        ask(.counts, .loadCounts) { () throws(StoreError) in .counts(try store.counts(now: now)) }
        return []
    }

    func countViews(_ queries: [InboxQuery]) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.views, .countViews(queries)) { () throws(StoreError) in
            .viewCounts(try store.counts(of: queries, now: now))
        }
        return []
    }

    func findMarks(
        _ find: @escaping @Sendable (Store, Moment) throws(StoreError) -> (found: [Digest], hasMore: Bool)
    ) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.marks) { () throws(StoreError) in
            let (found, hasMore) = try find(store, now)
            return .toMark(found, hasMore: hasMore)
        }
        return []
    }

    func planJudging(_ source: JudgingSource, limit: Int) -> [Answer] {
        let store = store
        ask(.judging) { () throws(StoreError) in
            .judging(try store.judging(source, limit: limit), for: source)
        }
        return []
    }

    func loadFacts(_ key: Digest) -> [Answer] {
        attempt { () throws(StoreError) in .facts(try store.facts(about: key), about: key) }
    }

    func explain(_ key: Digest, _ query: Query, _ context: QueryContext) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.explanation, .explain(key, query, context)) { () throws(StoreError) in
            .explained(try store.explain(key, by: query, context: context, now: now), about: key)
        }
        return []
    }

    func loadPerson(_ key: Digest) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.explanation, .loadPerson(key)) { () throws(StoreError) in
            .person(try store.person(behind: key, now: now), behind: key)
        }
        return []
    }

    func loadBatches() -> [Answer] {
        let store = store
        ask(.batches, .loadBatches) { () throws(StoreError) in .batches(try store.batches()) }
        return []
    }

    func startImport(_ path: String) -> [Answer] {
        let new = BackgroundImport(store: store, mailbox: mailbox, catalogue: importing.catalogue)
        runningImport = new
        new.start(path, choices: importing.choices, clock: clock())
        return []
    }

    func loadThread(_ key: Digest, limit: Int = 500) -> [Answer] {
        let now = clock()
        return attempt { () throws(StoreError) in
            guard let page = try store.thread(key, limit: limit, now: now) else { return .threadIsGone(key) }
            return .thread(withUnsaved(page), for: key)
        }
    }
}
