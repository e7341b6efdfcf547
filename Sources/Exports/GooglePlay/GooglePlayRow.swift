/// A review and the developer's answer to it, out of one row.
enum GooglePlayRow {
    static let developer = ExportedAccount(id: "developer", name: "Developer", isOwner: true)

    static func review(_ table: NamedTable, _ options: ExportOptions, _ repairs: inout Repairs) -> ExportedMessage {
        let link = table.cell("reviewlink", repairs: &repairs)
        let name = table.cell("packagename", repairs: &repairs) ?? options.channel ?? options.stem
        let title = table.cell("reviewtitle", repairs: &repairs)
        let words = table.cell("reviewtext", repairs: &repairs)
        let sent = time("reviewsubmit", table, &repairs)
        let updated = time("reviewlastupdate", table, &repairs)
        return ExportedMessage(
            channel: ExportedChannel(platform: "googleplay", key: name, name: options.channel ?? name),
            id: link.flatMap(reviewID), time: sent.milliseconds == nil ? updated : sent,
            editedAt: updated.milliseconds == sent.milliseconds ? nil : updated.milliseconds,
            text: [title, words].compactMap(\.self).joined(separator: "\n\n"),
            rating: cellCount(table.cell("starrating", repairs: &repairs)),
            language: table.cell("reviewerlanguage", repairs: &repairs), permalink: link.flatMap(address),
            place: table.place)
    }

    /// nil: nothing was answered.
    static func reply(to review: ExportedMessage, _ table: NamedTable) -> ExportedMessage? {
        var repairs: Repairs = []
        guard let text = table.cell("developerreplytext", repairs: &repairs) else { return nil }
        return ExportedMessage(
            channel: review.channel, id: review.id.map { "\($0)/reply" }, parent: review.id, account: developer,
            time: time("developerreply", table, &repairs), text: text, permalink: review.permalink,
            place: review.place)
    }

    /// Milliseconds where they are, else the date, which is UTC.
    private static func time(_ event: String, _ table: NamedTable, _ repairs: inout Repairs) -> ExportedTime {
        let exact = table.cell("\(event)millissinceepoch", repairs: &repairs)
        if let time = exact.flatMap({ exportedTime($0, in: nil) }) { return time }
        return cellTime(table.cell("\(event)dateandtime", repairs: &repairs), zone: " UTC", repairs: &repairs)
    }

    /// The value of `reviewId` in the review's address: the console names it nowhere else.
    static func reviewID(inLink link: String) -> String? {
        guard let question = link.firstIndex(of: "?") else { return nil }
        for pair in link[question...].dropFirst().split(separator: "&") where pair.hasPrefix("reviewId=") {
            let id = pair.dropFirst("reviewId=".count)
            let isPlain = id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            return id.isEmpty || !isPlain || id.utf8.count > 512 ? nil : String(id)
        }
        return nil
    }

    /// nil unless it is the console's own; only the review's id stays of what follows `?`.
    private static func address(_ link: String) -> String? {
        guard let id = reviewID(inLink: link) else { return nil }
        let base = addressWithoutQuery(link)
        guard let path = ["http://", "https://"].lazy.compactMap({ rest(base, after: $0) }).first,
            path.hasPrefix("play.google.com/console/"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return "https://\(path)?reviewId=\(id)"
    }

    private static func rest(_ text: String, after start: String) -> Substring? {
        text.hasPrefix(start) ? text.dropFirst(start.count) : nil
    }
}
