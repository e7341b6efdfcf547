/// Answers of Facebook's Graph API: pages of comments, posts or private messages (`data`), objects by id (`?ids=`),
/// single objects; one or several in a file. Pages and maps are read object by object, so that 4 MiB limit one post
/// with the comments inside it, and no page.
package enum FacebookReader: ExportReader {
    package static let format = "facebook"
    package static let summary = "Facebook Graph API JSON: comments and posts of a page"
    package static let lacks = "deleted comments; authors only with permission"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        // Graph writes UTC in this form and no other.
        guard hasMark("\"created_time\"", in: head), hasMark("+0000\"", in: head) else { return .no }
        let isNode = keys.contains("permalink_url") || keys.contains("from")
        if keys.contains("created_time") { return isNode ? .certain : .no }
        guard
            ["\"message\"", "\"permalink_url\"", "\"from\"", "\"story\""].contains(where: { hasMark($0, in: head) })
        else { return .no }
        if keys.contains("data") { return .certain }
        return keys.first.map(isFacebookID) == true ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Graph API exports hold neither deleted comments nor what edited ones said before."))
        let isSingle = topLevelKeys(source.head).contains("created_time")
        var document = FacebookDocument(options: options)
        repeat {
            if isSingle {
                try document.readObject(&walker, path: "objects", yield: yield)
            } else {
                try document.readPage(&walker, yield: yield)
            }
        } while try walker.peek() != nil
        try document.finish(yield: yield)
    }
}

/// `POST_COMMENT`, a number, or a private message's `m_`.
private func isFacebookID(_ key: String) -> Bool {
    key.hasPrefix("m_") || key.split(separator: "_").allSatisfy { isSnowflake(String($0)) } && !key.isEmpty
}

/// The outermost objects.
private struct FacebookDocument {
    private var nodes: FacebookNodes
    private var record = JSONRecord()
    private var number = 0
    private var pages = 0

    init(options: ExportOptions) { nodes = FacebookNodes(options: options) }

    mutating func readPage(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        let prefix = pages == 0 ? "" : "pages[\(pages)]."
        pages += 1
        number = 0
        while let key = try walker.nextKey() {
            let first = try walker.peek()
            if key == "data", first == UInt8(ascii: "[") {
                try readData(&walker, path: prefix + "data", yield: yield)
            } else if first == UInt8(ascii: "{"), isFacebookID(key) {
                try readObject(&walker, path: prefix + "ids", yield: yield)
            } else {
                try walker.skip()
            }
        }
    }

    private mutating func readData(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        guard try walker.enter("[") else { return }
        while try walker.nextElement() { try readObject(&walker, path: path, yield: yield) }
    }

    mutating func readObject(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        _ = try walker.peek()
        let place = ExportPlace(unit: .item, number: number, path: path, byteOffset: walker.window.offset)
        number += 1
        switch try walker.decode(into: &record) {
        case .refused(let reason): try yield(.skipped(place, reason: reason))
        case .decoded: try nodes.read(&record, at: place, yield: yield)
        }
    }

    func finish(yield: (ExportEvent) throws -> Void) throws { try nodes.finish(yield: yield) }
}
