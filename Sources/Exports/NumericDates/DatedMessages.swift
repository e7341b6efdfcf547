/// Holds messages back until the file's dates have told in which order they are written, then passes them on.
struct DatedMessages {
    /// Limits of what is held back: messages, and bytes of their text.
    private static let limits = (messages: 16_384, bytes: 16 * 1024 * 1024)
    private static let step = 1024

    private struct Held {
        var event: ExportEvent
        var date: NumericDate?
    }

    private let chosen: DateOrder?
    private let zone: LocalZone?
    private let marksJumps: Bool
    private var evidence: [Unicode.Scalar: DateOrderEvidence] = [:]
    private var orders: [Unicode.Scalar: DateOrder] = [:]
    /// The order of the first separator of the file.
    private var mainOrder: DateOrder?
    private var isSettled: Bool
    private var held: [Held] = []
    private var heldBytes = 0
    private var lastLocal: Int64?

    /// `marksJumps`: a message that is older than the one before it is reported as a repair.
    /// Throws `ExportError.mapping` where the options name an order that there is not.
    init(options: ExportOptions, marksJumps: Bool = false) throws(ExportError) {
        chosen = try DateOrder.named(by: options)
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
        isSettled = chosen != nil
        self.marksJumps = marksJumps
    }

    /// Passes a message on, or holds it. `date`: its time is still to be made of this; nil: it has its time.
    /// Throws `ExportError.mapping` where the order stays open.
    mutating func take(
        _ message: ExportedMessage, date: NumericDate?, yield: (ExportEvent) throws -> Void
    ) throws {
        let isOpen = date.map { $0.orders.count > 1 } ?? false
        if !isSettled, isOpen, let date {
            evidence[date.separator, default: DateOrderEvidence(separator: date.separator)].learn(date)
        }
        guard !isSettled, isOpen || !held.isEmpty else { return try pass(message, date, yield: yield) }
        heldBytes += message.text.utf8.count
        held.append(Held(event: .message(message), date: date))
        try settleIfDue(yield: yield)
    }

    /// Passes on what is no message, in its turn.
    mutating func take(_ event: ExportEvent, yield: (ExportEvent) throws -> Void) throws {
        guard !held.isEmpty else { return try yield(event) }
        held.append(Held(event: event, date: nil))
    }

    /// Passes on what is held still. Throws `ExportError.mapping` where the order stays open.
    mutating func finish(yield: (ExportEvent) throws -> Void) throws {
        guard !isSettled else { return }
        try settle()
        try release(yield: yield)
    }

    private mutating func settleIfDue(yield: (ExportEvent) throws -> Void) throws {
        let isFull = held.count >= Self.limits.messages || heldBytes >= Self.limits.bytes
        guard isFull || held.count.isMultiple(of: Self.step) && evidence.values.allSatisfy(\.isClear) else { return }
        try settle()
        try release(yield: yield)
    }

    private mutating func settle() throws(ExportError) {
        for (separator, found) in evidence {
            guard let order = found.order else {
                throw .mapping(
                    reason: "the dates do not tell the order of day and month; say it with --map dates=dmy or mdy",
                    columns: DateOrder.allCases.map(\.rawValue))
            }
            orders[separator] = order
        }
        mainOrder = held.first { $0.date != nil }?.date.flatMap { orders[$0.separator] }
        evidence = [:]
        isSettled = true
    }

    private mutating func release(yield: (ExportEvent) throws -> Void) throws {
        let released = held
        held = []
        for one in released {
            if case .message(let message) = one.event {
                try pass(message, one.date, yield: yield)
            } else {
                try yield(one.event)
            }
        }
    }

    private mutating func pass(
        _ message: ExportedMessage, _ date: NumericDate?, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let date else { return try yield(.message(message)) }
        var message = message
        let local = date.milliseconds(order(of: date))
        message.time = time(local, written: message.time.written)
        try yield(.message(message))
        guard let local else { return try yield(.repaired(message.place, reason: Repairs.timeUnknown.description)) }
        if marksJumps, let lastLocal, local < lastLocal {
            try yield(.repaired(message.place, reason: "time jumps back: sent late, or a pasted or forged line"))
        }
        lastLocal = local
    }

    private func order(of date: NumericDate) -> DateOrder {
        let possible = date.orders
        if let only = possible.first, possible.count == 1 { return only }
        // A separator that turns up late follows the rest of the file.
        let order = chosen ?? orders[date.separator] ?? mainOrder ?? .dayFirst
        return possible.contains(order) ? order : .dayFirst
    }

    private func time(_ local: Int64?, written: String) -> ExportedTime {
        guard let local else { return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false) }
        let milliseconds = zone.map { $0.utc(fromLocal: local) } ?? local
        return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: zone != nil)
    }
}
