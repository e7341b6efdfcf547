/// Items of Hacker News: an array or one item a line as the Firebase API gives them, or the `hits` of Algolia's
/// search (https://github.com/HackerNews/API, https://hn.algolia.com/api).
package enum HackerNewsReader: ExportReader {
    package static let format = "hackernews"
    package static let summary = "Hacker News: items of the API (array or lines), or Algolia hits"
    package static let lacks = "edits, points of comments, and words of deleted items"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        let isArray = content.first == UInt8(ascii: "[")
        let keys = isArray ? topLevelKeys(content.dropFirst()) : firstLineKeys(content)
        let isItem =
            ["id", "type", "time"].allSatisfy(keys.contains) && ["by", "deleted"].contains(where: keys.contains)
        if isItem, itemTypes.contains(where: { hasMark($0, in: content) }) { return .certain }
        guard !isArray, topLevelKeys(content).contains("hits") else { return .no }
        return hasMark("\"objectID\"", in: content) && hasMark("\"created_at_i\"", in: content) ? .certain : .no
    }

    private static let itemTypes: [StaticString] = ["\"story\"", "\"comment\"", "\"job\"", "\"poll\"", "\"pollopt\""]

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("Hacker News gives neither edits nor the words of deleted items, and no points of comments."))
        var reader = HackerNewsItemReader()
        let content = source.head.drop(while: isJSONBlank)
        if content.first == UInt8(ascii: "{"), !firstLineKeys(content).contains("type") {
            return try readHits(&source, &reader, yield: yield)
        }
        guard content.first == UInt8(ascii: "[") else {
            return try eachLineRecord(&source, yield: yield) { record, place in
                try reader.read(&record, at: place, yield: yield)
            }
        }
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try walker.eachRecord(of: "items", yield: yield) { record, place in
            try reader.read(&record, at: place, yield: yield)
        }
        try walker.finish()
    }

    private static func readHits(
        _ source: inout ByteSource, _ reader: inout HackerNewsItemReader, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        var detail = JSONRecord()
        var declared: Int?
        var counted: Int?
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            switch key {
            case "hits":
                var number = counted ?? 0
                try walker.eachRecord(of: "hits", yield: yield) { record, place in
                    number += 1
                    try reader.read(&record, at: place, yield: yield)
                }
                counted = number
            case "nbHits":
                let value = try walker.detail(into: &detail)
                declared = detail.integer(value)
            default: try walker.skip()
            }
        }
        try walker.finish()
        guard let counted else { throw ExportError.malformed(place: "the end", reason: "there is no 'hits'") }
        if let declared, declared > counted {
            try yield(.note("The search found \(declared), \(counted) are in this page of it."))
        }
    }
}
