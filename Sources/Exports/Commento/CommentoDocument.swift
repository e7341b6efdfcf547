/// The outermost object.
struct CommentoDocument {
    private var reader: CommentoMessageReader
    private var commenters: CommentoCommenters
    private var held: CommentoHeld
    private var channel: ExportedChannel?
    private var hasComments = false
    private var record = JSONRecord()

    init(options: ExportOptions, waiting limit: Int = CommentoHeld.limit) {
        reader = CommentoMessageReader(options: options)
        commenters = CommentoCommenters(keepsPersonal: options.keepsPersonal)
        held = CommentoHeld(limit: limit)
    }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            switch key {
            case "version": try readVersion(&walker, yield: yield)
            case "comments": try readComments(&walker, yield: yield)
            case "commenters": try readCommenters(&walker, yield: yield)
            default: try walker.skip()
            }
        }
        try walker.finish()
        guard hasComments else { throw ExportError.malformed(place: "the end", reason: "there is no 'comments'") }
        try finish(yield)
    }

    private mutating func readVersion(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        let value = try walker.detail(into: &record)
        guard let version = record.scalar(value), version != "1" else { return }
        try yield(.note("version \(version) of the format; version 1 is known"))
    }

    private mutating func readComments(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        hasComments = true
        try eachElement(&walker, "comments") { document, place, refusal in
            if let refusal {
                return try document.held.add(.skipped(place, reason: refusal), document.commenters, yield: yield)
            }
            for event in document.reader.events(&document.record, at: place) {
                if document.channel == nil, case .message(let message) = event { document.channel = message.channel }
                try document.held.add(event, document.commenters, yield: yield)
            }
        }
    }

    private mutating func readCommenters(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        try eachElement(&walker, "commenters") { document, place, refusal in
            guard let reason = refusal ?? document.commenters.take(&document.record) else { return }
            try yield(.skipped(place, reason: reason))
        }
        try held.release(commenters, yield: yield)
    }

    /// Calls `body` for each element with its place and, where it could not be decoded, why. An empty list is `null`
    /// where Go wrote it.
    private mutating func eachElement(
        _ walker: inout JSONWalker, _ path: String,
        _ body: (inout CommentoDocument, ExportPlace, String?) throws -> Void
    ) throws {
        guard try walker.enter("[") else {
            let value = try walker.detail(into: &record)
            guard record.isMissing(value) else { throw walker.malformed("'\(path)' is no array") }
            return
        }
        var number = 0
        while try walker.nextElement() {
            let place = ExportPlace(unit: .item, number: number, path: path, byteOffset: walker.window.offset)
            number += 1
            switch try walker.decode(into: &record) {
            case .refused(let reason): try body(&self, place, reason)
            case .decoded: try body(&self, place, nil)
            }
        }
    }

    private mutating func finish(_ yield: (ExportEvent) throws -> Void) throws {
        try held.release(commenters, yield: yield)
        if let channel {
            for moderator in commenters.moderators { try yield(.owner(channel, moderator)) }
        }
        if held.gaveUp { try yield(.note("too many comments to wait for the names of their authors: ids alone")) }
        if commenters.dropped > 0 { try yield(.note("\(commenters.dropped) commenters are without name: too many")) }
    }
}
