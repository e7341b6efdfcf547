/// Makes messages of the values of a record, as a mapping has it.
struct MappedMessages {
    private let mapping: FormatMapping
    private let platform: String
    private let zone: LocalZone?
    private let messages: GenericMessages
    private var values = RoleValues()

    /// Throws `ExportError.mapping` where the options name an order of dates that there is not.
    init(_ mapping: FormatMapping, options: ExportOptions) throws(ExportError) {
        self.mapping = mapping
        platform = options.platform ?? mapping.platform
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
        messages = try GenericMessages(options: options)
    }

    mutating func begin() {
        values.removeAll()
        for (role, value) in mapping.fixed { set(role, value) }
    }

    mutating func set(_ role: Role, _ value: String?) {
        if role == .attachments {
            values.attachments = value.map(writtenNames) ?? []
        } else {
            values[role] = value
        }
    }

    mutating func setAttachments(_ names: [String]) { values.attachments = names }

    /// nil: the record has nothing in the place of the text.
    mutating func message(at place: ExportPlace, repairs: inout Repairs) -> ExportedMessage? {
        guard values[.text] != nil else { return nil }
        if values.filled(.platform) == nil { values[.platform] = platform }
        let (written, edited) = (values[.time], values.filled(.edited))
        if !mapping.times.isEmpty { (values[.time], values[.edited]) = (nil, nil) }
        var message = messages.message(values, at: place, repairs: &repairs)
        if !mapping.times.isEmpty {
            message.time = written.map { time($0, repairs: &repairs) } ?? .unknown
            message.editedAt = edited.flatMap { patterned($0)?.milliseconds }
        }
        if mapping.isHTML {
            let plain = HTMLText.plain(message.text)
            message.markup = plain == message.text ? nil : message.text
            message.text = plain
        }
        return message
    }

    private func time(_ written: String, repairs: inout Repairs) -> ExportedTime {
        if let time = patterned(written) { return time }
        repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: String(written.prefix(80)), zoneIsKnown: false)
    }

    private func patterned(_ written: String) -> ExportedTime? {
        mapping.times.lazy.compactMap { $0.time(written, in: zone) }.first
    }
}
