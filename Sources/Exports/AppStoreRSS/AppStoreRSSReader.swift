/// The public feed of customer reviews in JSON (`/rss/customerreviews/id=APP/json`), one or several pages in a file.
package enum AppStoreRSSReader: ExportReader {
    package static let format = "appstore-rss"
    package static let summary = "App Store customer reviews feed, JSON"
    package static let lacks = "no developer responses, no language, at most 500 reviews a country"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard topLevelKeys(head).contains("feed"), hasMark("\"label\"", in: head) else { return .no }
        return hasMark("\"im:rating\"", in: head) || hasMark("/customerreviews/", in: head)
            || hasMark("\\/customerreviews\\/", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("The App Store's feed has no responses, and no more than 500 reviews of a country."))
        var page = AppStoreFeed(options: options)
        var number = 0
        repeat {
            guard try walker.enter("{") else { throw walker.malformed("no object") }
            let prefix = number == 0 ? "feed." : "pages[\(number)].feed."
            number += 1
            while let key = try walker.nextKey() {
                if key == "feed", try walker.peek() == UInt8(ascii: "{") {
                    try page.read(&walker, prefix: prefix, yield: yield)
                } else {
                    try walker.skip()
                }
            }
        } while try walker.peek() != nil
        try page.finish(yield: yield)
    }
}
