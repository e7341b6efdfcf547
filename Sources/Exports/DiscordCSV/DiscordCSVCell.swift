/// What DiscordChatExporter puts into single cells.
enum DiscordCSVCell {
    /// `01-Jan-20 01:33 AM`, or three numbers in the order of the computer's region; nil: neither.
    static func date(_ written: String) -> NumericDate? {
        written.utf8.count <= 64 ? NumericDate(withMonthInFigures(written) ?? written) : nil
    }

    /// `2020-01-01 01:33 AM`
    private static func withMonthInFigures(_ written: String) -> String? {
        let parts = written.split(separator: "-", maxSplits: 2)
        guard parts.count == 3, let month = IRCStamp.month(parts[1]), let blank = parts[2].firstIndex(of: " ") else {
            return nil
        }
        let year = parts[2][..<blank]
        return "\(year.count == 2 ? "20" : "")\(year)-\(month)-\(parts[0])\(parts[2][blank...])"
    }

    /// Names of files: addresses are joined with commas, which may stand in an address too.
    static func attachments(_ written: String) -> [String] {
        var addresses: [String] = []
        let hasSchemes = written.hasPrefix("http")
        for part in written.split(separator: ",", omittingEmptySubsequences: !hasSchemes) {
            if hasSchemes, !part.hasPrefix("http"), let last = addresses.popLast() {
                addresses.append("\(last),\(part)")
            } else {
                addresses.append(String(part))
            }
        }
        return addresses.map { lastPathComponent(addressWithoutQuery($0)) }
    }

    /// The sum of `name (count)`; nil: there is no count.
    static func likes(_ written: String) -> Int? {
        var sum: Int?
        for part in written.split(separator: ",") {
            guard part.hasSuffix(")"), let open = part.lastIndex(of: "("),
                let count = Int(part[part.index(after: open)...].dropLast()), count >= 0
            else { continue }
            let (total, overflow) = (sum ?? 0).addingReportingOverflow(count)
            sum = overflow ? Int.max : total
        }
        return sum
    }
}

/// The name of a file of DiscordChatExporter: `Guild - Category - Channel [1234]`, of several parts also with
/// ` [part 2]` after it.
struct DiscordFileName {
    private var name: String
    private var id: String?

    init(_ stem: String) {
        name = stem
        while name.hasSuffix("]"), let open = name.lastIndex(of: "[") {
            let inside = String(name[name.index(after: open)...].dropLast())
            guard isSnowflake(inside) || inside.hasPrefix("part ") else { break }
            if isSnowflake(inside) { id = inside }
            name = String(name[..<open])
            while name.hasSuffix(" ") { name.removeLast() }
        }
    }

    /// The channel as `DiscordReader` has it of the same server. No replies are known, so neighbours in time belong
    /// together.
    func channel(named chosen: String?) -> ExportedChannel {
        let parts = name.split(separator: " - ").map(String.init)
        let ends = parts.count > 2 ? [parts[0], parts[parts.count - 1]] : parts
        let whole = ends.joined(separator: " / ")
        let shown = chosen ?? (whole.isEmpty ? name : whole)
        return ExportedChannel(platform: "discord", key: id ?? chosen ?? name, name: shown, grouping: .byTime)
    }
}
