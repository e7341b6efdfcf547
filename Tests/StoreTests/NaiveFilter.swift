import Conversations
import Exports

/// What a query means, by the letter and without an index: each conversation is looked at.
struct NaiveFilter {
    let community: QueryCommunity

    /// The rows that a whole list shows, in its order.
    func rows(_ query: InboxQuery) -> [Digest] {
        let found = community.conversations.filter { conversation in
            (query.limit.map { holds($0.root, conversation) } ?? isToDo(conversation))
                && (query.search.map { holds($0.root, conversation) } ?? true)
                && (query.sort == .newest || conversation.row.needsAnswer)
        }
        let keys = found.map { $0.row.key(in: query.sort) }.sorted()
        return (query.sort == .newest ? keys.reversed() : keys).map(\.digest)
    }

    /// New or open with a message from others, or due again.
    private func isToDo(_ conversation: QueryCommunity.Conversation) -> Bool {
        let row = conversation.row
        let isFromOthers = conversation.messages.contains { message in
            message.exported.account?.name != "Team" && message.exported.account?.isBot == false
        }
        return (row.state == .new || row.state == .open) && (isFromOthers || row.until != nil)
    }

    private func holds(_ node: QueryNode, _ conversation: QueryCommunity.Conversation) -> Bool {
        switch node {
        case .everything: return true
        case .not(let node): return !holds(node, conversation)
        case .or(let nodes): return nodes.contains { holds($0, conversation) }
        case .term(let term):
            return term.isAboutMessage
                ? conversation.messages.contains { holds(term, $0) } : holds(term, conversation)
        case .and(let nodes):
            let group = nodes.filter(isAboutOneMessage)
            return nodes.allSatisfy { isAboutOneMessage($0) || holds($0, conversation) }
                && (group.isEmpty
                    || conversation.messages.contains { message in group.allSatisfy { holds($0, message) } })
        }
    }

    private func isAboutOneMessage(_ node: QueryNode) -> Bool {
        switch node {
        case .everything, .not: false
        case .term(let term): term.isAboutMessage
        case .and(let nodes), .or(let nodes): nodes.allSatisfy(isAboutOneMessage)
        }
    }

    private func holds(_ node: QueryNode, _ message: QueryCommunity.Message) -> Bool {
        switch node {
        case .everything, .not: false
        case .term(let term): holds(term, message)
        case .and(let nodes): nodes.allSatisfy { holds($0, message) }
        case .or(let nodes): nodes.contains { holds($0, message) }
        }
    }
}

extension NaiveFilter {
    private func named(_ name: QueryText, _ value: String?) -> Bool {
        guard let value = value?.lowercased() else { return false }
        return name.isPrefix ? value.hasPrefix(name.text.lowercased()) : value == name.text.lowercased()
    }

    private func holds(_ term: QueryTerm, _ conversation: QueryCommunity.Conversation) -> Bool {
        let row = conversation.row
        func span(_ date: QueryDate) -> (start: Moment, end: Moment) {
            date.span(now: community.now, zoneOffset: community.context.zoneOffset)
        }
        switch term {
        case .state(let flag): return holds(flag, conversation)
        case .channel(let name): return named(name, row.channel)
        case .platform(let name): return named(name, row.platform)
        case .label(let name): return row.labels.contains { named(name, $0) }
        case .assignee(let name): return named(name, row.assignee)
        case .guideline(let name): return conversation.decisions.contains { named(name, $0.guideline) }
        case .decision(let decision): return conversation.decisions.contains { $0.decision == decision }
        case .thread(let name):
            return conversation.threadTitle.lowercased().contains(name.text.lowercased())
                || row.id.hex.hasPrefix(name.text)
        case .priority(let priority): return row.priority == priority
        case .before(let date): return row.newest.time < span(date).start
        case .after(let date): return row.newest.time >= span(date).end
        case .since(let date): return row.newest.time >= span(date).start
        case .waiting(let wait):
            guard row.needsAnswer, let since = row.waitingSince else { return false }
            let edge = community.now.advanced(seconds: -wait.duration.seconds)
            return wait.isLonger ? since < edge : since > edge
        case .resolved(let span):
            let bounds = span.bounds(now: community.now, zoneOffset: community.context.zoneOffset)
            guard let time = conversation.resolvedAt else { return false }
            return bounds.start.map { time >= $0 } ?? true && bounds.end.map { time < $0 } ?? true
        case .has(let part): return conversation.parts.contains(part)
        default: return false
        }
    }

    private func holds(_ flag: QueryFlag, _ conversation: QueryCommunity.Conversation) -> Bool {
        let row = conversation.row
        return switch flag {
        case .state(let state): row.state == state
        case .unread: row.unreadCount > 0
        case .unanswered: row.needsAnswer
        case .pending: row.pendingCount > 0
        case .todo: isToDo(conversation)
        case .marked: community.context.marked.contains(row.id)
        case .mine: row.assignee == community.context.me
        case .unassigned: row.assignee == nil
        case .drafted: row.hasDraft
        }
    }

    private func holds(_ term: QueryTerm, _ message: QueryCommunity.Message) -> Bool {
        let exported = message.exported
        switch term {
        case .text(let text): return contains(text, exported.text) || contains(text, exported.account?.name ?? "")
        case .regex(let pattern):
            return (try? Regex(pattern).ignoresCase()).map { exported.text.contains($0) } ?? false
        case .from(let name): return isBy(name, exported.account)
        case .to(let name): return isBy(name, message.answered)
        case .role(let role): return holds(role, exported.account)
        case .language(let tag):
            return exported.language.map { $0.lowercased() == tag || $0.lowercased().hasPrefix(tag + "-") } ?? false
        case .sent(let span):
            let bounds = span.bounds(now: community.now, zoneOffset: community.context.zoneOffset)
            guard let time = exported.time.milliseconds else { return false }
            return bounds.start.map { time >= $0.milliseconds } ?? true
                && bounds.end.map { time < $0.milliseconds } ?? true
        case .batch(let number): return message.batch == number
        case .has(.attachment): return !exported.attachments.isEmpty
        case .has(.rating): return exported.rating != nil
        case .has(.link): return exported.text.contains("https://")
        default: return false
        }
    }

    private func isBy(_ name: QueryText, _ account: ExportedAccount?) -> Bool {
        guard let account else { return false }
        let wanted = QueryText(name.text.replacing("@", with: ""), isPrefix: name.isPrefix)
        return contains(name, account.name)
            || (!account.handle.isEmpty && named(wanted, account.handle.replacing("@", with: "")))
    }

    private func holds(_ role: QueryRole, _ account: ExportedAccount?) -> Bool {
        let isTeam = account?.name == "Team"
        return switch role {
        case .team: isTeam
        case .bot: account?.isBot ?? false
        case .owner: account?.isOwner ?? false
        case .employee, .advocate, .customer, .press, .critic, .troll: false
        case .member: !isTeam && !(account?.isBot ?? false) && !(account?.isOwner ?? false)
        }
    }

    /// Words in a row, the last one perhaps only begun.
    private func contains(_ wanted: QueryText, _ text: String) -> Bool {
        func words(_ text: String) -> [String] {
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        let (wantedWords, words) = (words(wanted.text), words(text))
        guard let last = wantedWords.last, words.count >= wantedWords.count else { return false }
        return (0...(words.count - wantedWords.count)).contains { start in
            let stretch = words[start..<(start + wantedWords.count)]
            return Array(stretch.dropLast()) == Array(wantedWords.dropLast())
                && (wanted.isPrefix ? stretch.last?.hasPrefix(last) ?? false : stretch.last == last)
        }
    }
}
