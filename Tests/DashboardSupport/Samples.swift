import Conversations
import Dashboard

/// Invented conversations for tests of the dashboard and of what it draws.
package enum Samples {
    /// 2026-03-02 10:00 UTC, a Monday.
    package static let now = Moment(seconds: 1_772_445_600)

    /// A wide, a combining and a right-to-left name come first: what breaks columns breaks there.
    package static let authors = ["李小龍 Lee", "Zoe\u{308} No\u{301}va", "נועה לוי", "Ben Okafor", "Ida"]

    package static func digest(_ number: Int) -> Digest {
        Digest(high: UInt64(number) &* 0x1111_1111, low: UInt64(number))
    }

    package static func position(_ number: Int, minutesAgo: Int) -> Position {
        Position(
            time: now.advanced(seconds: Int64(-60 * minutesAgo)), sequence: Int64(number), digest: digest(number))
    }

    /// Conversation `number`; a higher number is older.
    package static func row(_ number: Int, state: ConversationState = .new, owes: Bool = true) -> InboxRow {
        let minutes = 5 + number * 47
        return InboxRow(
            id: digest(number), state: state, platform: number.isMultiple(of: 2) ? "discord" : "x",
            channel: number.isMultiple(of: 2) ? "help-desk" : "@lotse", author: authors[number % authors.count],
            title: "Topic \(number)", excerpt: excerpts[number % excerpts.count],
            waitingSince: owes ? now.advanced(seconds: Int64(-60 * minutes)) : nil,
            newest: position(number, minutesAgo: minutes), messageCount: 1 + number % 7,
            unreadCount: state == .new ? 1 : 0)
    }

    package static func rows(_ count: Int) -> [InboxRow] {
        (1...max(1, count)).map { row($0) }
    }

    /// A thread in which the newest inbound message is the last one.
    package static func thread(_ row: InboxRow) -> ThreadPage {
        ThreadPage(
            conversation: row, title: row.title, link: "https://example.org/t/\(row.id.short)",
            rows: [
                message(1000, "Team Anna", "We changed the bill.", depth: 0, minutesAgo: 300) {
                    $0.isTeam = true
                    $0.isContext = true
                },
                message(2000, row.author, row.excerpt, depth: 0, minutesAgo: 200) { $0.handle = "a.name" },
                message(3000, "Zoe\u{308}", "Same here!", depth: 1, minutesAgo: 100) { $0.status = .pending },
            ])
    }

    package static func message(
        _ number: Int, _ author: String, _ text: String, depth: Int, minutesAgo: Int?,
        _ change: (inout MessageRow) -> Void = { _ in }
    ) -> ThreadRow {
        var message = MessageRow(
            digest: digest(number), revision: digest(number + 1), author: author,
            time: minutesAgo.map { now.advanced(seconds: Int64(-60 * $0)) }, text: text)
        change(&message)
        return ThreadRow(id: digest(number), depth: depth, content: .message(message))
    }

    private static let excerpts = [
        "Where is my parcel? It was due on Friday and the link is dead.",
        "請問什麼時候會修好？登入之後一直出現錯誤訊息，已經三天了。",
        "Die Rechnung stimmt nicht: 2× abgebucht,\nbitte prüfen!",
        "\u{202E}txet neddih\u{202C} is in here \u{1B}[31mred",
        "👩‍👩‍👧 thanks, that solved it 👍🏽",
    ]

    /// What is known about a message of an archive.
    package static func facts(_ digest: Digest) -> MessageFacts {
        MessageFacts(
            digest: digest, key: "1300", platform: "discord", channel: "help-desk", channelKey: "99",
            threadTitle: "Spring sale", author: authors[0], handle: "lee", accountKey: "77", isBot: true,
            written: "2026-03-02T09:00:00+00:00", time: now.advanced(seconds: -3600), likes: 3,
            permalink: "https://example.org/m/1300", attachments: ["photo.jpg"],
            revisions: [
                RevisionFact(
                    text: "Hallo \u{202E}du", markup: "**Hallo** du", editedAt: now.advanced(seconds: -60),
                    observedAt: now
                ),
                RevisionFact(text: "Hallo", markup: nil, editedAt: nil, observedAt: now),
            ],
            origins: [
                OriginFact(
                    batch: 7, path: "export.zip", format: "discord", importedAt: now,
                    place: "help-desk.json: messages[12]", byteOffset: 4711)
            ])
    }

    package static let batches = [
        ImportedBatch(number: 7, path: "export.zip", format: "discord", importedAt: now, messages: 1234),
        ImportedBatch(
            number: 6, path: "a\u{1B}[31m.json", format: "telegram", importedAt: now.advanced(seconds: -86_400),
            messages: 5),
    ]

    /// Act `number` on a conversation; a higher number is older.
    package static func act(_ number: Int, _ state: ConversationState, on conversation: Int) -> HistoryRow {
        var payload = EventPayload()
        payload.state = state
        return HistoryRow(
            id: digest(9000 + number), clock: Int64(1000 - number), actor: number.isMultiple(of: 2) ? "ben" : "anna",
            time: now.advanced(seconds: Int64(-600 * number)), kind: .state, payload: payload,
            conversation: digest(conversation), author: authors[conversation % authors.count],
            excerpt: excerpts[conversation % excerpts.count], count: 1, isOn: true, isUndoable: true)
    }
}
