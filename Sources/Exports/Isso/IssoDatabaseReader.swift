/// Isso's own database (`comments.db`; isso, `db/comments.py` and `db/threads.py`), read from a copy in memory that
/// nothing can write to.
package enum IssoDatabaseReader: ExportReader {
    package static let format = "isso-database"
    package static let summary = "Isso: its SQLite database (comments.db)"
    package static let lacks = "no edits, not of which site it is (--channel names it)"

    /// The largest database that is read: 256 MiB, which is over half a million comments.
    static let sizeLimit = 256 * 1024 * 1024

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard SQLiteImage.isDatabase(head), hasMark("CREATE TABLE", in: head), hasMark("threads", in: head),
            hasMark("remote_addr", in: head), hasMark("voters", in: head)
        else { return .no }
        return .certain
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        let image = try SQLiteImage(&source, limit: sizeLimit)
        if image.usesWriteAheadLog {
            try yield(
                .note(
                    "The latest changes may stand in a file beside the database (-wal), which is not read."
                ))
        }
        let database = try image.open()
        try database.requireTables(["threads", "comments"])
        let threads = try threads(database)
        var comments = IssoComments(threads: threads, options: options)
        let address = options.keepsPersonal ? "remote_addr" : "NULL"
        try database.eachRow(
            """
            SELECT id, tid, parent, created, modified, mode, text, author, email, likes, \(address) FROM comments
            """
        ) { row in try comments.take(row, yield) }
    }

    /// Threads whose titles are kept; comments of others have the number alone.
    private static let threadLimit = 200_000

    private static func threads(_ database: SQLiteDatabase) throws -> [Int64: ExportedThread] {
        var threads: [Int64: ExportedThread] = [:]
        var repairs: Repairs = []
        try database.eachRow("SELECT id, uri, title FROM threads") { row in
            guard let id = row.integer(0), threads.count < threadLimit else { return }
            let link = row.text(1, &repairs) ?? ""
            let title = HTMLText.decoded(row.text(2, &repairs) ?? "")
            threads[id] = ExportedThread(id: String(id), title: title.isEmpty ? link : title, link: link)
        }
        return threads
    }
}

/// Makes messages of the rows of `comments`.
struct IssoComments {
    private let threads: [Int64: ExportedThread]
    private let channel: ExportedChannel
    private let keepsPersonal: Bool
    private var number = 0

    init(threads: [Int64: ExportedThread], options: ExportOptions) {
        self.threads = threads
        keepsPersonal = options.keepsPersonal
        let name = options.channel ?? options.stem
        channel = ExportedChannel(platform: "isso", key: name, name: name)
    }

    mutating func take(_ row: SQLiteRow, _ yield: (ExportEvent) throws -> Void) throws {
        let place = ExportPlace(unit: .item, number: number, path: "comments", byteOffset: 0)
        number += 1
        guard let id = row.integer(0) else { return try yield(.skipped(place, reason: "no id")) }
        var repairs: Repairs = []
        let written = row.text(6, &repairs) ?? ""
        let text = HTMLText.plain(written)
        let thread = row.integer(1).map { threads[$0] ?? ExportedThread(id: String($0)) }
        var message = ExportedMessage(
            channel: channel, id: String(id), parent: row.integer(2).flatMap { $0 == id ? nil : String($0) },
            thread: thread, account: issoAccount(name: row.text(7, &repairs), mail: row.text(8, &repairs)),
            time: time(row, &repairs),
            editedAt: row.text(4, &repairs).flatMap { exportedTime($0, in: nil)?.milliseconds }, text: text,
            markup: written == text ? nil : written, status: IssoComments.status(row.integer(5)),
            likes: row.integer(9).flatMap { Int(exactly: $0) }, place: place)
        if keepsPersonal {
            message.personal = issoPersonal(mail: row.text(8, &repairs), ip: row.text(10, &repairs))
        }
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(place, reason: repairs.description)) }
    }

    private func time(_ row: SQLiteRow, _ repairs: inout Repairs) -> ExportedTime {
        let written = row.text(3, &repairs) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// Isso, `db/comments.py`: 1 accepted, 2 waits, 4 deleted but answered.
    private static func status(_ mode: Int64?) -> ExportedMessage.Status? {
        switch mode {
        case 1: .published
        case 2: .pending
        case 4: .deleted
        default: nil
        }
    }
}
