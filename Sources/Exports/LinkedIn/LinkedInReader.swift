/// What LinkedIn gives to a member: `Comments.csv` with quotes after backslashes, and `Shares.csv` with doubled ones.
package enum LinkedInReader: ExportReader {
    package static let format = "linkedin"
    package static let summary = "LinkedIn data export: Comments.csv or Shares.csv"
    package static let lacks = "only what the member wrote; comments have no ids, and no name is in it"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        isShares(head) || isComments(head) ? .certain : .no
    }

    private static func isShares(_ head: ArraySlice<UInt8>) -> Bool {
        let columns = tableColumns(head)
        return columns.contains("date") && columns.contains("sharelink") && columns.contains("sharecommentary")
    }

    /// The three words are common: only with LinkedIn's own addresses beneath them are they its.
    private static func isComments(_ head: ArraySlice<UInt8>) -> Bool {
        tableColumns(head) == ["date", "link", "message"] && hasMark("linkedin.com/", in: head)
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        let isShares = isShares(source.head)
        var table = try NamedTable(source, quoting: isShares ? .doubled : .backslash)
        defer { source = table.rows.window.source }
        try yield(.note("LinkedIn gives what the member wrote, without the posts of others and without any answer."))
        var owner = ExportingOwner(options: options, id: memberID(options.stem))
        let name = options.channel ?? "linkedin"
        let channel = ExportedChannel(platform: "linkedin", key: name, name: options.channel ?? "LinkedIn")
        try owner.name(in: channel, yield: yield)
        while try table.next(yield: yield) {
            var repairs: Repairs = []
            guard let message = LinkedInRow.message(table, in: channel, owner.account, &repairs) else {
                try yield(.skipped(table.place, reason: "no text and no address"))
                continue
            }
            try table.pass(message, repairs, yield: yield)
        }
    }

    /// `Comments_17529409`: the member's number.
    private static func memberID(_ stem: String) -> String? {
        guard let mark = stem.lastIndex(of: "_") else { return nil }
        let digits = stem[stem.index(after: mark)...]
        return (5...20).contains(digits.utf8.count) && digits.utf8.allSatisfy { $0 &- 0x30 < 10 } ? String(digits) : nil
    }
}
