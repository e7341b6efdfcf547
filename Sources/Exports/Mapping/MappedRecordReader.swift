/// Makes messages of JSON objects, as a mapping has it.
struct MappedRecordReader {
    private var paths: [(role: Role, path: FieldPath)]
    private var messages: MappedMessages
    private var part = JSONFields<JSONLinesAuthorKey>()

    /// Throws `ExportError.mapping` where the options name an order of dates that there is not.
    init(_ mapping: FormatMapping, options: ExportOptions) throws(ExportError) {
        paths = mapping.roles.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, FieldPath($0.value)) }
        messages = try MappedMessages(mapping, options: options)
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        messages.begin()
        for index in paths.indices {
            guard let value = paths[index].path.value(in: &record) else { continue }
            take(value, as: paths[index].role, in: &record)
        }
        var repairs: Repairs = []
        guard let message = messages.message(at: place, repairs: &repairs) else {
            return try yield(.skipped(place, reason: "no text"))
        }
        repairs.formUnion(record.repairs)
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(place, reason: repairs.description)) }
    }

    private mutating func take(_ value: JSONValue, as role: Role, in record: inout JSONRecord) {
        switch record.kind(of: value) {
        case .true: messages.set(role, "true")
        case .false: messages.set(role, "false")
        // Null is what the record says: no text is an empty one.
        case .null: if role == .text { messages.set(role, "") }
        case .string, .number: messages.set(role, record.scalar(value))
        case .array where role == .attachments: messages.setAttachments(names(value, in: &record))
        case .array, .object:
            if role == .id { record.repairs.insert(.unusableID) }
            if role == .author { record.repairs.insert(.unusableAuthor) }
        }
    }

    private mutating func names(_ value: JSONValue, in record: inout JSONRecord) -> [String] {
        record.elements(of: value).compactMap {
            part.read($0, in: &record)
            let name = record.string($0) ?? record.string(part[.name]) ?? record.string(part[.url])
            return name.map { lastPathComponent(String($0.prefix { $0 != "?" })) }
        }
    }
}
