/// Makes messages of posts, comments and private messages.
struct FacebookNodeReader {
    private let options: ExportOptions
    private var node = JSONFields<FacebookNodeKey>()
    private var part = JSONFields<FacebookPartKey>()
    /// Messages whose id stands in their address only.
    private(set) var idsFromAddresses = 0
    private(set) var withoutAuthor = 0

    init(options: ExportOptions) { self.options = options }

    /// The message of a node that stands under the message `above`, and the comments under it; nil: it says nothing.
    mutating func message(
        _ value: JSONValue, in record: inout JSONRecord, under above: ExportedMessage?, at place: ExportPlace
    ) -> (message: ExportedMessage, comments: [JSONValue])? {
        node.read(value, in: &record)
        let link = record.string(node[.permalink])
        let address = FacebookAddress(link ?? "")
        let known = record.identifier(node[.id])
        let id = known ?? address.id
        let text = record.string(node[.message]) ?? record.string(node[.story]) ?? ""
        let attachments = attachments(in: &record)
        guard id != nil || !text.isEmpty || !attachments.isEmpty else { return nil }
        if id == nil { record.repairs.insert(.unusableID) } else if known == nil { idsFromAddresses += 1 }
        let page = address.page ?? (isPost ? id.flatMap { halves($0)?.first } : nil)
        var message = ExportedMessage(
            channel: page == nil ? above?.channel ?? channel(nil) : channel(page), id: id,
            parent: parentID(in: &record) ?? address.parent ?? above?.id,
            thread: thread(id, address, isNested: above != nil), account: account(page, in: &record),
            time: time(in: &record), text: text, status: status(in: record), permalink: link.flatMap(webAddress),
            place: place)
        message.isPrivate =
            record.isTrue(node[.isPrivate]) || (id?.hasPrefix("m_") == true && !record.isMissing(node[.to]))
        message.attachments = attachments
        message.likes = record.integer(node[.likeCount]) ?? count(node[.likes], in: &record)
        message.shares = count(node[.shares], in: &record)
        part.read(node[.comments], in: &record)
        return (message, record.elements(of: part[.data]))
    }

    private var isPost: Bool { !isComment && (node[.updatedTime] != nil || node[.shares] != nil) }
    private var isComment: Bool { node[.commentCount] != nil || node[.parent] != nil || node[.canRemove] != nil }

    private func channel(_ page: String?) -> ExportedChannel {
        let key = page ?? options.channel ?? options.stem
        return ExportedChannel(platform: "facebook", key: key, name: options.channel ?? key)
    }

    private mutating func parentID(in record: inout JSONRecord) -> String? {
        part.read(node[.parent], in: &record)
        return record.identifier(part[.id])
    }

    /// The post: `PAGE_POST` is its own id, `POST_COMMENT` that of a comment on it.
    private func thread(_ id: String?, _ address: FacebookAddress, isNested: Bool) -> ExportedThread? {
        if let post = address.post { return ExportedThread(id: post) }
        guard let parts = id.flatMap(halves) else { return nil }
        if isNested || isComment { return ExportedThread(id: parts.first) }
        return isPost ? ExportedThread(id: parts.last) : nil
    }

    private mutating func account(_ page: String?, in record: inout JSONRecord) -> ExportedAccount? {
        part.read(node[.from], in: &record)
        let id = record.identifier(part[.id])
        let name = record.string(part[.name]) ?? ""
        guard id != nil || !name.isEmpty else {
            withoutAuthor += 1
            return nil
        }
        return ExportedAccount(id: id, name: name, isOwner: id != nil && id == page)
    }

    private func time(in record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(node[.createdTime]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private func status(in record: JSONRecord) -> ExportedMessage.Status? {
        guard let hidden = node[.isHidden] else { return nil }
        switch record.kind(of: hidden) {
        case .true: return .hidden
        case .false: return .published
        default: return nil
        }
    }

    /// `{count}`, or an edge with a summary.
    private mutating func count(_ value: JSONValue?, in record: inout JSONRecord) -> Int? {
        part.read(value, in: &record)
        if let count = record.integer(part[.count]) { return count }
        part.read(part[.summary], in: &record)
        return record.integer(part[.total])
    }

    private mutating func attachments(in record: inout JSONRecord) -> [String] {
        part.read(node[.attachments], in: &record)
        let all = record.elements(of: part[.data]) + [node[.attachment]].compactMap(\.self)
        return all.compactMap { element in
            part.read(element, in: &record)
            return record.identifier(part[.name]) ?? record.identifier(part[.title]) ?? record.identifier(part[.type])
        }
    }
}

private func halves(_ id: String) -> (first: String, last: String)? {
    let parts = id.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ isSnowflake(String($0)) }) else { return nil }
    return (String(parts[0]), String(parts[1]))
}

/// nil unless it is an address of Facebook: a file may hold any.
private func webAddress(_ link: String) -> String? {
    link.hasPrefix("https://www.facebook.com/") && link.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? link : nil
}
