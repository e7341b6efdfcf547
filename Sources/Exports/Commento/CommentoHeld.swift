/// Comments that wait for the names of their authors, which the export gives last. Memory has a limit: beyond it,
/// comments go on with the id of their author alone.
struct CommentoHeld {
    /// Bytes that wait at most.
    static let limit = 64 * 1024 * 1024
    /// What an event costs besides its words.
    private static let overhead = 1024

    private let limit: Int
    private var events: [ExportEvent] = []
    private var size = 0
    /// The commenters are known, or there were too many comments to wait for them.
    private(set) var isOpen = false
    /// Comments went on without names.
    private(set) var gaveUp = false

    init(limit: Int = CommentoHeld.limit) { self.limit = limit }

    mutating func add(
        _ event: ExportEvent, _ commenters: CommentoCommenters, yield: (ExportEvent) throws -> Void
    ) throws {
        guard !isOpen else { return try yield(Self.named(event, commenters)) }
        events.append(event)
        size += Self.size(of: event)
        guard size > limit else { return }
        gaveUp = true
        try release(commenters, yield: yield)
    }

    /// Hands over what waits; what comes later does not wait any more.
    mutating func release(_ commenters: CommentoCommenters, yield: (ExportEvent) throws -> Void) throws {
        isOpen = true
        let waiting = events
        events = []
        for event in waiting { try yield(Self.named(event, commenters)) }
    }

    private static func size(of event: ExportEvent) -> Int {
        guard case .message(let message) = event else { return overhead }
        return overhead + message.text.utf8.count + (message.markup?.utf8.count ?? 0)
            + 4 * (message.thread?.id.utf8.count ?? 0) + 2 * message.channel.key.utf8.count
    }

    private static func named(_ event: ExportEvent, _ commenters: CommentoCommenters) -> ExportEvent {
        guard case .message(var message) = event else { return event }
        message.personal = commenters.personal(message.account)
        message.account = commenters.named(message.account)
        return .message(message)
    }
}
