/// Makes messages of objects. Keys that appear late are given a role when they do.
struct JSONLinesMessageReader {
    /// Keys that are looked at; a record with thousands must not make each later one slow.
    static let keyLimit = 256

    private var guess: MappingGuess?
    private var names = KeyNames([])
    private var roles: [Role?] = []
    private let options: ExportOptions
    private let messages: GenericMessages
    private var values = RoleValues()
    private var author = JSONFields<JSONLinesAuthorKey>()
    private var part = JSONFields<JSONLinesAuthorKey>()

    /// Without a guess, the first record gives it.
    init(guess: MappingGuess?, options: ExportOptions) throws(ExportError) {
        self.options = options
        messages = try GenericMessages(options: options)
        if let guess { try take(guess) }
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        if guess == nil { try take(MappingGuess(columns: keys(of: &record), corrections: options.mapping)) }
        if let reason = collect(&record) { return try yield(.skipped(place, reason: reason)) }
        var repairs: Repairs = []
        let message = messages.message(values, at: place, repairs: &repairs)
        repairs.formUnion(record.repairs)
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(place, reason: repairs.description)) }
    }

    private mutating func take(_ guess: MappingGuess) throws(ExportError) {
        try guess.requireText()
        self.guess = guess
        names = KeyNames(guess.columns)
        roles = Array(repeating: nil, count: guess.columns.count)
        for (role, column) in guess.columnOfRole { roles[column] = role }
    }

    /// Takes the values out of the record; returns why it cannot be a message, or nil.
    private mutating func collect(_ record: inout JSONRecord) -> String? {
        values.removeAll()
        var text: JSONValue?
        var present: UInt32 = 0
        var next = record.first(in: record.root)
        while let key = next, let value = record.next(after: key, in: record.root) {
            if let role = role(of: key, in: &record) {
                let bit: UInt32 = 1 << role.rawValue
                if present & bit != 0 { record.repairs.insert(.duplicateKey) }
                present |= bit
                if role == .text { text = value } else { take(value, as: role, in: &record) }
            }
            next = record.next(after: value, in: record.root)
        }
        guard let text else { return "no text" }
        guard !record.isMissing(text) else { return nil }
        guard let words = record.string(text) else { return "text is \(record.kind(of: text))" }
        values[.text] = words
        return nil
    }

    private mutating func role(of key: JSONValue, in record: inout JSONRecord) -> Role? {
        if let index = names.index(of: key, in: &record) { return roles[index] }
        guard roles.count < Self.keyLimit, let name = record.string(key) else { return nil }
        names.append(name)
        roles.append(guess?.learn(name))
        return roles.last ?? nil
    }

    private mutating func take(_ value: JSONValue, as role: Role, in record: inout JSONRecord) {
        switch role {
        case .time:
            // What is there but no time is 'time unknown' and reported; what is absent is not.
            values[.time] = record.scalar(value) ?? ""
        case .isBot, .isPrivate: values[role] = record.isTrue(value) ? "true" : record.scalar(value)
        case .attachments: values.attachments = attachments(value, in: &record)
        case .author where record.kind(of: value) == .object: takeAuthor(value, in: &record)
        default:
            values[role] = record.scalar(value)
            guard values[role] == nil, !record.isMissing(value) else { return }
            if role == .id { record.repairs.insert(.unusableID) }
            if role == .author { record.repairs.insert(.unusableAuthor) }
        }
    }

    private mutating func takeAuthor(_ value: JSONValue, in record: inout JSONRecord) {
        author.read(value, in: &record)
        let handle = record.string(author[.username])
        let name = record.string(author[.displayName]) ?? record.string(author[.name])
        let id = record.scalar(author[.id])
        guard id != nil || handle != nil || name != nil else {
            record.repairs.insert(.unusableAuthor)
            return
        }
        values[.author] = name
        if let id, values[.authorID] == nil { values[.authorID] = id }
        if let handle, values[.handle] == nil { values[.handle] = handle }
    }

    private mutating func attachments(_ value: JSONValue, in record: inout JSONRecord) -> [String] {
        guard record.kind(of: value) == .array else { return record.string(value).map(writtenNames) ?? [] }
        var names: [String] = []
        var next = record.first(in: value)
        while let element = next {
            part.read(element, in: &record)
            if let name = record.string(element) ?? record.string(part[.name]) ?? record.string(part[.url]) {
                names.append(lastPathComponent(name))
            }
            next = record.next(after: element, in: value)
        }
        return names
    }
}

/// What objects in the place of an author or an attachment may hold.
enum JSONLinesAuthorKey: Int, JSONKey {
    case id, name, username, displayName, url

    var name: String { self == .displayName ? "display_name" : String(describing: self) }
}
