/// Reads records of posts from JSON.
struct BlueskyRecordReader {
    private var fields = JSONFields<BlueskyRecordKey>()
    private var part = JSONFields<BlueskyPartKey>()
    private var inner = JSONFields<BlueskyPartKey>()

    /// nil: it has no text, so it is something other than a post.
    mutating func post(_ value: JSONValue?, in record: inout JSONRecord) -> BlueskyPost? {
        fields.read(value, in: &record)
        guard let text = record.string(fields[.text]) else { return nil }
        var post = BlueskyPost(text: text, createdAt: record.scalar(fields[.createdAt]) ?? "")
        part.read(fields[.reply], in: &record)
        let (root, parent) = (part[.root], part[.parent])
        post.root = address(root, in: &record)
        post.parent = address(parent, in: &record)
        post.language = record.elements(of: fields[.langs]).first.flatMap { record.identifier($0) }
        post.links = links(in: &record)
        post.attachments = attachments(fields[.embed], in: &record)
        return post
    }

    private mutating func address(_ reference: JSONValue?, in record: inout JSONRecord) -> String? {
        inner.read(reference, in: &record)
        return record.identifier(inner[.uri])
    }

    private mutating func links(in record: inout JSONRecord) -> [BlueskyPost.Link] {
        var links: [BlueskyPost.Link] = []
        for facet in record.elements(of: fields[.facets]) {
            part.read(facet, in: &record)
            inner.read(part[.index], in: &record)
            guard let start = record.integer(inner[.byteStart]), let end = record.integer(inner[.byteEnd]) else {
                continue
            }
            for feature in record.elements(of: part[.features]) {
                inner.read(feature, in: &record)
                if let target = record.identifier(inner[.uri]) {
                    links.append(BlueskyPost.Link(start: start, end: end, target: target))
                }
            }
        }
        return links
    }

    /// An embed holds pictures, a film, a page or a quoted post, or two of these in `media` and `record`.
    private mutating func attachments(_ embed: JSONValue?, in record: inout JSONRecord) -> [String] {
        part.read(embed, in: &record)
        let quoted = part[.record]
        var names = files(in: &record)
        if let media = part[.media] {
            part.read(media, in: &record)
            names += files(in: &record)
        }
        part.read(quoted, in: &record)
        if let address = record.identifier(part[.uri]) { return names + [address] }
        return names + [address(part[.record], in: &record)].compactMap(\.self)
    }

    private mutating func files(in record: inout JSONRecord) -> [String] {
        let (images, video, external) = (record.elements(of: part[.images]), part[.video], part[.external])
        var names = images.compactMap { element in
            inner.read(element, in: &record)
            return record.identifier(inner[.alt]) ?? blob(inner[.image], in: &record)
        }
        if let film = blob(video, in: &record) { names.append(film) }
        if let page = address(external, in: &record) { names.append(page) }
        return names
    }

    /// A file is known by the digest of its content, in records of before 2023 as a text.
    private mutating func blob(_ value: JSONValue?, in record: inout JSONRecord) -> String? {
        inner.read(value, in: &record)
        if let written = record.identifier(inner[.cid]) { return written }
        inner.read(inner[.ref], in: &record)
        return record.identifier(inner[.link])
    }
}
