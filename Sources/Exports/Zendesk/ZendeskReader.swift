/// Tickets of Zendesk: answers of its API (tickets, one ticket, the comments of a ticket; one or several pages in a
/// file), and one ticket a line with its comments inside.
package enum ZendeskReader: ExportReader {
    package static let format = "zendesk"
    package static let summary = "Zendesk API JSON or NDJSON: tickets and their comments"
    package static let lacks = "ticket comments do not name their ticket, nor tickets their comments"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        if isTicket(keys) { return .certain }
        if keys.contains("ticket") || keys.contains("tickets") {
            return hasMark("\"requester_id\"", in: head) || hasMark("\"submitter_id\"", in: head) ? .certain : .no
        }
        guard keys.contains("comments") else { return .no }
        return hasMark("\"audit_id\"", in: head) && hasMark("\"author_id\"", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Zendesk exports hold neither deleted tickets nor what redacted comments said before."))
        var document = ZendeskDocument(options: options)
        if try isTicket(topLevelKeys(walker.upcoming())) {
            try walker.eachObject(as: "tickets", yield: yield) {
                document.readTicket($0.root, in: &$0, at: $1)
                try document.flush(yield: yield)
            }
        } else {
            try walker.eachPage(
                listing: ["ticket", "tickets", "comments", "users"], yield: yield,
                other: { try document.readAddress(of: $0, &$1) }, end: { try document.flush(yield: yield) },
                take: { try document.read($0, &$1, at: $2, yield: yield) })
        }
        try document.finish(yield: yield)
    }

    private static func isTicket(_ keys: [String]) -> Bool {
        let keys = Set(keys)
        return keys.contains("id") && !keys.isDisjoint(with: ["requester_id", "submitter_id", "requester"])
            && !keys.isDisjoint(with: ["subject", "raw_subject"])
            && !keys.isDisjoint(with: ["description", "comments"])
    }
}
