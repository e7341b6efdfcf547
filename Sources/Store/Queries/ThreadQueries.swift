import Conversations
import Foundation
import GRDB

extension Store {
    /// A conversation with its messages, notes, decisions and replies. Of a long one the root and the
    /// newest messages; `omitted` says how many are not there.
    /// - Parameter limit: messages at most.
    /// - Returns: nil when there is no such conversation.
    package func thread(_ key: Digest, limit: Int = 500, now: Moment) throws(StoreError) -> ThreadPage? {
        try read { database in
            guard let row = try ActTarget.row(database, key) else { return nil }
            let found = try InboxRow.fetchAll(database, "SELECT \(row) AS id", now: now)
            guard let conversation = try claims(database).marked(found, now: now).first else { return nil }
            return try ThreadQuery(
                database: database, row: row, limit: limit, drafting: drafts(database), now: now
            ).page(conversation)
        }
    }
}

/// Reads one thread page.
struct ThreadQuery {
    let database: Database
    let row: Int64
    let limit: Int
    let drafting: Drafts
    let now: Moment

    /// Messages of ours above the conversation that are shown as its context.
    static let contextLimit = 3

    func page(_ conversation: InboxRow) throws -> ThreadPage {
        let team = try TeamNames(database)
        let context = try context(team)
        let unread = try ThreadUnread(database: database, row: row, count: conversation.unreadCount)
        let messages = try messages(team, unread)
        let marks = try ThreadMarks(database: database, row: row)
        var rows = context.map { ThreadRow(id: $0.row.digest, depth: 0, content: .message($0.row)) }
        let order = ThreadTree.order(messages.map { ThreadTree.Node(digest: $0.row.digest, parent: $0.parent) })
        for (index, depth) in order {
            let message = marks.decided(messages[index].row)
            rows.append(ThreadRow(id: message.digest, depth: depth, content: .message(message)))
            rows += marks.rows(below: message, depth: depth)
        }
        let thread = try Row.fetchOne(
            database,
            sql: "SELECT title, link FROM thread WHERE id = (SELECT thread FROM conversation WHERE id = ?)",
            arguments: [row])
        let drafts = try drafting.sorted(drafts(), now: now)
        var page = ThreadPage(
            conversation: conversation, title: thread?["title"] ?? "", link: thread?["link"] ?? "", rows: rows,
            omitted: max(0, conversation.messageCount - messages.count),
            draft: drafts.own, otherDrafts: drafts.others)
        page.earlierDrafts = try drafting.earlier(row)
        return page
    }

    /// A message and what it answers.
    struct Found {
        var row: MessageRow
        var parent: Digest?
    }

    private static let columns = """
        message.digest, revision.digest AS revision, message.author, coalesce(account.handle, '') AS handle,
        (SELECT platform FROM channel WHERE channel.id = message.channel) AS platform, placement.traits,
        coalesce(account.is_bot, 0) AS is_bot, message.kind, message.time, message.zone_known,
        revision.text, substr(revision.markup, 1, \(MessageLink.textLimit)) AS markup, revision.edited_at,
        message.status, message.likes, message.attachments, message.permalink,
        placement.message AS number, placement.sort_time, placement.sequence,
        message.parent, message.parent IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM message AS above WHERE above.digest = message.parent) AS is_orphan,
        person.name AS person, person.roles
        """

    private static let tables = """
        FROM placement JOIN message ON message.id = placement.message
        JOIN revision ON revision.id = placement.revision
        LEFT JOIN account ON account.id = message.account
        LEFT JOIN person ON person.id = account.person
        """

    /// The root and the newest, in order of time.
    private func messages(_ team: TeamNames, _ unread: ThreadUnread) throws -> [Found] {
        var newest = try Row.fetchAll(
            database,
            sql: """
                SELECT \(Self.columns) \(Self.tables) WHERE placement.conversation = ?
                ORDER BY placement.sort_time DESC, placement.sequence DESC, placement.message DESC LIMIT ?
                """, arguments: [row, limit]
        ).map { Found(row: MessageRow(row: $0, team: team, unread: unread), parent: $0["parent"]) }
        newest.reverse()
        guard newest.count == limit,
            let root = try Row.fetchOne(
                database,
                sql: """
                    SELECT \(Self.columns) \(Self.tables)
                    WHERE placement.message = (SELECT first FROM conversation WHERE id = ?)
                    """, arguments: [row])
        else { return newest }
        let first = Found(row: MessageRow(row: root, team: team, unread: unread), parent: root["parent"])
        return newest.contains { $0.row.digest == first.row.digest } ? newest : [first] + newest.dropFirst()
    }

    /// What the team wrote that this conversation answers.
    private func context(_ team: TeamNames) throws -> [Found] {
        var found: [Found] = []
        var next = try Digest.fetchOne(
            database,
            sql: """
                SELECT parent FROM message WHERE id = (SELECT first FROM conversation WHERE id = ?)
                """, arguments: [row])
        while let digest = next, found.count < Self.contextLimit {
            guard
                let above = try Row.fetchOne(
                    database, sql: "SELECT \(Self.columns) \(Self.tables) WHERE message.digest = ?",
                    arguments: [digest])
            else { break }
            guard MessageTraits(rawValue: above["traits"]).contains(.lead) else { break }
            var message = Found(row: MessageRow(row: above, team: team), parent: above["parent"])
            message.row.isContext = true
            guard !found.contains(where: { $0.row.digest == digest }) else { break }
            found.append(message)
            next = message.parent
        }
        return found.reversed()
    }

    private func drafts() throws -> [Draft] {
        try Row.fetchAll(
            database,
            sql: """
                \(Drafts.ofConversation) ORDER BY draft.saved_at
                """, arguments: [row]
        ).map {
            Draft(
                message: $0["message"], actor: $0["actor"], text: $0["text"], cursor: $0["cursor"],
                savedAt: Moment(milliseconds: $0["saved_at"]), session: $0["session"])
        }
    }
}

extension MessageRow {
    fileprivate init(row: Row, team: TeamNames, unread: ThreadUnread) {
        self.init(row: row, team: team)
        isUnread = unread.contains(
            PlacedMessage(
                row: row["number"], time: row["sort_time"], sequence: row["sequence"],
                traits: MessageTraits(rawValue: row["traits"])))
    }

    init(row: Row, team: TeamNames) {
        let traits = MessageTraits(rawValue: row["traits"])
        let attachments: String? = row["attachments"]
        self.init(
            digest: row["digest"], revision: row["revision"], author: row["author"], handle: row["handle"],
            isTeam: traits.contains(.team), isBot: row["is_bot"],
            kind: MessageKind(rawValue: row["kind"]) ?? .message,
            time: (row["time"] as Int64?).map(Moment.init(milliseconds:)), zoneIsKnown: row["zone_known"],
            text: row["text"], markup: row["markup"], isEdited: (row["edited_at"] as Int64) > 0,
            status: (row["status"] as String?).flatMap(PlatformStatus.init(rawValue:)), likes: row["likes"],
            attachments: attachments.flatMap { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) } ?? [],
            permalink: row["permalink"] ?? "", parentIsMissing: row["is_orphan"],
            looksLikeTeam: team.isImitated(by: row))
        person = row["person"]
        roles = PersonRole.list(row["roles"] ?? "")
    }
}
