/// One message as an export gives it, before any merging. Text is as the format gives it, made plain;
/// invalid bytes are U+FFFD already, U+0000 is U+2400. Ids are the format's own characters, never
/// through a floating number.
package struct ExportedMessage: Equatable, Sendable {
    /// The channel that it stands in.
    package var channel: ExportedChannel
    /// The format's id; nil: the format has none, and the store makes one of channel, account, time as
    /// written, text and occurrence.
    package var id: String?
    /// Id of the message that it answers, in the same scope as `id`.
    package var parent: String?
    /// The 16 bytes of the digest of a message whose id is not known, that it answers: only lotse's own export,
    /// which keeps a link to a message that is not there.
    package var parentMark: [UInt8]?
    /// The container that the format declares (post, topic, `thread_ts`), if any.
    package var thread: ExportedThread?
    package var account: ExportedAccount?
    package var time: ExportedTime
    /// Time of the last edit, milliseconds since 1970 UTC.
    package var editedAt: Int64?
    package var text: String
    /// The original markup (HTML, mrkdwn), where it differs from `text`.
    package var markup: String?
    package var kind: Kind
    package var status: Status?
    package var isPrivate: Bool
    package var likes: Int?
    package var shares: Int?
    package var rating: Int?
    package var language: String?
    package var permalink: String?
    package var attachments: [String]
    /// Of whoever wrote it; empty unless `ExportOptions.keepsPersonal` asks for it. No part of any key.
    package var personal: [PersonalDetail] = []
    package var place: ExportPlace

    package enum Kind: String, Sendable {
        case message, action, system
    }

    /// What the platform shows.
    package enum Status: String, Sendable {
        case published, pending, hidden, spam, deleted
    }

    package init(
        channel: ExportedChannel, id: String?, parent: String? = nil, thread: ExportedThread? = nil,
        account: ExportedAccount? = nil, time: ExportedTime = .unknown, editedAt: Int64? = nil,
        text: String, markup: String? = nil, kind: Kind = .message, status: Status? = nil,
        isPrivate: Bool = false, likes: Int? = nil, shares: Int? = nil, rating: Int? = nil,
        language: String? = nil, permalink: String? = nil, attachments: [String] = [],
        place: ExportPlace
    ) {
        self.channel = channel
        self.id = id
        self.parent = parent
        self.thread = thread
        self.account = account
        self.time = time
        self.editedAt = editedAt
        self.text = text
        self.markup = markup
        self.kind = kind
        self.status = status
        self.isPrivate = isPrivate
        self.likes = likes
        self.shares = shares
        self.rating = rating
        self.language = language
        self.permalink = permalink
        self.attachments = attachments
        self.place = place
    }
}

/// One place on a platform. Two channels are the same when platform and key are.
package struct ExportedChannel: Hashable, Sendable {
    /// `discord`, `telegram`, `wordpress`; for CSV and JSONL what the column or `--platform` says, else `generic`.
    package var platform: String
    /// The format's own id of the channel; without one, its name.
    package var key: String
    package var name: String
    /// How messages that answer nothing form conversations.
    package var grouping: Grouping

    package enum Grouping: String, Sendable {
        /// Each message that answers nothing begins a conversation.
        case byReply
        /// A chat between few that does not use replies: neighbours in time belong together.
        case byTime
    }

    package init(platform: String, key: String, name: String, grouping: Grouping = .byReply) {
        self.platform = platform
        self.key = key
        self.name = name
        self.grouping = grouping
    }
}

/// The platform's container of messages.
package struct ExportedThread: Hashable, Sendable {
    package var id: String
    package var title: String
    package var link: String

    package init(id: String, title: String = "", link: String = "") {
        self.id = id
        self.title = title
        self.link = link
    }
}

/// Who wrote it, as the export names them.
package struct ExportedAccount: Hashable, Sendable {
    /// The platform's id of the account; nil where the format has only names.
    package var id: String?
    /// Login name, or empty.
    package var handle: String
    /// Name as shown, or empty.
    package var name: String
    package var isBot: Bool
    /// The export itself says that this account speaks for the place: page owner, blog author, admin.
    package var isOwner: Bool

    package init(id: String?, handle: String = "", name: String, isBot: Bool = false, isOwner: Bool = false) {
        self.id = id
        self.handle = handle
        self.name = name
        self.isBot = isBot
        self.isOwner = isOwner
    }
}

/// A time as the export gives it.
package struct ExportedTime: Equatable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00 UTC; nil: unknown. Where the zone is unknown, the local
    /// time as written, read as if it were UTC.
    package var milliseconds: Int64?
    /// The characters of the export.
    package var written: String
    package var zoneIsKnown: Bool

    package static let unknown = ExportedTime(milliseconds: nil, written: "", zoneIsKnown: false)

    package init(milliseconds: Int64?, written: String, zoneIsKnown: Bool) {
        self.milliseconds = milliseconds
        self.written = written
        self.zoneIsKnown = zoneIsKnown
    }
}

/// Where in the export a record stands, for the summary, for errors and for provenance.
package struct ExportPlace: Hashable, Sendable {
    package enum Unit: String, Sendable {
        /// `line 12`, counted from 1: the line on which the record begins. 0: the whole file.
        case line
        /// `messages[12]`, counted from 0, with the array's path.
        case item
    }

    package var unit: Unit
    package var number: Int
    /// Path of the array for `item`: `messages`, `chats.list[1].messages`, `comments`.
    package var path: String
    /// Offset of the record's first byte in the (decoded) file.
    package var byteOffset: Int

    /// The file inside a folder or archive, `/`-separated; empty where the export is one file.
    package var entry: String

    package init(unit: Unit, number: Int, path: String = "", byteOffset: Int, entry: String = "") {
        self.entry = entry
        self.unit = unit
        self.number = number
        self.path = path
        self.byteOffset = byteOffset
    }

    /// A file of a folder or archive as a whole.
    package static func whole(_ entry: String) -> ExportPlace {
        ExportPlace(unit: .line, number: 0, byteOffset: 0, entry: entry)
    }
}

extension ExportPlace: CustomStringConvertible {
    package var description: String {
        if unit == .line, number == 0 { return "entry \(entry)" }
        let record =
            switch unit {
            case .line: "line \(number)"
            case .item: "\(path)[\(number)]"
            }
        return entry.isEmpty ? record : "\(entry): \(record)"
    }
}
