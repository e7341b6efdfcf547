/// The `outbox.json` of the archive that Mastodon makes of an account: what its owner posted.
package enum MastodonOutboxReader: ExportReader {
    package static let format = "mastodon-outbox"
    package static let summary = "Mastodon archive: outbox.json, or the whole archive"
    package static let lacks = "no posts by others, no deleted posts; no shown name in outbox.json alone"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        if content.first == UInt8(ascii: "[") {
            let keys = topLevelKeys(content.dropFirst())
            return ["type", "actor", "object", "published"].allSatisfy(keys.contains) && hasActivities(content)
                ? .certain : .no
        }
        // Likes and bookmarks are collections too: of addresses.
        guard topLevelKeys(content).contains("orderedItems") else { return .no }
        return hasActivities(content) || hasMark("\"outbox.json\"", in: content) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(note))
        var file = MastodonOutboxFile(options: options, actor: nil)
        try file.read(&source, yield: yield)
    }

    static let note = "An archive holds what its owner posted, not what others answered."

    private static func hasActivities(_ content: ArraySlice<UInt8>) -> Bool {
        hasMark("\"actor\"", in: content)
            && (hasMark("\"Create\"", in: content) || hasMark("\"Announce\"", in: content))
    }
}
