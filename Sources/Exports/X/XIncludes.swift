/// What a response page says beside its results: who wrote them and what is attached. The posts in it are context
/// that nobody asked for, and are not read.
struct XIncludes {
    private(set) var users: [String: ExportedAccount] = [:]
    /// Names of files by media key.
    private(set) var media: [String: String] = [:]
    private var includes = JSONFields<XIncludesKey>()
    private var user = JSONFields<XUserKey>()
    private var part = JSONFields<XPartKey>()

    mutating func read(_ value: JSONValue?, in record: inout JSONRecord) {
        users.removeAll(keepingCapacity: true)
        media.removeAll(keepingCapacity: true)
        includes.read(value, in: &record)
        for element in record.elements(of: includes[.users]) {
            if let account = account(element, in: &record), let id = account.id { users[id] = account }
        }
        for element in record.elements(of: includes[.media]) {
            part.read(element, in: &record)
            if let key = record.identifier(part[.mediaKey]) { media[key] = name(in: &record) ?? key }
        }
    }

    /// The account that a user object describes; nil: it names nobody.
    mutating func account(_ value: JSONValue?, in record: inout JSONRecord) -> ExportedAccount? {
        user.read(value, in: &record)
        let id = record.identifier(user[.id])
        let handle = record.string(user[.username]) ?? ""
        let name = record.string(user[.name]) ?? ""
        guard id != nil || !handle.isEmpty || !name.isEmpty else { return nil }
        return ExportedAccount(id: id, handle: handle, name: name)
    }

    /// Names of what a post's `attachments` hold; twarc2 puts the media themselves into a flattened post.
    mutating func attachments(_ value: JSONValue?, in record: inout JSONRecord) -> [String] {
        part.read(value, in: &record)
        let keys = record.elements(of: part[.mediaKeys])
        let flattened = record.elements(of: part[.media])
        if flattened.isEmpty {
            return keys.compactMap { record.identifier($0) }.map { media[$0] ?? $0 }
        }
        return flattened.compactMap { element in
            part.read(element, in: &record)
            return name(in: &record) ?? record.identifier(part[.mediaKey])
        }
    }

    private func name(in record: inout JSONRecord) -> String? {
        (record.string(part[.url]) ?? record.string(part[.preview])).map(lastPathComponent)
    }
}
