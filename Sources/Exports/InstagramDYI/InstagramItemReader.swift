/// Makes messages of maps whose keys are in the account's language: what an entry is follows from what it holds.
struct InstagramItemReader {
    private let channel: ExportedChannel
    private let zone: LocalZone?
    private var item = JSONFields<InstagramItemKey>()
    private var entry = JSONFields<InstagramEntryKey>()

    init(options: ExportOptions) {
        let name = options.channel
        channel = ExportedChannel(platform: "instagram", key: name ?? "instagram", name: name ?? "Instagram")
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
    }

    /// nil: there is no comment.
    mutating func message(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        item.read(record.root, in: &record)
        let (values, time) = entries(&record)
        let names = attachments(&record)
        guard let (comment, owner) = InstagramRoles.assign(values) ?? (names.isEmpty ? nil : ("", nil)) else {
            return nil
        }
        if time == nil { record.repairs.insert(.timeUnknown) }
        return ExportedMessage(
            channel: channel, id: nil, thread: owner.map { ExportedThread(id: $0, title: $0) }, time: time ?? .unknown,
            text: comment, attachments: names, place: place)
    }

    /// The values that are no time, in order, and the time.
    private mutating func entries(_ record: inout JSONRecord) -> ([InstagramRoles.Value], ExportedTime?) {
        var values: [InstagramRoles.Value] = []
        var time: ExportedTime?
        guard let map = item[.map], record.kind(of: map) == .object else { return ([], nil) }
        var next = record.first(in: map)
        while let key = next, let value = record.next(after: key, in: map) {
            next = record.next(after: value, in: map)
            entry.read(value, in: &record)
            if let stamp = record.scalar(entry[.timestamp]), let found = exportedTime(stamp, in: nil) {
                time = time ?? found
                continue
            }
            guard let text = record.metaString(entry[.value]), !text.isEmpty else { continue }
            if let written = instagramTime(text, in: zone) {
                time = time ?? written
                continue
            }
            values.append(InstagramRoles.Value(key: record.metaString(key) ?? "", text: text))
        }
        return (values, time)
    }

    private mutating func attachments(_ record: inout JSONRecord) -> [String] {
        record.elements(of: item[.media]).compactMap { element in
            entry.read(element, in: &record)
            return record.identifier(entry[.uri]).map(WebAddress.fileName)
        }
    }
}
