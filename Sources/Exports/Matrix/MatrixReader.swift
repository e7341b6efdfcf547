/// A room that Element exports as JSON.
package enum MatrixReader: ExportReader {
    package static let format = "matrix"
    package static let summary = "Element (Matrix) JSON: one room"
    package static let lacks = "names of members that joined before; earlier wordings; reactions and edits now and then"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        return ["room_name", "room_creator", "exported_by"].allSatisfy(keys.contains) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Element leaves out events that it does not show, and what edited messages said before."))
        var detail = JSONRecord()
        var room = MatrixRoom(options: options)
        var hasMessages = false
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            switch key {
            case "room_name":
                let value = try walker.detail(into: &detail)
                room.name = detail.string(value) ?? ""
            case "messages":
                hasMessages = true
                try read(&walker, room, yield: yield)
            default: try walker.skip()
            }
        }
        try walker.finish()
        guard hasMessages else { throw ExportError.malformed(place: "the end", reason: "there is no 'messages'") }
    }

    private static func read(
        _ walker: inout JSONWalker, _ room: MatrixRoom, yield: (ExportEvent) throws -> Void
    ) throws {
        var events = MatrixEventReader(room: room)
        var timeline = MatrixTimeline()
        try walker.eachRecord(of: "messages", yield: yield) { record, place in
            guard let event = events.read(&record, at: place) else {
                return try yield(.skipped(place, reason: "no type or no sender"))
            }
            try timeline.take(event, yield: yield)
            if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        }
        try timeline.finish(yield: yield)
        if events.encryptedCount > 0 {
            try yield(.note("\(events.encryptedCount) messages could not be decrypted and have no words."))
        }
    }
}
