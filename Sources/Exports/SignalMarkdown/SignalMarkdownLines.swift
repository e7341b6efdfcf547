/// Puts lines together to messages: a head begins one, every other line continues it.
struct SignalMarkdownLines {
    private let channel: ExportedChannel
    private let zone: LocalZone?
    private var open: (header: SignalMarkdownHeader, place: ExportPlace)?
    private var words: [UInt8] = []
    private var isCut = false
    /// That of the first head; lines in the other are text.
    private var style: SignalMarkdownHeader.Style?
    private var hasOwner = false
    /// The name that the program gives to whose archive it is.
    private static let ownName = "Me"

    init(options: ExportOptions) {
        let name = options.channel ?? options.stem
        channel = ExportedChannel(platform: "signal", key: name, name: name, grouping: .byTime)
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
    }

    mutating func take(
        _ line: LineCutter.Line, _ bytes: ArraySlice<UInt8>, yield: (ExportEvent) throws -> Void
    ) throws {
        if line.isOversized { return try yield(.skipped(line.place, reason: "line larger than 4 MiB")) }
        if let header = SignalMarkdownHeader(Array(bytes)[...]), style == nil || header.style == style {
            try close(yield: yield)
            style = header.style
            open = (header, line.place)
            words = Array(header.rest)
        } else if open == nil {
            guard bytes.contains(where: { !isJSONBlank($0) }) else { return }
            try yield(.skipped(line.place, reason: "no date, belongs to no message"))
        } else if words.count + bytes.count < ByteWindow.recordLimit {
            words.append(0x0A)
            words.append(contentsOf: bytes)
        } else {
            isCut = true
        }
    }

    /// Throws `ExportError.malformed` where there was no head at all.
    mutating func finish(yield: (ExportEvent) throws -> Void) throws {
        guard style != nil else {
            throw ExportError.malformed(place: "line 1", reason: "no line begins with a date and a name")
        }
        try close(yield: yield)
    }

    private mutating func close(yield: (ExportEvent) throws -> Void) throws {
        guard let (header, place) = open else { return }
        open = nil
        var repairs: Repairs = []
        let name = header.name.withUnsafeBufferPointer { decodedText($0, repairs: &repairs) }
        let written = words.withUnsafeBufferPointer { decodedText($0, repairs: &repairs) }
        let body = SignalMarkdownBody(written)
        let account = ExportedAccount(id: nil, name: name, isOwner: name == Self.ownName)
        if account.isOwner, !hasOwner {
            hasOwner = true
            try yield(.owner(channel, account))
        }
        let time = header.time(in: zone)
        if time.milliseconds == nil { repairs.insert(.timeUnknown) }
        let isChanged = !body.attachments.isEmpty || body.likes != nil
        try yield(
            .message(
                ExportedMessage(
                    channel: channel, id: nil, account: account, time: time, text: body.text,
                    markup: isChanged ? written : nil, status: body.isDeleted ? .deleted : nil, isPrivate: true,
                    likes: body.likes, attachments: body.attachments, place: place)))
        if !repairs.isEmpty { try yield(.repaired(place, reason: repairs.description)) }
        if isCut { try yield(.repaired(place, reason: "text larger than 4 MiB was cut")) }
        isCut = false
    }
}
