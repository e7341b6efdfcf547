/// Makes messages of generic records.
struct GenericMessages {
    private let options: ExportOptions
    private let zone: LocalZone?
    /// The order of day and month that was named; without one, dates that could have two are unknown.
    private let order: DateOrder?

    /// Throws `ExportError.mapping` where the options name an order of dates that there is not.
    init(options: ExportOptions) throws(ExportError) {
        self.options = options
        order = try DateOrder.named(by: options)
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
    }

    /// `isBlank`: nothing was filled in, so nothing is reported as missing either.
    func message(
        _ values: RoleValues, at place: ExportPlace, isBlank: Bool = false, repairs: inout Repairs
    ) -> ExportedMessage {
        let time = time(values)
        if !isBlank {
            if values[.id] == "" { repairs.insert(.unusableID) }
            if values[.time] != nil, time.milliseconds == nil { repairs.insert(.timeUnknown) }
        }
        return ExportedMessage(
            channel: channel(values), id: values.filled(.id), parent: values.filled(.parent), thread: thread(values),
            account: account(values), time: time, editedAt: edit(values), text: values[.text] ?? "",
            kind: values.filled(.kind).flatMap { ExportedMessage.Kind(rawValue: $0.lowercased()) } ?? .message,
            status: values.filled(.status).flatMap(writtenStatus), isPrivate: isYes(values[.isPrivate]),
            likes: values.filled(.likes).flatMap(writtenCount), shares: values.filled(.shares).flatMap(writtenCount),
            rating: values.filled(.rating).flatMap(writtenCount), language: values.filled(.language),
            permalink: values.filled(.permalink), attachments: values.attachments, place: place)
    }

    private func channel(_ values: RoleValues) -> ExportedChannel {
        let name = values.filled(.channel) ?? options.channel ?? options.stem
        let platform = values.filled(.platform) ?? options.platform ?? "generic"
        return ExportedChannel(platform: platform, key: name, name: name)
    }

    private func thread(_ values: RoleValues) -> ExportedThread? {
        let title = values.filled(.threadTitle) ?? ""
        if let id = values.filled(.thread) { return ExportedThread(id: id, title: title) }
        return title.isEmpty ? nil : ExportedThread(id: title, title: title)
    }

    private func account(_ values: RoleValues) -> ExportedAccount? {
        let id = values.filled(.authorID)
        let name = values[.author] ?? ""
        let handle = values[.handle] ?? ""
        guard id != nil || !name.isEmpty || !handle.isEmpty else { return nil }
        return ExportedAccount(id: id, handle: handle, name: name, isBot: isYes(values[.isBot]))
    }

    private func time(_ values: RoleValues) -> ExportedTime {
        guard let written = values[.time] else { return .unknown }
        return exportedTime(written, in: zone) ?? numericTime(written)
            ?? ExportedTime(milliseconds: nil, written: String(written.prefix(80)), zoneIsKnown: false)
    }

    /// `03/15/2024 10:05 am`, or the date alone, in the order that was named.
    private func numericTime(_ written: String) -> ExportedTime? {
        guard let order, written.utf8.count <= 64,
            let date = NumericDate(written) ?? NumericDate("\(written) 00:00"), date.orders.contains(order),
            let local = date.milliseconds(order)
        else { return nil }
        return ExportedTime(
            milliseconds: zone.map { $0.utc(fromLocal: local) } ?? local, written: written, zoneIsKnown: zone != nil)
    }

    private func edit(_ values: RoleValues) -> Int64? {
        values.filled(.edited).flatMap { exportedTime($0, in: zone)?.milliseconds }
    }
}
