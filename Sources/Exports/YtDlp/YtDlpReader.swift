/// `.info.json` of yt-dlp with `--write-comments`: one video. The list of comments is read one by one and everything
/// else is passed over, so that neither comments nor formats limit the file's size; one comment may have 4 MiB.
package enum YtDlpReader: ExportReader {
    package static let format = "ytdlp"
    package static let summary = "yt-dlp .info.json with --write-comments: one video"
    package static let lacks = "exact times, and what the platform hides"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = Set(topLevelKeys(head))
        guard keys.contains("id") else { return .no }
        if keys.contains("extractor") || keys.contains("extractor_key") {
            return keys.isDisjoint(with: ["comments", "webpage_url", "formats", "title"]) ? .no : .certain
        }
        // The formats come early and are larger than what detection sees.
        return keys.contains("title") && hasMark("\"format_id\"", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(
            .note(
                "Times in yt-dlp files are approximate: the site says 'six days ago'. Neither deleted comments nor "
                    + "edits are there."))
        var document = YtDlpDocument(options: options)
        try document.read(&walker, yield: yield)
    }
}

/// The outermost object.
private struct YtDlpDocument {
    private let options: ExportOptions
    private var detail = JSONRecord()
    private var video: String?
    private var title = ""
    private var site: String?
    private var declared: Int?
    private var counted: Int?

    init(options: ExportOptions) { self.options = options }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            let isText = try walker.peek() == UInt8(ascii: "\"")
            switch key {
            case "id" where isText: video = try text(&walker)
            case "title" where isText: title = try text(&walker) ?? ""
            case "extractor" where isText: site = try text(&walker)
            case "comment_count":
                let value = try walker.detail(into: &detail)
                declared = detail.integer(value)
            case "comments": try readComments(&walker, yield: yield)
            default: try walker.skip()
            }
        }
        try walker.finish()
        guard let counted else {
            throw ExportError.malformed(
                place: "the end", reason: "there are no 'comments'; yt-dlp writes them with --write-comments")
        }
        if let declared, declared > counted {
            try yield(.note("The site counts \(declared) comments, \(counted) are in the file."))
        }
    }

    private mutating func text(_ walker: inout JSONWalker) throws -> String? {
        let value = try walker.detail(into: &detail)
        return detail.identifier(value)
    }

    private mutating func readComments(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("[") else { return try walker.skip() }
        if video == nil || site == nil {
            try yield(.note("The file names its video or site only behind the comments, or not at all."))
        }
        var reader = reader()
        var record = JSONRecord()
        var number = 0
        while try walker.nextElement() {
            let place = ExportPlace(unit: .item, number: number, path: "comments", byteOffset: walker.window.offset)
            number += 1
            switch try walker.decode(into: &record) {
            case .refused(let reason): try yield(.skipped(place, reason: reason))
            case .decoded: try reader.read(&record, at: place, yield: yield)
            }
        }
        counted = (counted ?? 0) + number
    }

    /// `youtube:tab` and the like are parts of one site.
    private func reader() -> YtDlpCommentReader {
        let platform = site?.prefix { $0 != ":" }.lowercased() ?? options.platform ?? "youtube"
        let key = video ?? options.channel ?? options.stem
        let channel = ExportedChannel(
            platform: platform, key: key, name: options.channel ?? (title.isEmpty ? key : title))
        return YtDlpCommentReader(channel: channel, video: platform == "youtube" ? video : nil)
    }
}
