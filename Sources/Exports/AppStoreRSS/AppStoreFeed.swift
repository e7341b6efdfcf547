/// One page of the feed. Its entries are held until its end, because the feed's own id, which names the app, follows
/// them. Apple's pages have 50 entries.
struct AppStoreFeed {
    private static let limit = 4096

    private let options: ExportOptions
    private var app: String?
    private var appName: String?
    private var appEntries = 0
    private var held: [(message: ExportedMessage, repairs: Repairs)] = []
    private var entry = JSONFields<AppStoreEntryKey>()
    private var label = JSONFields<AppStoreLabelKey>()

    init(options: ExportOptions) { self.options = options }

    mutating func read(_ walker: inout JSONWalker, prefix: String, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { return }
        while let key = try walker.nextKey() {
            let first = try walker.peek()
            switch key {
            case "entry" where first == UInt8(ascii: "["):
                try walker.eachRecord(of: prefix + "entry", yield: yield) { try take(&$0, at: $1, yield: yield) }
            case "entry" where first == UInt8(ascii: "{"): try readOnly(&walker, prefix: prefix, yield: yield)
            case "id" where first == UInt8(ascii: "{"), "link" where first == UInt8(ascii: "{"):
                var record = JSONRecord()
                guard case .decoded = try walker.decode(into: &record) else { break }
                app = app ?? text(record.root, in: &record).flatMap(feedApp)
            default: try walker.skip()
            }
        }
        try flush(yield: yield)
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        guard appEntries > 0 else { return }
        try yield(.note("\(appEntries) entries are the app itself, not reviews."))
    }

    /// A feed with one review has an object instead of an array.
    private mutating func readOnly(
        _ walker: inout JSONWalker, prefix: String, yield: (ExportEvent) throws -> Void
    ) throws {
        let place = ExportPlace(unit: .item, number: 0, path: prefix + "entry", byteOffset: walker.window.offset)
        var record = JSONRecord()
        switch try walker.decode(into: &record) {
        case .refused(let reason): try yield(.skipped(place, reason: reason))
        case .decoded: try take(&record, at: place, yield: yield)
        }
    }

    private mutating func take(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        entry.read(record.root, in: &record)
        guard !record.isMissing(entry[.rating]) else {
            guard let name = text(entry[.appName], in: &record) else {
                return try yield(.skipped(place, reason: "no rating"))
            }
            appName = appName ?? name
            appEntries += 1
            return
        }
        held.append((review(in: &record, at: place), record.repairs))
        if held.count >= Self.limit { try flush(yield: yield) }
    }

    private mutating func flush(yield: (ExportEvent) throws -> Void) throws {
        let key = app ?? options.channel ?? options.stem
        let channel = ExportedChannel(platform: "appstore", key: key, name: options.channel ?? appName ?? key)
        for (var message, repairs) in held {
            message.channel = channel
            try yield(.message(message))
            if !repairs.isEmpty { try yield(.repaired(message.place, reason: repairs.description)) }
        }
        held.removeAll()
    }

    private mutating func review(in record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage {
        let id = text(entry[.id], in: &record)
        if id == nil { record.repairs.insert(.unusableID) }
        let written = text(entry[.updated], in: &record) ?? ""
        var time = exportedTime(written, in: nil)
        if time == nil {
            record.repairs.insert(.timeUnknown)
            time = ExportedTime(milliseconds: nil, written: String(written.prefix(80)), zoneIsKnown: false)
        }
        let words = reviewText(
            title: text(entry[.title], in: &record) ?? "", body: text(entry[.content], in: &record) ?? "")
        return ExportedMessage(
            channel: ExportedChannel(platform: "appstore", key: "", name: ""), id: id, account: account(in: &record),
            time: time ?? .unknown, text: words, status: .published,
            likes: text(entry[.voteSum], in: &record).flatMap(writtenCount),
            rating: text(entry[.rating], in: &record).flatMap(writtenCount), place: place)
    }

    private mutating func account(in record: inout JSONRecord) -> ExportedAccount? {
        label.read(entry[.author], in: &record)
        let (nameValue, address) = (label[.name], label[.uri])
        let name = text(nameValue, in: &record) ?? ""
        let id = text(address, in: &record).flatMap { feedNumber($0, after: "id") }
        guard id != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: id, name: name)
    }

    /// The `label` of a value; nil: none or empty.
    private mutating func text(_ value: JSONValue?, in record: inout JSONRecord) -> String? {
        label.read(value, in: &record)
        return record.identifier(label[.label])
    }
}

/// Number of the app in the feed's own address, `.../customerreviews/page=1/id=123/sortby=mostrecent/json`.
private func feedApp(_ address: String) -> String? { feedNumber(address, after: "id=") }

/// The number in the part of an address that consists of `mark` and digits.
private func feedNumber(_ address: String, after mark: String) -> String? {
    address.split(separator: "/").lazy
        .filter { $0.hasPrefix(mark) }
        .map { String($0.dropFirst(mark.count)) }
        .first(where: isSnowflake)
}
