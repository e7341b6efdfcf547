/// Makes messages of one channel's file.
struct DiscordPackageMessages {
    let channel: ExportedChannel
    private let scope: DiscordScope
    private let author: ExportedAccount?
    private var message = JSONFields<DiscordPackageMessageKey>()

    init(scope: DiscordScope, author: ExportedAccount?, options: ExportOptions) {
        self.scope = scope
        self.author = author
        channel = scope.channel(options)
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        message.read(record.root, in: &record)
        // The id may be a JSON number beyond 2^53: its own digits count.
        let cells = DiscordPackageMessageKey.allCases.map { record.scalar(message[$0]) ?? "" }
        try emit(cells, record.repairs, at: place, yield: yield)
    }

    /// `messages.csv` of older packages.
    mutating func readTable(
        _ tree: any ExportTree, _ entry: ExportEntry, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let source = try tree.opened(entry, yield: yield) else { return }
        var rows = CSVRows(source, delimiter: UInt8(ascii: ","))
        var columns: [Int]?
        while true {
            let outcome: CSVRows.Outcome
            do throws(ExportError) {
                outcome = try rows.next()
            } catch {
                return try yield(.skipped(placed(rows, entry), reason: try skippable(error)))
            }
            switch outcome {
            case .end: return
            case .oversized: try yield(.skipped(placed(rows, entry), reason: "record larger than 4 MiB"))
            case .row:
                guard let columns else {
                    columns = Self.columns(rows.row)
                    continue
                }
                var repairs: Repairs = []
                let cells = columns.map { $0 < rows.row.count ? rows.row.cell($0, repairs: &repairs) : "" }
                try emit(cells, repairs, at: placed(rows, entry), yield: yield)
            }
        }
    }

    /// Where the header has the columns; one that it lacks is beyond every row.
    private static func columns(_ row: CSVRow) -> [Int] {
        var repairs: Repairs = []
        let header = (0..<row.count).map { row.cell($0, repairs: &repairs).lowercased() }
        return DiscordPackageMessageKey.allCases.map { header.firstIndex(of: $0.name.lowercased()) ?? Int.max }
    }

    private func placed(_ rows: CSVRows, _ entry: ExportEntry) -> ExportPlace {
        var place = rows.row.place
        place.entry = entry.path
        return place
    }

    /// `cells`: id, time, words, attachments.
    private func emit(
        _ cells: [String], _ found: Repairs, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        var repairs = found
        let attachments = cells[3].split(separator: " ").map { lastPathComponent(String($0.prefix { $0 != "?" })) }
        guard !cells[0].isEmpty || !cells[2].isEmpty || !attachments.isEmpty else {
            return try yield(.skipped(place, reason: "no id and no content"))
        }
        let id = isSnowflake(cells[0]) ? cells[0] : nil
        if id == nil { repairs.insert(.unusableID) }
        try yield(
            .message(
                ExportedMessage(
                    channel: channel, id: id, account: author, time: time(cells[1], id, &repairs), text: cells[2],
                    isPrivate: scope.isDirect, permalink: id.flatMap { scope.permalink(message: $0) },
                    attachments: attachments, place: place)))
        if !repairs.isEmpty { try yield(.repaired(place, reason: repairs.description)) }
    }

    /// Times are UTC, whether the package says so or not.
    private func time(_ written: String, _ id: String?, _ repairs: inout Repairs) -> ExportedTime {
        if let time = exportedTime(written, in: nil) {
            return ExportedTime(milliseconds: time.milliseconds, written: written, zoneIsKnown: true)
        }
        if let milliseconds = id.flatMap(snowflakeTime) {
            repairs.insert(.timeFromID)
            return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: true)
        }
        repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }
}
