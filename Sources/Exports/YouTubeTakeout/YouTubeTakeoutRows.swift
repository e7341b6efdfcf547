/// Makes messages of the rows of both tables.
struct YouTubeTakeoutRows {
    private let options: ExportOptions
    private var owners: [String: ExportingOwner] = [:]
    private var record = JSONRecord()
    private var run = JSONFields<YouTubeTakeoutKey>()

    private static let ownerLimit = 64

    init(options: ExportOptions) { self.options = options }

    mutating func read(_ table: NamedTable, yield: (ExportEvent) throws -> Void) throws {
        var repairs: Repairs = []
        let chat = table.cell("livechatid", repairs: &repairs)
        let id = chat ?? table.cell("commentid", "kommentarid", repairs: &repairs)
        let written = table.cell("commenttext", "livechattext", "kommentartext", repairs: &repairs) ?? ""
        guard id != nil || !written.isEmpty else {
            return try yield(.skipped(table.place, reason: "no id and no text"))
        }
        if id == nil { repairs.insert(.unusableID) }
        let video = table.cell("videoid", "postid", "beitragsid", repairs: &repairs)
        let channel = channel(video, isChat: chat != nil)
        let parent = table.cell(
            "parentcommentid", "uebergeordnetekommentarid", "toplevelcommentid", repairs: &repairs)
        let message = ExportedMessage(
            channel: channel, id: id, parent: parent == id ? nil : parent,
            account: try account(table, &repairs, in: channel, yield: yield),
            time: cellTime(table.cell(under: "timestamp", "zeitstempel", repairs: &repairs), repairs: &repairs),
            text: text(written, &repairs), permalink: chat == nil ? youTubePermalink(video: video, comment: id) : nil,
            place: table.place)
        try table.pass(message, repairs, yield: yield)
    }

    /// The channel that the other formats of YouTube have for a video; its live chat is another.
    private func channel(_ video: String?, isChat: Bool) -> ExportedChannel {
        let key = video ?? options.channel ?? options.stem
        let name = options.channel ?? key
        guard isChat else { return ExportedChannel(platform: "youtube", key: key, name: name) }
        return ExportedChannel(platform: "youtube", key: "live:\(key)", name: "\(name) (live)", grouping: .byTime)
    }

    private mutating func account(
        _ table: NamedTable, _ repairs: inout Repairs, in channel: ExportedChannel,
        yield: (ExportEvent) throws -> Void
    ) throws -> ExportedAccount? {
        guard let id = table.cell("channelid", "kanalid", repairs: &repairs) else { return nil }
        var owner = owners[id] ?? ExportingOwner(options: options, id: id)
        try owner.name(in: channel, yield: yield)
        if owners.count < Self.ownerLimit { owners[id] = owner }
        return owner.account
    }

    /// `{"text":"…"}`, several of them with commas between, or plain words.
    private mutating func text(_ written: String, _ repairs: inout Repairs) -> String {
        guard written.hasPrefix("{") else { return written }
        guard record.fault(parsing: Array("[\(written)]".utf8)[...]) == nil else {
            repairs.insert(.oddText)
            return written
        }
        var words = ""
        for element in record.elements(of: record.root) {
            run.read(element, in: &record)
            guard let part = record.string(run[.text]) else { continue }
            words += part
        }
        repairs.formUnion(record.repairs)
        return words
    }
}

enum YouTubeTakeoutKey: Int, JSONKey {
    case text
}
