import Conversations
import Exports
import Foundation
import GRDB

extension Store {
    /// All that is known about one message; nil: not there.
    /// - Parameter key: a message, or a conversation, which stands for its first message.
    package func facts(about key: Digest) throws(StoreError) -> MessageFacts? {
        try read { database in
            guard let row = try messageRow(database, key), var facts = try MessageFacts.fetch(database, row)
            else { return nil }
            facts.revisions = try RevisionFact.fetch(database, row)
            facts.origins = try OriginFact.fetch(database, row)
            return facts
        }
    }
}

extension MessageFacts {
    fileprivate static func fetch(_ database: Database, _ message: Int64) throws -> MessageFacts? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT message.*, channel.platform, channel.name AS channel_name, channel.key AS channel_key,
                    thread.title, account.handle, account.key AS account_key, account.is_team, account.is_bot,
                    account.is_owner
                FROM message JOIN channel ON channel.id = message.channel
                LEFT JOIN thread ON thread.id = message.thread
                LEFT JOIN account ON account.id = message.account
                WHERE message.id = ?
                """, arguments: [message]
        ).map(MessageFacts.init(row:))
    }

    private init(row: Row) {
        let attachments = (row["attachments"] as String?).map { Data($0.utf8) }
        self.init(
            digest: row["digest"], key: row["key"], platform: row["platform"], channel: row["channel_name"],
            channelKey: row["channel_key"], threadTitle: row["title"] ?? "", author: row["author"],
            handle: row["handle"] ?? "", accountKey: row["account_key"], isTeam: row["is_team"] ?? false,
            isBot: row["is_bot"] ?? false, isOwner: row["is_owner"] ?? false, written: row["written"],
            time: (row["time"] as Int64?).map(Moment.init(milliseconds:)), zoneIsKnown: row["zone_known"],
            kind: MessageKind(rawValue: row["kind"]) ?? .message, isPrivate: row["is_private"],
            status: (row["status"] as String?).flatMap(PlatformStatus.init(rawValue:)), likes: row["likes"],
            shares: row["shares"], rating: row["rating"], language: row["language"],
            permalink: row["permalink"] ?? "",
            attachments: attachments.flatMap { try? JSONDecoder().decode([String].self, from: $0) } ?? [],
            revisions: [], origins: [])
    }
}

extension RevisionFact {
    /// The current one first.
    fileprivate static func fetch(_ database: Database, _ message: Int64) throws -> [RevisionFact] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT revision.text, revision.markup, revision.edited_at, revision.observed_at,
                    iif(message.is_disputed, revision.author, NULL) AS author
                FROM revision JOIN message ON message.id = revision.message
                LEFT JOIN placement ON placement.message = revision.message
                WHERE revision.message = ?
                ORDER BY revision.id = placement.revision DESC, edited_at DESC, observed_at DESC LIMIT 20
                """, arguments: [message]
        ).map { row in
            let edited: Int64 = row["edited_at"]
            return RevisionFact(
                text: row["text"], markup: row["markup"], editedAt: edited > 0 ? Moment(milliseconds: edited) : nil,
                observedAt: Moment(milliseconds: row["observed_at"]), author: row["author"])
        }
    }
}

extension OriginFact {
    fileprivate static func fetch(_ database: Database, _ message: Int64) throws -> [OriginFact] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT batch.id, batch.path AS file, batch.format, batch.imported_at, provenance.entry,
                    provenance.unit, provenance.number, provenance.path, provenance.byte_offset
                FROM provenance JOIN batch ON batch.id = provenance.batch
                WHERE provenance.message = ? ORDER BY batch.id DESC, provenance.number
                LIMIT \(MessageFacts.originLimit)
                """, arguments: [message]
        ).map { row in
            let place = ExportPlace(
                unit: ExportPlace.Unit(rawValue: row["unit"]) ?? .line, number: row["number"], path: row["path"],
                byteOffset: row["byte_offset"], entry: row["entry"])
            return OriginFact(
                batch: row["id"], path: row["file"], format: row["format"],
                importedAt: Moment(milliseconds: row["imported_at"]), place: place.description,
                byteOffset: place.byteOffset)
        }
    }
}
