import Conversations
import Exports
import Foundation
import TestSupport

@testable import Store

/// A store with a little of everything that a query can ask for, and the same as values.
struct QueryCommunity: Sendable {
    struct Message: Sendable {
        var exported: ExportedMessage
        var batch: Int64
        var conversation: Digest
        /// Who wrote what it answers.
        var answered: ExportedAccount?
    }

    struct Conversation: Sendable {
        /// nil: it is neither resolved nor closed.
        var resolvedAt: Moment?
        var row: InboxRow
        var messages: [Message] = []
        var parts: Set<QueryPart> = []
        /// What holds for its judged messages.
        var decisions: [(decision: ModerationDecision, guideline: String)] = []
        var threadTitle = ""
    }

    let temporary: TemporaryStore
    let now = Moment.noon.minutes(30)
    private(set) var conversations: [Conversation] = []
    var context: QueryContext

    static let size = 48

    init() throws {
        temporary = try TemporaryStore()
        context = QueryContext(me: "anna", zoneOffset: 3600)
        let all = (0..<Self.size).flatMap(Self.messages)
        let (first, second) = (all.filter { $0.number < 40 }, all.filter { $0.number >= 40 })
        try temporary.importing(first.map(\.message))
        try temporary.importing(second.map(\.message))
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
        try temporary.store.setTeam(account("Team", platform: "discord"), isTeam: true, now: .noon)
        let done = try act()
        try collect(all, done)
        context.marked = [id(3), id(30), id(33)]
    }

    static func place(_ number: Int) -> (channel: String, platform: String) {
        (["laden", "hilfe", "general chat"][number % 3], ["forum", "discord"][number % 2])
    }

    func id(_ number: Int) -> Digest {
        let place = Self.place(number)
        return digest("c\(number)", channel: place.channel, platform: place.platform)
    }

    private static func messages(_ number: Int) -> [(number: Int, message: ExportedMessage)] {
        // Two and two were written at the same time.
        let minute = -Int64(number / 2) * 600
        var root = message("c\(number)", number, by: number % 5, rootText(number), minute)
        root.language = ["de", "de-AT", "en"].indices.contains(number % 6) ? ["de", "de-AT", "en"][number % 6] : nil
        root.rating = number % 9 == 0 ? 5 : nil
        root.attachments = number % 8 == 0 ? ["a.png"] : []
        root.status = number % 10 == 3 ? .pending : nil
        if number % 12 == 5 { root.thread = ExportedThread(id: "th", title: "Rückruf der Felge") }
        var messages = [root]
        if number % 4 == 1 {
            messages.append(message("r\(number)", number, by: 0, "auch ein rad", minute + 3, to: root))
        }
        if number % 4 == 2 {
            messages.append(message("t\(number)", number, by: 5, "danke felge", minute + 4, to: root))
        }
        if number % 8 == 2 {
            messages.append(message("u\(number)", number, by: 1, "noch eine Frage", minute + 6, to: messages[1]))
        }
        return messages.map { (number, $0) }
    }

    private static func rootText(_ number: Int) -> String {
        "Frage \(number)" + (number % 2 == 0 ? " zum Rad" : " zur Felge")
            + (number % 7 == 0 ? ", neue Felge bitte" : "")
            + (number % 11 == 0 ? " https://a.example/\(number)" : "")
    }

    private static func message(
        _ id: String, _ number: Int, by author: Int, _ text: String, _ minute: Int64, to: ExportedMessage? = nil
    ) -> ExportedMessage {
        let names = ["Mia", "Jonas Blau", "Ayse", "Robo", "Wirtin", "Team"]
        var message = post(
            id, by: names[author], text, minute: minute, parent: to?.id, channel: place(number).channel,
            platform: place(number).platform)
        message.account?.handle = ["@mia", "jb", "", "robo", "chefin", ""][author]
        message.account?.isBot = author == 3
        message.account?.isOwner = author == 4
        return message
    }
}

