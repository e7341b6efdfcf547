import Conversations
import GRDB

extension Store {
    /// One decision on many messages, as one act in one transaction. What cannot be decided on any more is left out
    /// and told; a conversation in which nothing else waits for us is resolved. Where somebody does, only the judged
    /// messages were looked at: nothing is marked as read.
    func judge(_ judging: Judging, _ database: Database, now: Moment) throws -> ActOutcome {
        let (messages, leftOut) = try JudgingCandidates(database: database).settled(judging.messages)
        guard !messages.isEmpty else { return .judged(JudgingReceipt(messages: 0, conversations: 0, leftOut: leftOut)) }
        var receipt = JudgingReceipt(messages: messages.count, conversations: 0, leftOut: leftOut)
        var entries: [EventLog.Entry] = []
        let inOrder = Dictionary(grouping: messages, by: \.row).sorted { $0.key < $1.key }
        for (row, judged) in inOrder {
            guard let key = judged.first?.judged.conversation,
                let target = try ActTarget.fetch(database, key, shown: nil)
            else { continue }
            receipt.conversations += 1
            let isSettled = try isSettled(database, row, by: judged.map(\.judged.message))
            entries += judged.map { judging.act(on: $0.judged).entry(on: target, saysWhatWasSeen: isSettled) }
            if isSettled {
                entries.append(target.state(.resolved, resolution: .moderated, reason: judging.reason))
            } else {
                receipt.stillWaiting += 1
            }
        }
        let log = EventLog(database: database, device: device, actor: options.actor, now: now)
        try Projector(database).eventsChanged(try log.append(entries))
        return .judged(receipt)
    }

    /// One decision on one message. By the rule for many: the conversation is resolved where nobody else waits for us.
    /// A decision that leaves others waiting marks as read what is known to have been shown, and nothing more.
    func decide(_ decision: DecisionAct, on targets: [ActTarget], _ log: EventLog) throws -> ActOutcome {
        var entries: [EventLog.Entry] = []
        var stillWaiting = 0
        for target in targets {
            let isSettled = try isSettled(log.database, target.row, by: [decision.message])
            entries.append(decision.entry(on: target, saysWhatWasSeen: isSettled || target.wasShown))
            if isSettled {
                entries.append(target.state(.resolved, resolution: .moderated, reason: decision.reason))
            } else {
                stillWaiting += 1
            }
        }
        try Projector(log.database).eventsChanged(try log.append(entries))
        guard stillWaiting > 0 else { return .done(count: targets.count) }
        return .judged(JudgingReceipt(messages: 1, conversations: targets.count, stillWaiting: stillWaiting))
    }

    /// Whether nobody waits in a conversation whose messages are not all judged, now or before.
    private func isSettled(_ database: Database, _ row: Int64, by judged: [Digest]) throws -> Bool {
        let others = try Digest.fetchAll(
            database,
            sql: """
                SELECT message.digest FROM placement JOIN conversation ON conversation.id = placement.conversation
                JOIN message ON message.id = placement.message
                WHERE placement.conversation = ? AND placement.traits & ? <> 0
                AND conversation.waiting_since IS NOT NULL AND placement.sort_time >= conversation.waiting_since
                AND NOT EXISTS (
                    SELECT 1 FROM event WHERE event.subject = message.digest AND +event.kind = 'decision'
                    AND event.is_on = 1
                )
                """, arguments: [row, MessageTraits.inbound.rawValue])
        return Set(others).subtracting(judged).isEmpty
    }
}

extension Judging {
    /// The decision on one of its messages.
    func act(on judged: JudgedMessage) -> DecisionAct {
        DecisionAct(
            message: judged.message, revision: judged.revision, decision: decision, guideline: guideline,
            reason: reason)
    }
}
