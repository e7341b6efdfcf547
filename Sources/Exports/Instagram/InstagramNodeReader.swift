/// Makes messages of comments and of posts (media with a caption).
struct InstagramNodeReader {
    private let channel: ExportedChannel
    private var node = JSONFields<InstagramNodeKey>()
    private var part = JSONFields<InstagramPartKey>()
    private(set) var withoutAuthor = 0

    init(options: ExportOptions) {
        let name = options.channel
        channel = ExportedChannel(platform: "instagram", key: name ?? "instagram", name: name ?? "Instagram")
    }

    /// The message of a node that stands under the message `above`, and the comments under it; nil: it says nothing.
    mutating func message(
        _ value: JSONValue, in record: inout JSONRecord, under above: ExportedMessage?, at place: ExportPlace
    ) -> (message: ExportedMessage, comments: [JSONValue])? {
        node.read(value, in: &record)
        let id = record.identifier(node[.id])
        let text = record.string(node[.text]) ?? record.string(node[.caption]) ?? ""
        guard id != nil || !text.isEmpty else { return nil }
        if id == nil { record.repairs.insert(.unusableID) }
        let link = WebAddress.plain(record.string(node[.permalink]))
        var message = ExportedMessage(
            channel: channel, id: id, parent: record.identifier(node[.parentID]) ?? above?.id,
            thread: thread(id, link, under: above, in: &record), account: account(in: &record),
            time: time(in: &record), text: text, status: status(in: record),
            likes: record.integer(node[.likeCount]), permalink: link, place: place)
        message.attachments = attachments(in: &record)
        part.read(node[.replies], in: &record)
        let replies = record.elements(of: part[.data])
        part.read(node[.comments], in: &record)
        return (message, replies + record.elements(of: part[.data]))
    }

    private var isPost: Bool { node[.mediaType] != nil || node[.caption] != nil }

    private mutating func thread(
        _ id: String?, _ link: String?, under above: ExportedMessage?, in record: inout JSONRecord
    ) -> ExportedThread? {
        if isPost { return id.map { ExportedThread(id: $0, link: link ?? "") } }
        part.read(node[.media], in: &record)
        return record.identifier(part[.id]).map { ExportedThread(id: $0) } ?? above?.thread
    }

    /// Names are there more often than ids, so the name tells accounts apart.
    private mutating func account(in record: inout JSONRecord) -> ExportedAccount? {
        var name = record.identifier(node[.username])
        var id: String?
        for value in [node[.from], node[.user], node[.owner]] where value != nil {
            part.read(value, in: &record)
            name = name ?? record.identifier(part[.username])
            id = id ?? record.identifier(part[.id])
        }
        guard let key = name ?? id else {
            withoutAuthor += 1
            return nil
        }
        return ExportedAccount(id: key, handle: name ?? "", name: name ?? "")
    }

    private func time(in record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(node[.timestamp]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private func status(in record: JSONRecord) -> ExportedMessage.Status? {
        guard let hidden = node[.hidden] else { return nil }
        switch record.kind(of: hidden) {
        case .true: return .hidden
        case .false: return .published
        default: return nil
        }
    }

    /// An album's own address is that of its first picture.
    private mutating func attachments(in record: inout JSONRecord) -> [String] {
        let own = record.identifier(node[.mediaAddress])
        part.read(node[.children], in: &record)
        let children = record.elements(of: part[.data]).compactMap { element in
            part.read(element, in: &record)
            return record.identifier(part[.mediaAddress])
        }
        return (children.isEmpty ? [own].compactMap(\.self) : children).map(WebAddress.fileName)
    }
}