extension QueryCommunity {
    private struct Done {
        var parts: [Int: Set<QueryPart>] = [:]
        var decisions: [Int: [(ModerationDecision, String)]] = [:]
    }

    private func perform(_ act: Act, _ number: Int, at moment: Moment = .noon) throws {
        if case .refused = try temporary.store.perform(act, on: [id(number)], now: moment) { throw Unexpected() }
    }

    /// When conversations were resolved, where it was not at noon.
    private static let resolvedAt: [Int: Moment] = [23: .noon.minutes(-2880)]

    private func decide(_ decision: ModerationDecision, _ guideline: String, _ number: Int) throws {
        let revision = try temporary.store.revision(of: id(number))
        try perform(
            .decide(
                DecisionAct(
                    message: id(number), revision: revision ?? id(number), decision: decision, guideline: guideline,
                    reason: "darum")), number)
    }

    private func act() throws -> Done {
        for number in 0..<Self.size {
            if number % 13 == 0 { try perform(.label("lieferung", isOn: true), number) }
            if number % 13 < 2 { try perform(.label("Ärger neu", isOn: true), number) }
            if number % 7 == 3 { try perform(.assign("jan"), number) }
            if number % 7 == 4 { try perform(.assign("anna"), number) }
            if number % 5 == 2 { try perform(.prioritize(.urgent), number) }
            if number % 6 == 5 { try perform(.prioritize(.low), number) }
        }
        try changeStates()
        var done = Done(
            parts: [4: [.note], 8: [.decision], 9: [.decision], 10: [.decision], 12: [.draft], 14: [.reply]])
        try perform(.note("Ersatz anbieten"), 4)
        try decide(.hidden, "3", 8)
        try decide(.kept, "", 9)
        try decide(.hidden, "3", 10)
        try decide(.kept, "1.2", 10)
        done.decisions = [8: [(.hidden, "3")], 9: [(.kept, "")], 10: [(.kept, "1.2")]]
        try temporary.store.saveDraft(
            Draft(message: id(12), actor: "anna", text: "Hallo", cursor: 5, savedAt: .noon))
        try perform(.send(ReplyAct(message: id(14), text: "Gern!", notBefore: .noon.minutes(1))), 14)
        return done
    }

    private func changeStates() throws {
        try perform(.resolve(.answered, reason: ""), 15)
        try perform(.close(reason: ""), 16)
        try perform(.wait, 17)
        try perform(.snooze(until: .noon.minutes(60)), 18)
        try perform(.snooze(until: .noon.minutes(1)), 19)
        try perform(.hold(reason: "", until: .noon.minutes(2)), 20)
        try perform(.leaveToCommunity(until: .noon.minutes(1000)), 21)
        try perform(.hold(reason: "", until: nil), 25)
        try perform(.open, 22)
        try perform(.resolve(.acknowledged, reason: ""), 23, at: .noon.minutes(-2880))
    }

    private mutating func collect(_ all: [(number: Int, message: ExportedMessage)], _ done: Done) throws {
        for number in 0..<Self.size {
            guard let row = try temporary.store.conversation(id(number), now: now) else { throw Unexpected() }
            var conversation = Conversation(row: row)
            let isDone = row.state == .resolved || row.state == .closed
            conversation.resolvedAt = isDone ? Self.resolvedAt[number, default: .noon] : nil
            conversation.parts = done.parts[number, default: []]
            conversation.decisions = done.decisions[number, default: []].map { ($0.0, $0.1) }
            conversation.threadTitle = number % 12 == 5 ? "Rückruf der Felge" : ""
            let messages = all.filter { $0.number == number }.map(\.message)
            conversation.messages = messages.map { message in
                Message(
                    exported: message, batch: number < 40 ? 1 : 2, conversation: row.id,
                    answered: messages.first { $0.id == message.parent }?.account)
            }
            conversations.append(conversation)
        }
    }
}
