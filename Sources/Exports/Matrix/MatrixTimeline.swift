/// Puts edits, reactions and redactions to the messages that they are about. Messages are held back for that, as many
/// as there may be between both; in an export from start to end that is what people still answer to.
struct MatrixTimeline {
    private static let messageLimit = 4096
    /// Messages that go at once, so that moving the rest costs little.
    private static let batch = 1024
    /// Changes to messages that were not seen yet, names of members, reactions that can be taken back.
    private static let tableLimit = 16_384
    /// Bytes of text, of messages and of changes that wait each: 16 MiB.
    private static let textLimit = 16 * 1024 * 1024

    private var held: [ExportedMessage] = []
    private var heldText = 0
    private var waitingText = 0
    /// Messages that were handed over before `held[0]`.
    private var released = 0
    private var numbers: [String: Int] = [:]
    private var names: [String: String] = [:]
    private var reactions: [String: String] = [:]
    private var waiting: [String: [MatrixEvent]] = [:]
    private var waitingCount = 0
    private var lostCount = 0

    mutating func take(_ event: MatrixEvent, yield: (ExportEvent) throws -> Void) throws {
        switch event {
        case .message(let message): try append(message, yield: yield)
        case .renamed(let member, let name, let notice):
            if names[member] != nil || names.count < Self.tableLimit { names[member] = name }
            try append(notice, yield: yield)
        case .edit(let target, _): apply(event, to: target)
        case .reaction(let target, let id):
            if let id, reactions.count < Self.tableLimit { reactions[id] = target }
            apply(event, to: target)
        case .redaction(let target):
            guard let reacted = reactions.removeValue(forKey: target) else { return apply(event, to: target) }
            if let index = index(of: reacted), let likes = held[index].likes {
                held[index].likes = likes > 1 ? likes - 1 : nil
            }
        case .nothing: break
        }
    }

    mutating func finish(yield: (ExportEvent) throws -> Void) throws {
        try release(held.count, yield: yield)
        let count = waitingCount + lostCount
        guard count > 0 else { return }
        try yield(.note("\(count) edits, reactions or redactions are about messages too far away or not there."))
    }

    private func index(of id: String) -> Int? { numbers[id].map { $0 - released } }

    private mutating func append(_ message: ExportedMessage, yield: (ExportEvent) throws -> Void) throws {
        held.append(message)
        heldText += message.text.utf8.count + (message.markup?.utf8.count ?? 0)
        if let id = message.id {
            numbers[id] = released + held.count - 1
            let changes = waiting.removeValue(forKey: id) ?? []
            waitingCount -= changes.count
            for change in changes {
                waitingText -= Self.size(change)
                self.change(held.count - 1, by: change)
            }
        }
        if held.count >= Self.messageLimit { return try release(Self.batch, yield: yield) }
        if heldText >= Self.textLimit { try release(held.count / 2, yield: yield) }
    }

    private mutating func apply(_ event: MatrixEvent, to target: String) {
        if let index = index(of: target) { return change(index, by: event) }
        let size = Self.size(event)
        guard waitingCount < Self.tableLimit, waitingText + size <= Self.textLimit else {
            lostCount += 1
            return
        }
        waitingText += size
        waiting[target, default: []].append(event)
        waitingCount += 1
    }

    /// Bytes of an edit's text.
    private static func size(_ event: MatrixEvent) -> Int {
        guard case .edit(_, let edit) = event else { return 0 }
        return edit.text.utf8.count + (edit.markup?.utf8.count ?? 0)
    }

    private mutating func change(_ index: Int, by event: MatrixEvent) {
        switch event {
        case .edit(_, let edit):
            // Only who wrote a message can edit it (specification, 'Validity of replacement events').
            guard edit.sender == held[index].account?.id, edit.time ?? 0 >= held[index].editedAt ?? 0 else { return }
            heldText += edit.text.utf8.count + (edit.markup?.utf8.count ?? 0)
            held[index].text = edit.text
            held[index].markup = edit.markup
            held[index].editedAt = edit.time ?? held[index].editedAt
        case .reaction: held[index].likes = (held[index].likes ?? 0) + 1
        case .redaction: held[index].status = .deleted
        case .message, .renamed, .nothing: break
        }
    }

    private mutating func release(_ count: Int, yield: (ExportEvent) throws -> Void) throws {
        for index in held.indices.prefix(count) {
            var message = held[index]
            if let id = message.id, numbers[id] == released + index { numbers[id] = nil }
            if let sender = message.account?.id, let name = names[sender] { message.account?.name = name }
            try yield(.message(message))
        }
        held.removeFirst(count)
        heldText = held.reduce(0) { $0 + $1.text.utf8.count + ($1.markup?.utf8.count ?? 0) }
        released += count
    }
}
