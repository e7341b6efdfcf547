/// JSON written by DiscordChatExporter: one file per channel or thread.
package enum DiscordReader: ExportReader {
    package static let format = "discord"
    package static let summary = "DiscordChatExporter JSON: one channel or thread"
    package static let lacks = "deleted messages and earlier wordings"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        return keys.contains("guild") && keys.contains("channel") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Discord exports hold neither deleted messages nor what edited ones said before."))
        var document = DiscordDocument(options: options)
        try document.read(&walker, yield: yield)
    }
}

/// The outermost object.
private struct DiscordDocument {
    private let options: ExportOptions
    private var detail = JSONRecord()
    private var place = JSONFields<DiscordPlaceKey>()
    private var scope = DiscordScope()
    private var declared: Int?
    private var counted: Int?

    init(options: ExportOptions) { self.options = options }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            switch key {
            case "guild": try readGuild(&walker)
            case "channel": try readChannel(&walker)
            case "exportedAt": try readStamp(&walker, yield: yield)
            case "messageCount": try readCount(&walker)
            case "messages": try readMessages(&walker, yield: yield)
            default: try walker.skip()
            }
        }
        try walker.finish()
        guard let counted else { throw ExportError.malformed(place: "the end", reason: "there is no 'messages'") }
        if let declared, declared != counted { try report(declared, counted, yield: yield) }
    }

    private func report(_ declared: Int, _ counted: Int, yield: (ExportEvent) throws -> Void) throws {
        let reason = "the export says \(declared) messages, \(counted) are there"
        try yield(.note(reason))
        try yield(.repaired(ExportPlace(unit: .item, number: 0, path: "messageCount", byteOffset: 0), reason: reason))
    }

    private mutating func readGuild(_ walker: inout JSONWalker) throws {
        place.read(try walker.detail(into: &detail), in: &detail)
        scope.guildID = detail.scalar(place[.id]) ?? ""
        scope.guildName = detail.string(place[.name]) ?? ""
    }

    private mutating func readChannel(_ walker: inout JSONWalker) throws {
        place.read(try walker.detail(into: &detail), in: &detail)
        scope.channelID = detail.scalar(place[.id]) ?? ""
        scope.channelName = detail.string(place[.name]) ?? ""
        scope.type = detail.string(place[.type]) ?? ""
        scope.category = detail.string(place[.category]) ?? ""
    }

    private mutating func readCount(_ walker: inout JSONWalker) throws {
        let value = try walker.detail(into: &detail)
        declared = detail.integer(value)
    }

    private mutating func readStamp(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        let value = try walker.detail(into: &detail)
        guard let written = detail.string(value), let stamp = exportedTime(written, in: nil)?.milliseconds else {
            return
        }
        try yield(.exportedAt(stamp))
    }

    private mutating func readMessages(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("[") else { throw walker.malformed("'messages' is no array") }
        var reader = DiscordMessageReader(scope: scope, options: options)
        var record = JSONRecord()
        var number = 0
        while try walker.nextElement() {
            let place = ExportPlace(unit: .item, number: number, path: "messages", byteOffset: walker.window.offset)
            number += 1
            switch try walker.decode(into: &record) {
            case .refused(let reason): try yield(.skipped(place, reason: reason))
            case .decoded: try reader.read(&record, at: place, yield: yield)
            }
        }
        counted = (counted ?? 0) + number
    }
}
