/// A backup while it is read.
struct Remark42Backup {
    /// Administrators that are reported at most; more are no staff.
    private static let ownerLimit = 1000

    private var reader: Remark42MessageReader
    private var head = JSONFields<Remark42HeadKey>()
    private var record = JSONRecord()
    private var owners: Set<ExportedAccount> = []
    private var isPastHead = false

    init(options: ExportOptions) { reader = Remark42MessageReader(options: options) }

    mutating func read(_ lines: inout LineCutter, yield: (ExportEvent) throws -> Void) throws {
        while let line = try lines.next() {
            let bytes = lines.bytes(line)
            guard line.isOversized || bytes.contains(where: { !isJSONBlank($0) }) else { continue }
            if !isPastHead {
                isPastHead = true
                if try readHead(bytes, line, yield: yield) { continue }
            }
            try readComment(bytes, line, yield: yield)
        }
        guard isPastHead else { throw ExportError.empty }
    }

    /// Reads the first line; false: it is a comment already. What is neither refuses the file.
    private mutating func readHead(
        _ bytes: ArraySlice<UInt8>, _ line: LineCutter.Line, yield: (ExportEvent) throws -> Void
    ) throws -> Bool {
        // A site with very many users: nothing in the line is needed.
        if line.isOversized { return true }
        switch record.fault(parsing: bytes) {
        case .unfinished?, .unterminatedString?: throw ExportError.truncated(place: line.place.description)
        case let fault?: throw ExportError.malformed(place: line.place.description, reason: fault.description)
        case nil: break
        }
        head.read(record.root, in: &record)
        if head[.users] != nil || head[.posts] != nil {
            if let version = record.scalar(head[.version]), version != "1" {
                try yield(.note("version \(version) of the format; version 1 is known"))
            }
            return true
        }
        guard reader.isComment(&record) else {
            throw ExportError.malformed(place: line.place.description, reason: "not the head of a Remark42 backup")
        }
        try yield(.note("the backup has no head"))
        return false
    }

    private mutating func readComment(
        _ bytes: ArraySlice<UInt8>, _ line: LineCutter.Line, yield: (ExportEvent) throws -> Void
    ) throws {
        if line.isOversized { return try yield(.skipped(line.place, reason: "record larger than 4 MiB")) }
        if let fault = record.fault(parsing: bytes) {
            return try yield(.skipped(line.place, reason: fault.description))
        }
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(line.place, reason: notAnObject(kind))) }
        guard let message = reader.message(&record, at: line.place) else {
            return try yield(.skipped(line.place, reason: "no id and no content"))
        }
        try report(message, yield: yield)
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(line.place, reason: record.repairs.description)) }
    }

    private mutating func report(_ message: ExportedMessage, yield: (ExportEvent) throws -> Void) throws {
        guard let account = message.account, account.isOwner, owners.count < Self.ownerLimit,
            owners.insert(account).inserted
        else { return }
        try yield(.owner(message.channel, account))
    }
}
