/// Answers of the App Store Connect API: customer reviews with the developer's responses (`include=response`), one or
/// several pages in a file.
package enum AppStoreReader: ExportReader {
    package static let format = "appstore"
    package static let summary = "App Store Connect API JSON: customer reviews and responses"
    package static let lacks = "no author ids, no language, no earlier versions of edited reviews"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        guard keys.contains("data") || keys.contains("included") else { return .no }
        let hasType =
            hasMark("\"customerReviews\"", in: head) || hasMark("\"customerReviewResponses\"", in: head)
        return hasType && hasMark("\"attributes\"", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("App Store exports know authors by nickname only, and reviews as they are now."))
        var page = AppStorePage(options: options)
        var owners = AnnouncedOwners()
        try walker.eachPage(
            listing: ["data", "included"], yield: yield,
            other: { key, walker in
                guard key == "links", try walker.peek() == UInt8(ascii: "{") else { return false }
                try page.readLinks(&walker)
                return true
            }, end: { try page.flush(&owners, yield: yield) },
            take: { _, record, place in
                try page.read(&record, at: place, yield: yield)
                if page.isFull { try page.flush(&owners, yield: yield) }
            })
    }
}
