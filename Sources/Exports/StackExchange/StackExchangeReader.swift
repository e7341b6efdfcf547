/// One table of a Stack Exchange data dump: `Posts.xml` or `Comments.xml`
/// (https://archive.org/details/stackexchange, https://meta.stackexchange.com/questions/2677).
package enum StackExchangeReader: ExportReader {
    package static let format = "stackexchange"
    package static let summary =
        "Stack Exchange dump: Posts.xml or Comments.xml; a folder with both: stackexchange-dump"
    package static let lacks = "no names of users, not of which site it is (--channel names it), no deleted posts"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let (table, row) = StackExchangeRows.first(head)
        switch table {
        case "posts": return row?["PostTypeId"] != nil ? .certain : .no
        case "comments": return row?["PostId"] != nil && row?["CreationDate"] != nil ? .certain : .no
        default: return .no
        }
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var messages = StackExchangeMessages(site: options.channel)
        try yield(.note("A table does not say of which site it is; --channel names it. Users have numbers for names."))
        try messages.readTable(&source, yield)
        try messages.finish(yield)
    }
}

extension StackExchangeMessages {
    /// Reads a whole table of posts, comments or users.
    mutating func readTable(_ source: inout ByteSource, _ yield: (ExportEvent) throws -> Void) throws {
        var rows = StackExchangeRows()
        while let row = try rows.next(&source) {
            switch rows.table {
            case "posts": try takePost(row, yield)
            case "comments": try takeComment(row, yield)
            case "users": takeUser(row)
            default: throw ExportError.unknownFormat(hint: "XML whose root is neither <posts> nor <comments>")
            }
        }
    }

    func finish(_ yield: (ExportEvent) throws -> Void) throws {
        if otherPosts > 0 { try yield(.note("\(otherPosts) posts are neither questions nor answers (wikis of tags).")) }
    }
}
