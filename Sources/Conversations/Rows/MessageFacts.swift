/// All that the store knows about one message: as it was written, and where it comes from. All strings are raw
/// text from outside.
package struct MessageFacts: Equatable, Sendable {
    package var digest: Digest
    /// The platform's own id; nil: the format has none, or it was erased.
    package var key: String?
    package var platform: String
    package var channel: String
    /// The channel's id on the platform; nil: it was erased.
    package var channelKey: String?
    package var threadTitle: String
    package var author: String
    package var handle: String
    /// The account's id on the platform.
    package var accountKey: String?
    package var isTeam: Bool
    package var isBot: Bool
    /// The export says that the account owns the place.
    package var isOwner: Bool
    /// The time as the export wrote it.
    package var written: String
    /// nil: unknown.
    package var time: Moment?
    package var zoneIsKnown: Bool
    package var kind: MessageKind
    package var isPrivate: Bool
    package var status: PlatformStatus?
    package var likes: Int?
    package var shares: Int?
    package var rating: Int?
    package var language: String?
    package var permalink: String
    package var attachments: [String]
    /// Newest first; the first one is shown in lists.
    package var revisions: [RevisionFact]
    /// The imports that brought it or saw it again, newest first; at most `originLimit`.
    package var origins: [OriginFact]

    /// Imports that are named.
    package static let originLimit = 20

    package init(
        digest: Digest, key: String?, platform: String, channel: String, channelKey: String?, threadTitle: String = "",
        author: String, handle: String = "", accountKey: String? = nil, isTeam: Bool = false, isBot: Bool = false,
        isOwner: Bool = false, written: String = "", time: Moment?, zoneIsKnown: Bool = true,
        kind: MessageKind = .message, isPrivate: Bool = false, status: PlatformStatus? = nil, likes: Int? = nil,
        shares: Int? = nil, rating: Int? = nil, language: String? = nil, permalink: String = "",
        attachments: [String] = [], revisions: [RevisionFact], origins: [OriginFact]
    ) {
        self.digest = digest
        self.key = key
        self.platform = platform
        self.channel = channel
        self.channelKey = channelKey
        self.threadTitle = threadTitle
        self.author = author
        self.handle = handle
        self.accountKey = accountKey
        self.isTeam = isTeam
        self.isBot = isBot
        self.isOwner = isOwner
        self.written = written
        self.time = time
        self.zoneIsKnown = zoneIsKnown
        self.kind = kind
        self.isPrivate = isPrivate
        self.status = status
        self.likes = likes
        self.shares = shares
        self.rating = rating
        self.language = language
        self.permalink = permalink
        self.attachments = attachments
        self.revisions = revisions
        self.origins = origins
    }
}

/// One wording of a message.
package struct RevisionFact: Equatable, Sendable {
    package var text: String
    /// The format's own markup, where it differs from the text.
    package var markup: String?
    /// nil: never edited, as far as the export says.
    package var editedAt: Moment?
    package var observedAt: Moment
    /// Who wrote it, where senders who claim the message's id differ; empty: unknown. nil: the message's author.
    package var author: String?

    package init(text: String, markup: String?, editedAt: Moment?, observedAt: Moment, author: String? = nil) {
        self.text = text
        self.author = author
        self.markup = markup
        self.editedAt = editedAt
        self.observedAt = observedAt
    }
}

/// One import in which a message stands, and where.
package struct OriginFact: Equatable, Sendable {
    /// The import's number, for `lotse import undo`.
    package var batch: Int64
    /// The file or folder, as it was named then.
    package var path: String
    package var format: String
    package var importedAt: Moment
    /// The file inside an archive or folder, and the record: `chats.json: messages[12]`, `line 3`.
    package var place: String
    /// Of the record's first byte in the unpacked file.
    package var byteOffset: Int

    package init(
        batch: Int64, path: String, format: String, importedAt: Moment, place: String, byteOffset: Int
    ) {
        self.batch = batch
        self.path = path
        self.format = format
        self.importedAt = importedAt
        self.place = place
        self.byteOffset = byteOffset
    }
}
