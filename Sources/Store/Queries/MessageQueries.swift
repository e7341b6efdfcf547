import Conversations
import Exports
import Foundation
import GRDB

/// A message as an export would give it, and the key to go on from.
package struct StoredMessage: Equatable, Sendable {
    package var row: Int64
    package var message: ExportedMessage
}

extension Store {
    /// All messages with their current revisions, in the order in which they came.
    /// - Parameter after: `row` of the last one of the page before; 0: from the start.
    package func messages(after: Int64 = 0, limit: Int = 1000) throws(StoreError) -> [StoredMessage] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT \(Self.messageColumns) WHERE message.id > ? ORDER BY message.id LIMIT ?",
                arguments: [after, limit]
            ).map { StoredMessage(row: $0["id"], message: try ExportedMessage(row: $0)) }
        }
    }

    /// Digest of a message's current text, which a decision is made on; nil: no such message.
    package func revision(of message: Digest) throws(StoreError) -> Digest? {
        try read { database in
            try Digest.fetchOne(
                database,
                sql: """
                    SELECT revision.digest FROM message JOIN placement ON placement.message = message.id
                    JOIN revision ON revision.id = placement.revision WHERE message.digest = ?
                    """, arguments: [message])
        }
    }

    private static let messageColumns = """
        message.*, channel.platform, channel.key AS channel_key, channel.name AS channel_name, channel.grouping,
            thread.key AS thread_key, thread.title, thread.link, account.key AS account_key, account.handle,
            account.is_bot, account.is_owner, revision.text, revision.markup, revision.edited_at,
            above.key AS parent_key
        FROM message JOIN channel ON channel.id = message.channel
        JOIN placement ON placement.message = message.id
        JOIN revision ON revision.id = placement.revision
        LEFT JOIN thread ON thread.id = message.thread
        LEFT JOIN account ON account.id = message.account
        LEFT JOIN message AS above ON above.digest = message.parent
        """
}

extension ExportedMessage {
    fileprivate init(row: Row) throws {
        let name: String = row["channel_name"]
        let attachments: String? = row["attachments"]
        let edited: Int64 = row["edited_at"]
        let parent: Digest? = row["parent"]
        let parentKey: String? = row["parent_key"]
        self.init(
            channel: ExportedChannel(
                platform: row["platform"], key: row["channel_key"] ?? name, name: name,
                grouping: ExportedChannel.Grouping(rawValue: row["grouping"]) ?? .byReply),
            id: row["key"], parent: parentKey, thread: ExportedThread(row: row),
            account: ExportedAccount(row: row),
            time: ExportedTime(milliseconds: row["time"], written: row["written"], zoneIsKnown: row["zone_known"]),
            editedAt: edited > 0 ? edited : nil, text: row["text"], markup: row["markup"],
            kind: Kind(rawValue: row["kind"]) ?? .message, status: (row["status"] as String?).flatMap(Status.init),
            isPrivate: row["is_private"], likes: row["likes"], shares: row["shares"], rating: row["rating"],
            language: row["language"], permalink: row["permalink"],
            attachments: attachments.flatMap { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) } ?? [],
            place: ExportPlace(unit: .item, number: 0, byteOffset: 0))
        parentMark = parentKey == nil ? parent?.bytes : nil
    }
}

extension ExportedThread {
    fileprivate init?(row: Row) {
        guard let key: String = row["thread_key"] else { return nil }
        self.init(id: key, title: row["title"], link: row["link"])
    }
}

extension ExportedAccount {
    /// The name as it stood on the message; bots and owners as the account is known now.
    fileprivate init?(row: Row) {
        let author: String = row["author"]
        guard let isBot: Bool = row["is_bot"] else {
            guard !author.isEmpty else { return nil }
            self.init(id: nil, handle: author, name: "")
            return
        }
        self.init(
            id: row["account_key"], handle: row["handle"], name: author, isBot: isBot, isOwner: row["is_owner"])
    }
}
