/// Gives statuses their parents. The API names a parent by the instance's id, and lists may have the newest first: a
/// reply waits until its parent came or the file ends. What is remembered has limits, so memory has one too.
struct MastodonReplies {
    /// Ids that are remembered, and replies that may wait.
    static let rememberedLimit = 100_000
    static let waitingLimit = 2000

    private var addresses: [String: String] = [:]
    private var waiting: [MastodonStatusReader.Status] = []
    private var instance: String?

    mutating func take(_ status: MastodonStatusReader.Status, yield: (ExportEvent) throws -> Void) throws {
        instance = instance ?? status.instance
        if let id = status.localID, let address = status.message.id, addresses.count < Self.rememberedLimit {
            addresses[id] = address
        }
        guard let parent = status.replyTo, addresses[parent] == nil else { return try emit(status, yield) }
        waiting.append(status)
        if waiting.count >= Self.waitingLimit { try release(yield) }
    }

    /// Hands over what still waits, in the order of the file.
    mutating func release(_ yield: (ExportEvent) throws -> Void) throws {
        let released = waiting
        waiting = []
        for status in released { try emit(status, yield) }
    }

    private func emit(_ status: MastodonStatusReader.Status, _ yield: (ExportEvent) throws -> Void) throws {
        var message = status.message
        message.parent = status.replyTo.flatMap(parent)
        if message.parent == message.id { message.parent = nil }
        try yield(.message(message))
        if !status.repairs.isEmpty { try yield(.repaired(message.place, reason: status.repairs.description)) }
        if status.replyTo != nil, message.parent == nil {
            try yield(.repaired(message.place, reason: "what it answers is not known"))
        }
    }

    /// What is not in the file has an id that counts on the instance; without the instance it means nothing.
    private func parent(_ id: String) -> String? { addresses[id] ?? instance.map { "\($0):\(id)" } }
}
