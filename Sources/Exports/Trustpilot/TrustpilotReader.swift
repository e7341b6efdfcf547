/// Reviews as Trustpilot's business portal gives them. Addresses of reviewers and numbers of their orders are not read.
package enum TrustpilotReader: ExportReader {
    package static let format = "trustpilot"
    package static let summary = "Trustpilot business portal: reviews, CSV"
    package static let lacks = "names and texts only where the export was asked to hold them"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let columns = tableColumns(head)
        return columns.contains("reviewid") && columns.contains("reviewstars") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source)
        defer { source = table.rows.window.source }
        try yield(.note("Trustpilot gives reviews and the company's answers; who has no name there has none here."))
        var company: [String: ExportingOwner] = [:]
        while try table.next(yield: yield) {
            var repairs: Repairs = []
            guard let review = review(table, options, &repairs) else {
                try yield(.skipped(table.place, reason: "no id"))
                continue
            }
            try table.pass(review, repairs, yield: yield)
            guard let reply = reply(to: review, table) else { continue }
            if company.count < 4096, let account = reply.account {
                var owner = company[review.channel.key] ?? ExportingOwner(account: account)
                try owner.name(in: review.channel, yield: yield)
                company[review.channel.key] = owner
            }
            try yield(.message(reply))
        }
    }

    private static func review(
        _ table: NamedTable, _ options: ExportOptions, _ repairs: inout Repairs
    ) -> ExportedMessage? {
        guard let id = table.cell("reviewid", repairs: &repairs) else { return nil }
        let site = table.cell("domainurl", "domain", "locationname", repairs: &repairs)
        let name = site ?? options.channel ?? options.stem
        let user = table.cell("reviewusername", "reviewconsumername", "consumername", repairs: &repairs)
        let title = table.cell("reviewtitle", repairs: &repairs)
        let words = table.cell("reviewcontent", "reviewtext", repairs: &repairs)
        return ExportedMessage(
            channel: ExportedChannel(platform: "trustpilot", key: name, name: options.channel ?? name), id: id,
            account: user.map { ExportedAccount(id: nil, name: $0) },
            time: cellTime(
                table.cell("reviewcreatedutc", "reviewcreated", "createdatutc", repairs: &repairs), zone: " UTC",
                repairs: &repairs),
            text: [title, words].compactMap(\.self).joined(separator: "\n\n"),
            rating: cellCount(table.cell("reviewstars", repairs: &repairs)),
            language: table.cell("reviewlanguage", repairs: &repairs),
            permalink: isPlain(id) ? "https://www.trustpilot.com/reviews/\(id)" : nil, place: table.place)
    }

    /// nil: nothing was answered, or only when is known.
    private static func reply(to review: ExportedMessage, _ table: NamedTable) -> ExportedMessage? {
        var repairs: Repairs = []
        let text = table.cell(
            "companyresponse", "businessresponse", "companyreply", "businessreply", "companyreplycontent",
            repairs: &repairs)
        guard let text else { return nil }
        let time = cellTime(
            table.cell("companyreplydateutc", "businessreplydateutc", repairs: &repairs), zone: " UTC",
            repairs: &repairs)
        return ExportedMessage(
            channel: review.channel, id: review.id.map { "\($0)/reply" }, parent: review.id,
            account: ExportedAccount(id: "company", name: review.channel.key, isOwner: true), time: time, text: text,
            place: review.place)
    }

    /// Trustpilot's ids are hexadecimal.
    private static func isPlain(_ id: String) -> Bool {
        id.utf8.count == 24 && id.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
    }
}
