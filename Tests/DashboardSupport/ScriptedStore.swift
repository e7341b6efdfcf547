import Conversations
import Dashboard

/// A store in memory that answers the dashboard's effects as the real one does.
package struct ScriptedStore {
    /// In any order.
    package var rows: [InboxRow]
    package var drafts: [Digest: Draft] = [:]
    package var otherDrafts: [Digest: [Draft]] = [:]
    package var earlierDrafts: [Digest: [Draft]] = [:]
    package var threads: [Digest: ThreadPage] = [:]
    package var facts: [Digest: MessageFacts] = [:]
    package var batches: [ImportedBatch] = []
    package var explanations: [Digest: Explanation] = [:]
    package var past: [HistoryRow] = []
    package var persons: [Digest: PersonFacts] = [:]
    /// What one decision for many is for, where it is not simply all.
    package var plans: [JudgingSource: JudgingPlan] = [:]
    /// What every period has; nil: no report comes.
    package var report: Report?
    /// What completion may offer.
    package var values: [QueryPrefix: [String]] = [:]
    private var history: [[InboxRow]] = []
    private var future: [[InboxRow]] = []

    package init(_ rows: [InboxRow]) {
        self.rows = rows
    }

    /// What the store says to an effect; nothing to those that are the runtime's own.
    package mutating func answer(_ effect: Effect) -> [Answer] {
        switch effect {
        case .loadInbox(let query): return [.inbox(page(query))]
        case .loadThread(let key, _), .previewThread(let key): return [thread(key)]
        case .loadCounts: return [.counts(counts)]
        case .find(let query): return [.found(page(query).rows.first)]
        case .loadQueryValues(let request): return [.queryValues(values[request.prefix] ?? [], for: request)]
        case .append(let act, let keys, let id): return append(act, keys, id)
        case .undo(let id):
            guard let before = history.popLast() else { return [.refused(id: id, .nothingToUndo)] }
            return swap(before, id: id)
        case .redo(let id):
            guard let after = future.popLast() else { return [.refused(id: id, .nothingToRedo)] }
            history.append(rows)
            rows = after
            return [.redone(id: id, UndoReceipt(kind: "state", conversation: nil)), .storeChanged]
        case .saveDraft(let conversation, let message, let text, let cursor, _, _):
            drafts[conversation] = Draft(
                message: message, actor: "anna", text: text, cursor: cursor, savedAt: Samples.now)
            return [.draftSaved(message, text: text)]
        case .countViews(let queries): return [.viewCounts(queries.map { query in rows.count { matches($0, query) } })]
        case .findToMark(let query, let limit):
            let found = rows.filter { matches($0, query) }.sorted { $0.newest > $1.newest }.map(\.id)
            return [.toMark(Array(found.prefix(limit)), hasMore: found.count > limit)]
        case .findAlike(let key, _):
            let text = rows.first { $0.id == key }?.excerpt
            return [.toMark(rows.filter { $0.excerpt == text }.map(\.id), hasMore: false)]
        case .planJudging(let source, _): return [.judging(plans[source] ?? plan(source), for: source)]
        case .loadFacts(let key): return [.facts(facts[key], about: key)]
        case .loadPerson(let key): return [.person(persons[key], behind: key)]
        case .loadReport(let query):
            guard var report else { return [] }
            report.query = query
            return [.report(report)]
        case .loadBatches: return [.batches(batches)]
        case .explain(let key, _, _): return [.explained(explanations[key], about: key)]
        case .loadHistory(let before, let count):
            let rows = past.filter { $0.clock < before }
            return [.history(HistoryPage(rows: Array(rows.prefix(count)), hasMore: rows.count > count), before: before)]
        default: return []
        }
    }

    /// Each conversation's first message, which has its digest.
    private func plan(_ source: JudgingSource) -> JudgingPlan {
        let keys: [Digest]
        switch source {
        case .firstOf(let marked): keys = marked
        case .alike(let key):
            let text = rows.first { $0.id == key }?.excerpt
            keys = rows.filter { $0.excerpt == text }.map(\.id)
        }
        return JudgingPlan(messages: keys.map { JudgedMessage(message: $0, revision: $0, conversation: $0) })
    }

    private mutating func swap(_ before: [InboxRow], id: Int) -> [Answer] {
        let changed = zip(before, rows).first { $0 != $1 }?.0.id
        future.append(rows)
        rows = before
        return [.undone(id: id, UndoReceipt(kind: "state", conversation: changed)), .storeChanged]
    }

    private mutating func append(_ act: Act, _ keys: [Digest], _ id: Int) -> [Answer] {
        if case .link = act { return [.acted(id: id, .done(count: keys.count)), .storeChanged] }
        if case .role = act { return [.acted(id: id, .done(count: keys.count)), .storeChanged] }
        guard rows.contains(where: { keys.contains($0.id) }) else {
            return [.acted(id: id, .refused(.unknownConversation))]
        }
        if act != .open { history.append(rows) }
        if case .judge(let judging) = act {
            let receipt = JudgingReceipt(messages: judging.messages.count, conversations: keys.count)
            return [.acted(id: id, .judged(receipt)), .storeChanged]
        }
        for index in rows.indices where keys.contains(rows[index].id) { apply(act, &rows[index]) }
        if case .send = act { keys.forEach { drafts[$0] = nil } }
        return [.acted(id: id, .done(count: keys.count)), .storeChanged]
    }

    private func apply(_ act: Act, _ row: inout InboxRow) {
        row.unreadCount = 0
        switch act {
        case .open, .reopen: row.state = .open
        case .resolve: row.state = .resolved
        case .snooze(let until): (row.state, row.until) = (.snoozed, until)
        case .wait, .send: row.state = .waiting
        case .hold(_, let until): (row.state, row.until) = (.held, until)
        case .leaveToCommunity(let until): (row.state, row.until) = (.community, until)
        case .close: row.state = .closed
        case .assign(let person): row.assignee = person
        case .label(let name, let isOn): row.labels = row.labels.filter { $0 != name } + (isOn ? [name] : [])
        case .prioritize(let priority): row.priority = priority
        case .note, .decide, .judge, .link, .role: break
        }
    }

    private func matches(_ row: InboxRow, _ query: InboxQuery) -> Bool {
        guard query.search.map({ fulfils(row, $0.root, query) }) ?? true else { return false }
        guard query.sort == .newest || row.needsAnswer else { return false }
        guard let limit = query.limit else { return row.state == .new || row.state == .open }
        return fulfils(row, limit.root, query)
    }

    private func fulfils(_ row: InboxRow, _ node: QueryNode, _ query: InboxQuery) -> Bool {
        switch node {
        case .everything: true
        case .not(let node): !fulfils(row, node, query)
        case .and(let nodes): nodes.allSatisfy { fulfils(row, $0, query) }
        case .or(let nodes): nodes.contains { fulfils(row, $0, query) }
        case .term(.state(.state(let state))): row.state == state
        case .term(.state(.unanswered)), .term(.waiting): row.needsAnswer
        case .term(.state(.pending)): row.pendingCount > 0
        case .term(.state(.unread)): row.unreadCount > 0
        case .term(.state(.mine)): row.assignee == query.context.me
        case .term(.state(.marked)): query.context.marked.contains(row.id)
        case .term(.channel(let name)): row.channel == name.text
        case .term(.text(let text)): row.excerpt.contains(text.text) || row.author.contains(text.text)
        case .term(.resolved): row.state == .resolved || row.state == .closed
        case .term(let term): preconditionFailure("the scripted store does not know \(term)")
        }
    }

    private func comes(_ left: Position, _ right: Position, _ query: InboxQuery) -> Bool {
        query.sort == .newest ? left > right : left < right
    }

    private func page(_ query: InboxQuery) -> InboxPage {
        let inOrder = rows.filter { matches($0, query) }.sorted {
            comes($0.key(in: query.sort), $1.key(in: query.sort), query)
        }
        switch query.direction {
        case .older:
            let found = inOrder.filter { row in query.from.map { comes($0, row.key(in: query.sort), query) } ?? true }
            return InboxPage(query: query, rows: Array(found.prefix(query.count)), hasMore: found.count > query.count)
        case .newer:
            let found = inOrder.filter { row in query.from.map { comes(row.key(in: query.sort), $0, query) } ?? true }
            return InboxPage(query: query, rows: Array(found.suffix(query.count)), hasMore: found.count > query.count)
        }
    }

    private func thread(_ key: Digest) -> Answer {
        guard let row = rows.first(where: { $0.id == key }) else { return .threadIsGone(key) }
        var page = threads[key] ?? Samples.thread(row)
        page.conversation = row
        page.draft = drafts[key]
        page.otherDrafts = otherDrafts[key] ?? []
        page.earlierDrafts = earlierDrafts[key] ?? []
        return .thread(page, for: key)
    }

    private var counts: StateCounts {
        StateCounts(
            byState: Dictionary(grouping: rows, by: \.state).mapValues(\.count),
            unanswered: rows.count { $0.needsAnswer }, outbox: 0)
    }
}
