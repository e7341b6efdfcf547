/// Makes a message of one row of LinkedIn's tables.
enum LinkedInRow {
    /// nil: there is neither text nor address.
    static func message(
        _ table: NamedTable, in channel: ExportedChannel, _ account: ExportedAccount, _ repairs: inout Repairs
    ) -> ExportedMessage? {
        let share = table.cell("sharelink", repairs: &repairs)
        guard let link = share ?? table.cell("link", repairs: &repairs) else {
            guard let text = table.cell("message", "sharecommentary", repairs: &repairs) else { return nil }
            repairs.insert(.unusableID)
            return ExportedMessage(
                channel: channel, id: nil, account: account, time: time(table, nil, &repairs), text: text,
                place: table.place)
        }
        let post = urn(inAddress: link)
        let isShare = share != nil
        let text = table.cell("message", "sharecommentary", repairs: &repairs) ?? ""
        let media = [table.cell("sharedurl", repairs: &repairs), table.cell("mediaurl", repairs: &repairs)]
        return ExportedMessage(
            channel: channel, id: isShare ? post : nil, parent: isShare ? nil : post,
            thread: post.map { ExportedThread(id: $0, link: address(link) ?? "") }, account: account,
            time: time(table, isShare ? post : nil, &repairs), text: isShare ? unwrapped(text) : text,
            permalink: address(link), attachments: media.compactMap { $0.map(addressWithoutQuery) },
            place: table.place)
    }

    /// UTC, as LinkedIn's help says. A share's blank time is in its number; a comment's number is its post's.
    private static func time(_ table: NamedTable, _ urn: String?, _ repairs: inout Repairs) -> ExportedTime {
        let written = table.cell("date", repairs: &repairs)
        let time = cellTime(written, zone: " UTC", repairs: &repairs)
        guard time.milliseconds == nil, let urn, let moment = moment(ofURN: urn) else { return time }
        repairs.remove(.timeUnknown)
        repairs.insert(.timeFromID)
        return ExportedTime(milliseconds: moment, written: written ?? "", zoneIsKnown: true)
    }

    /// `urn:li:activity:7401794121226567681` of an address in which its colons are escaped; nil: there is none.
    static func urn(inAddress address: String) -> String? {
        let plain = address.replacing("%3A", with: ":").replacing("%3a", with: ":")
        guard let start = plain.firstRange(of: "urn:li:") else { return nil }
        let urn = plain[start.lowerBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") }
        let parts = urn.split(separator: ":")
        guard parts.count >= 4, parts[3].utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return parts.prefix(4).joined(separator: ":")
    }

    /// The upper bits of a post's number are milliseconds since 1970 UTC.
    static func moment(ofURN urn: String) -> Int64? {
        guard let last = urn.split(separator: ":").last, let number = UInt64(last), number > 1 << 60 else { return nil }
        return Int64(number >> 22)
    }

    /// nil unless the address is LinkedIn's and plain.
    private static func address(_ link: String) -> String? {
        let isOwn = link.hasPrefix("https://www.linkedin.com/")
        return isOwn && link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? addressWithoutQuery(link) : nil
    }

    /// Some exports put each line of a post into quotes of its own.
    static func unwrapped(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, let first = lines.first, let last = lines.last, first.hasSuffix("\""),
            last.hasPrefix("\""), lines.dropFirst().dropLast().allSatisfy({ isWrapped($0) })
        else { return text }
        let inner = lines.dropFirst().dropLast().map { $0.dropFirst().dropLast() }
        return ([first.dropLast()] + inner + [last.dropFirst()]).joined(separator: "\n")
    }

    private static func isWrapped(_ line: Substring) -> Bool {
        line.utf8.count >= 2 && line.hasPrefix("\"") && line.hasSuffix("\"")
    }
}
