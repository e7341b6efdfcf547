/// Puts lines together to messages: a head begins one, every other line continues it. Only LF and CRLF end a line.
struct WhatsAppLines {
    /// nil: that of the first head, which is still to come.
    private var style: WhatsAppStyle?
    private let messages: WhatsAppMessageReader
    private var dated: DatedMessages
    private var open: (header: WhatsAppHeader, place: ExportPlace)?
    /// Name and text of the message that is open.
    private var words: [UInt8] = []
    private var isCut = false
    /// Lines before the first head.
    private var orphans: (place: ExportPlace, count: Int)?
    private var damaged: [ExportPlace] = []

    /// Places of lines with a damaged head that are kept for one message.
    private static let damagedLimit = 16

    init(style: WhatsAppStyle?, options: ExportOptions) throws(ExportError) {
        self.style = style
        messages = WhatsAppMessageReader(options: options)
        dated = try DatedMessages(options: options, marksJumps: true)
    }

    mutating func take(
        _ line: LineCutter.Line, _ bytes: ArraySlice<UInt8>, yield: (ExportEvent) throws -> Void
    ) throws {
        if line.isOversized {
            return try dated.take(.skipped(line.place, reason: "line larger than 4 MiB"), yield: yield)
        }
        switch WhatsAppHeader.find(in: bytes) {
        case .header(let header) where style == nil || header.style == style:
            style = header.style
            try close(yield: yield)
            open = (header, line.place)
            words.append(contentsOf: bytes.dropFirst(header.length))
        case .header, .damaged:
            if open != nil, damaged.count < Self.damagedLimit { damaged.append(line.place) }
            goOn(bytes, line.place)
        case .none: goOn(bytes, line.place)
        }
    }

    /// Throws `ExportError.malformed` where there was no head at all.
    mutating func finish(yield: (ExportEvent) throws -> Void) throws {
        guard style != nil else {
            throw ExportError.malformed(place: "line 1", reason: "no line begins with a date and a time")
        }
        try close(yield: yield)
        try dated.finish(yield: yield)
    }

    private mutating func goOn(_ bytes: ArraySlice<UInt8>, _ place: ExportPlace) {
        guard open != nil else {
            guard bytes.contains(where: { !isJSONBlank($0) }) else { return }
            orphans = (orphans?.place ?? place, (orphans?.count ?? 0) + 1)
            return
        }
        guard words.count + bytes.count < ByteWindow.recordLimit else {
            isCut = true
            return
        }
        words.append(0x0A)
        words.append(contentsOf: bytes)
    }

    private mutating func close(yield: (ExportEvent) throws -> Void) throws {
        if let orphans {
            let reason = "no date, belongs to no message (lines: \(orphans.count))"
            try dated.take(.skipped(orphans.place, reason: reason), yield: yield)
            self.orphans = nil
        }
        guard let (header, place) = open else { return }
        open = nil
        var repairs: Repairs = []
        let message = messages.message(header, words[...], at: place, repairs: &repairs)
        words.removeAll(keepingCapacity: words.capacity < 1 << 18)
        try dated.take(message, date: header.date, yield: yield)
        if !repairs.isEmpty { try dated.take(.repaired(place, reason: repairs.description), yield: yield) }
        try reportDoubts(place, yield: yield)
    }

    private mutating func reportDoubts(_ place: ExportPlace, yield: (ExportEvent) throws -> Void) throws {
        if isCut { try dated.take(.repaired(place, reason: "text larger than 4 MiB was cut"), yield: yield) }
        for place in damaged {
            let reason = "a damaged or pasted head: the line was taken as text of the message before it"
            try dated.take(.repaired(place, reason: reason), yield: yield)
        }
        isCut = false
        damaged = []
    }
}
