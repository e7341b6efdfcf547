/// Reviews as Google Play Console gives them, one file a month: `reviews_PACKAGE_YYYYMM.csv` in UTF-16.
package enum GooglePlayReader: ExportReader {
    package static let format = "googleplay"
    package static let summary = "Google Play Console reviews, CSV"
    package static let lacks = "no names of reviewers; ratings without words have no id"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let columns = tableColumns(head)
        return columns.contains("packagename") && columns.contains("starrating") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source)
        defer { source = table.rows.window.source }
        try yield(.note("Google Play names no reviewers; an edited review replaces what it said in an earlier month."))
        var developer = ExportingOwner(account: GooglePlayRow.developer)
        while try table.next(yield: yield) {
            var repairs: Repairs = []
            let review = GooglePlayRow.review(table, options, &repairs)
            try table.pass(review, repairs, yield: yield)
            guard let reply = GooglePlayRow.reply(to: review, table) else { continue }
            try developer.name(in: review.channel, yield: yield)
            try yield(.message(reply))
        }
    }
}
