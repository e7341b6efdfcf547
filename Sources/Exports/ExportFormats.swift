/// The formats that can be imported. A new one is one folder and one line in `all`.
package enum ExportFormats {
    package static let all: [any ExportReader.Type] = [
        DiscordReader.self,
        TelegramReader.self,
        WordPressReader.self,
        DisqusReader.self,
        CommentoReader.self,
        Remark42Reader.self,
        BlueskyReader.self,
        BlueskyCARReader.self,
        PushshiftReader.self,
        RedditListingReader.self,
        HackerNewsReader.self,
        MastodonReader.self,
        MastodonOutboxReader.self,
        LotseReader.self,
        XReader.self,
        X1Reader.self,
        XArchiveReader.self,
        YouTubeReader.self,
        YtDlpReader.self,
        FacebookReader.self,
        FacebookDYIReader.self,
        InstagramReader.self,
        InstagramDYIReader.self,
        TikTokReader.self,
        MboxReader.self,
        EmlReader.self,
        WhatsAppReader.self,
        IRCReader.self,
        MatrixReader.self,
        MessengerReader.self,
        SignalReader.self,
        SignalMarkdownReader.self,
        DiscordCSVReader.self,
        YouTubeTakeoutReader.self,
        RedditGDPRReader.self,
        RedditGDPRMessagesReader.self,
        LinkedInReader.self,
        LinkedInMessagesReader.self,
        GooglePlayReader.self,
        TrustpilotReader.self,
        GooglePlayAPIReader.self,
        AppStoreReader.self,
        AppStoreRSSReader.self,
        GoogleBusinessReader.self,
        SteamReader.self,
        ZendeskReader.self,
        IntercomReader.self,
        DiscourseReader.self,
        DiscourseArchiveReader.self,
        FeedReader.self,
        StackExchangeReader.self,
        IssoReader.self,
        IssoDatabaseReader.self,
        JSONListReader.self,
        MattermostReader.self,
        TeamsReader.self,
        GoogleChatReader.self,
        JSONLinesReader.self,
        CommaSeparatedReader.self,
    ]

    /// The formats that are many files: a folder or an archive with a layout of its own.
    package static let trees: [any TreeReader.Type] = [
        XArchiveTreeReader.self,
        MastodonArchiveReader.self,
        MaildirReader.self,
        StackExchangeTree.self,
        SlackReader.self,
        DiscordPackageReader.self,
        MattermostTreeReader.self,
        ZulipReader.self,
        TeamsTreeReader.self,
        GoogleChatTreeReader.self,
        SignalMarkdownTree.self,
    ]

    /// The reader that `--format` names; nil: there is none.
    package static func named(_ format: String) -> (any ExportReader.Type)? { all.first { $0.format == format } }

    /// The reader of folders and archives that `--format` names; nil: there is none.
    package static func tree(_ format: String) -> (any TreeReader.Type)? { trees.first { $0.format == format } }

    /// The reader for a source, by its content; nothing is consumed. The name's ending (`csv`) decides only between
    /// formats that are equally likely. Throws `ExportError.empty`, `.unknownFormat` with a hint at what the
    /// file is instead, and `.ambiguous`.
    package static func detect(
        _ source: ByteSource, nameEnding: String? = nil
    ) throws(ExportError) -> any ExportReader.Type {
        let found = try detect(source, nameEnding: nameEnding, among: all.map(ExportFormat.builtIn))
        guard case .builtIn(let reader) = found else { throw .unknownFormat(hint: unknownContent(source.head)) }
        return reader
    }

    /// As above, among the formats that are given.
    static func detect(
        _ source: ByteSource, nameEnding: String?, among formats: [ExportFormat]
    ) throws(ExportError) -> ExportFormat {
        let head = source.head
        guard !head.isEmpty else { throw .empty }
        let judged = formats.map { (format: $0, confidence: $0.detect(head)) }
        // A reader that is certain knows better: one reads a database.
        if !judged.contains(where: { $0.confidence == .certain }), let hint = foreignContent(head) {
            throw .unknownFormat(hint: hint)
        }
        guard let best = judged.map(\.confidence).max(), best > .no else {
            throw .unknownFormat(hint: unknownContent(head))
        }
        let candidates = judged.filter { $0.confidence == best }.map(\.format)
        if candidates.count > 1, let named = candidates.first(where: { $0.format == nameEnding?.lowercased() }) {
            return named
        }
        guard candidates.count == 1, let only = candidates.first else {
            throw .ambiguous(candidates: candidates.map { $0.format })
        }
        return only
    }

    /// What a generic export's columns would be taken for, to be shown before the import; nil for formats that name
    /// their fields themselves. Throws `ExportError.mapping`.
    package static func mapping(
        of source: ByteSource, format: any ExportReader.Type, options: ExportOptions
    ) throws(ExportError) -> MappingGuess? {
        switch format.format {
        case CommaSeparatedReader.format: try CommaSeparatedReader.mapping(source.head, options: options)
        case JSONListReader.format: try JSONListReader.mapping(source.head, options: options)
        case JSONLinesReader.format: try JSONLinesReader.mapping(source.head, options: options)
        default: nil
        }
    }
}
