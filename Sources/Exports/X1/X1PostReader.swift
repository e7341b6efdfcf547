/// Makes messages of the Tweet objects that X's API v1.1 and its archive have in common. Ids, accounts and channel are
/// those of `XReader`, so that a post is the same one in all three formats.
struct X1PostReader {
    let channel: ExportedChannel
    /// Who wrote what names nobody: the owner of an archive.
    private let owner: ExportedAccount?
    private var post = JSONFields<X1PostKey>()
    private var inner = JSONFields<X1PostKey>()
    private var extended = JSONFields<X1PostKey>()
    private var user = JSONFields<X1UserKey>()
    private var part = JSONFields<X1PartKey>()
    private(set) var repostCount = 0
    private(set) var withoutAuthor = 0

    init(options: ExportOptions, owner: ExportedAccount? = nil) {
        channel = ExportedChannel(platform: "x", key: options.channel ?? "x", name: options.channel ?? "X")
        self.owner = owner
    }

    /// The message of a post; nil: there is neither id nor text.
    mutating func message(_ value: JSONValue, in record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        post.read(value, in: &record)
        // `id` is rounded by whatever read the file as floating numbers; `id_str` is not.
        let id = record.identifier(post[.idText]) ?? record.identifier(post[.id])
        let written = wholeText(in: &record)
        guard id != nil || !written.isEmpty else { return nil }
        if id == nil { record.repairs.insert(.unusableID) }
        let time = time(id: id, in: &record)
        let text = HTMLText.decoded(written)
        var message = ExportedMessage(
            channel: channel, id: id, parent: parent(in: &record), account: account(in: &record), time: time,
            editedAt: isLaterVersion(id, in: &record) ? time.milliseconds : nil, text: text,
            markup: text == written ? nil : written, language: record.string(post[.lang]).flatMap(xLanguage),
            permalink: id.flatMap(xPermalink), place: place)
        message.likes = count(post[.likes], in: &record)
        message.shares = count(post[.reposts], in: &record)
        message.attachments = attachments(in: &record)
        return message
    }

    /// A repost's own text is cut; the whole one stands in the post inside.
    private mutating func wholeText(in record: inout JSONRecord) -> String {
        let own = text(of: post, in: &record)
        inner.read(post[.reposted], in: &record)
        guard let reposted = post[.reposted], !record.isMissing(reposted) else {
            if own.hasPrefix("RT @") { repostCount += 1 }
            return own
        }
        repostCount += 1
        let whole = text(of: inner, in: &record)
        user.read(inner[.user], in: &record)
        guard !whole.isEmpty else { return own }
        return record.identifier(user[.handle]).map { "RT @\($0): \(whole)" } ?? whole
    }

    private mutating func text(of fields: JSONFields<X1PostKey>, in record: inout JSONRecord) -> String {
        let short = record.string(fields[.fullText]) ?? record.string(fields[.text]) ?? ""
        guard fields[.extended] != nil else { return short }
        extended.read(fields[.extended], in: &record)
        return record.string(extended[.fullText]).flatMap { $0.isEmpty ? nil : $0 } ?? short
    }

    private func parent(in record: inout JSONRecord) -> String? {
        record.identifier(post[.parentText]) ?? record.identifier(post[.parent])
    }

    private mutating func account(in record: inout JSONRecord) -> ExportedAccount? {
        user.read(post[.user], in: &record)
        let id = record.identifier(user[.idText]) ?? record.identifier(user[.id])
        let handle = record.string(user[.handle]) ?? ""
        let name = record.string(user[.name]) ?? ""
        if id != nil || !handle.isEmpty || !name.isEmpty { return ExportedAccount(id: id, handle: handle, name: name) }
        if owner == nil { withoutAuthor += 1 }
        return owner
    }

    private func time(id: String?, in record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(post[.createdAt]) ?? ""
        if let time = x1Time(written) { return time }
        if let milliseconds = id.flatMap(xTime) {
            record.repairs.insert(.timeFromID)
            return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: true)
        }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private func count(_ value: JSONValue?, in record: inout JSONRecord) -> Int? {
        record.scalar(value).flatMap { Int($0) }
    }
}

extension X1PostReader {
    /// `initial` for the first version, `edit` for later ones; each lists all versions, the first one first.
    private mutating func isLaterVersion(_ id: String?, in record: inout JSONRecord) -> Bool {
        part.read(post[.editInfo], in: &record)
        let edit = part[.edit]
        part.read(part[.initial], in: &record)
        var versions = record.elements(of: part[.versions])
        if versions.isEmpty {
            part.read(edit, in: &record)
            part.read(part[.editControl], in: &record)
            versions = record.elements(of: part[.versions])
        }
        guard versions.count > 1 else { return false }
        return record.identifier(versions[0]) != id
    }

    /// Names of files, then where the links lead: the text has X's own short addresses, which tell nothing.
    private mutating func attachments(in record: inout JSONRecord) -> [String] {
        extended.read(post[.extended], in: &record)
        let entities = record.isMissing(extended[.entities]) ? post[.entities] : extended[.entities]
        let files = record.isMissing(extended[.media]) ? post[.media] : extended[.media]
        part.read(entities, in: &record)
        let links = record.elements(of: part[.urls])
        let few = record.elements(of: part[.media])
        part.read(files, in: &record)
        let all = record.elements(of: part[.media])
        let media = addresses(.mediaAddress, of: all.isEmpty ? few : all, in: &record).map(lastPathComponent)
        return media + addresses(.expanded, of: links, in: &record)
    }

    private mutating func addresses(
        _ key: X1PartKey, of parts: [JSONValue], in record: inout JSONRecord
    ) -> [String] {
        parts.compactMap { element in
            part.read(element, in: &record)
            return record.identifier(part[key])
        }
    }
}
