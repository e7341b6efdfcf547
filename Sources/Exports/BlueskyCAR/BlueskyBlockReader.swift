/// Reads records of posts from DAG-CBOR: the same fields as `BlueskyRecordReader` reads from JSON.
enum BlueskyBlockReader {
    /// nil: it has no text, so it is something other than a post.
    static func post(in record: inout CBORRecord) -> BlueskyPost? {
        let root = record.root
        guard let text = record.text(record.value("text", of: root)) else { return nil }
        var post = BlueskyPost(text: text, createdAt: record.text(record.value("createdAt", of: root)) ?? "")
        let reply = record.value("reply", of: root)
        post.root = address(record.value("root", of: reply), &record)
        post.parent = address(record.value("parent", of: reply), &record)
        post.language = record.identifier(record.elements(of: record.value("langs", of: root)).first)
        post.links = links(record.value("facets", of: root), &record)
        post.attachments = attachments(record.value("embed", of: root), &record)
        return post
    }

    private static func address(_ reference: CBORValue?, _ record: inout CBORRecord) -> String? {
        record.identifier(record.value("uri", of: reference))
    }

    private static func links(_ facets: CBORValue?, _ record: inout CBORRecord) -> [BlueskyPost.Link] {
        var links: [BlueskyPost.Link] = []
        for facet in record.elements(of: facets) {
            let index = record.value("index", of: facet)
            guard let start = record.integer(record.value("byteStart", of: index)),
                let end = record.integer(record.value("byteEnd", of: index))
            else { continue }
            for feature in record.elements(of: record.value("features", of: facet)) {
                if let target = address(feature, &record) {
                    links.append(BlueskyPost.Link(start: start, end: end, target: target))
                }
            }
        }
        return links
    }

    private static func attachments(_ embed: CBORValue?, _ record: inout CBORRecord) -> [String] {
        var names = files(embed, &record)
        if let media = record.value("media", of: embed) { names += files(media, &record) }
        let quoted = record.value("record", of: embed)
        let address = address(quoted, &record) ?? address(record.value("record", of: quoted), &record)
        return names + [address].compactMap(\.self)
    }

    private static func files(_ embed: CBORValue?, _ record: inout CBORRecord) -> [String] {
        var names = record.elements(of: record.value("images", of: embed)).compactMap { element in
            record.identifier(record.value("alt", of: element)) ?? blob(record.value("image", of: element), &record)
        }
        if let film = blob(record.value("video", of: embed), &record) { names.append(film) }
        if let page = address(record.value("external", of: embed), &record) { names.append(page) }
        return names
    }

    private static func blob(_ value: CBORValue?, _ record: inout CBORRecord) -> String? {
        record.identifier(record.value("cid", of: value)) ?? record.link(record.value("ref", of: value))?.text
    }
}
