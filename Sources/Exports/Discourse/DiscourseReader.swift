/// Topics of a Discourse forum as its API gives them: `/t/ID.json`, a page of posts (`/t/ID/posts.json`,
/// `/posts.json`), or one post (`/posts/ID.json`). See https://docs.discourse.org.
package enum DiscourseReader: ExportReader {
    package static let format = "discourse"
    package static let summary = "Discourse: topic JSON (/t/ID.json), pages of posts, one post"
    package static let lacks = "not of which forum a topic is (--channel names it); posts beyond the first page"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head.drop(while: isJSONBlank), limit: 128)
        if keys.contains("post_stream") || keys.contains("latest_posts") { return .certain }
        if ["cooked", "post_number", "topic_id"].allSatisfy(keys.contains) { return .certain }
        // What stands before the posts may be longer than what is looked at.
        return keys.contains("chunk_size") && keys.contains("details") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        let isOnePost = topLevelKeys(source.head, limit: 128).contains("cooked")
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Discourse does not say in the file of which forum it is; --channel names it."))
        var document = DiscourseDocument(options: options)
        try isOnePost ? document.readPost(&walker, yield) : document.readTopic(&walker, yield)
        try walker.finish()
    }
}

private struct DiscourseDocument {
    private var reader = DiscoursePostReader()
    private var topic: DiscourseTopic
    private var detail = JSONRecord()
    private var count = 0
    private var streamed: Int?
    private var declared: Int?
    private var hasPosts = false

    init(options: ExportOptions) { topic = DiscourseTopic(options: options) }

    mutating func readPost(_ walker: inout JSONWalker, _ yield: (ExportEvent) throws -> Void) throws {
        var record = JSONRecord()
        _ = try walker.detail(into: &record)
        let place = ExportPlace(unit: .item, number: 0, path: "post", byteOffset: 0)
        try take(&record, place, yield)
        try topic.release(yield)
    }

    mutating func readTopic(_ walker: inout JSONWalker, _ yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            switch key {
            case "post_stream": try readStream(&walker, yield)
            case "latest_posts": try readPosts(&walker, "latest_posts", yield)
            case "id": topic.id = try scalar(&walker) ?? topic.id
            case "slug": topic.slug = try scalar(&walker) ?? topic.slug
            case "title": topic.title = HTMLText.decoded(try scalar(&walker) ?? topic.title)
            case "archetype": topic.isPrivate = try scalar(&walker) == "private_message"
            case "posts_count": declared = try scalar(&walker).flatMap { Int($0) }
            default: try walker.skip()
            }
        }
        guard hasPosts else { throw walker.malformed("there is no 'post_stream'") }
        try topic.release(yield)
        if let all = [streamed, declared].compactMap(\.self).max(), all > count {
            try yield(.note("The topic has \(all) posts, \(count) are in this file; the others are on further pages."))
        }
    }

    private mutating func scalar(_ walker: inout JSONWalker) throws(ExportError) -> String? {
        let value = try walker.detail(into: &detail)
        return detail.scalar(value)
    }

    private mutating func readStream(_ walker: inout JSONWalker, _ yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("'post_stream' is no object") }
        while let key = try walker.nextKey() {
            switch key {
            case "posts": try readPosts(&walker, "post_stream.posts", yield)
            case "stream": streamed = try countElements(&walker)
            default: try walker.skip()
            }
        }
    }

    private mutating func readPosts(
        _ walker: inout JSONWalker, _ path: String, _ yield: (ExportEvent) throws -> Void
    ) throws {
        hasPosts = true
        try walker.eachRecord(of: path, yield: yield) { record, place in try take(&record, place, yield) }
    }

    private mutating func take(
        _ record: inout JSONRecord, _ place: ExportPlace, _ yield: (ExportEvent) throws -> Void
    ) throws {
        count += 1
        guard let post = reader.read(&record, at: place) else {
            return try yield(.skipped(place, reason: "no id, or neither cooked nor raw"))
        }
        try topic.take(post, yield)
    }

    private func countElements(_ walker: inout JSONWalker) throws(ExportError) -> Int? {
        guard try walker.enter("[") else {
            try walker.skip()
            return nil
        }
        var count = 0
        while try walker.nextElement() {
            try walker.skip()
            count += 1
        }
        return count
    }
}
