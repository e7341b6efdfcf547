/// One file of an archive that X makes of an account ('Download an archive of your data'): posts, deleted posts or
/// direct messages. Who wrote the posts stands in another file: see `XArchiveTreeReader`.
package enum XArchiveReader: ExportReader {
    package static let format = "x-archive"
    package static let summary = "X archive: tweets.js, or the whole archive"
    package static let lacks = "no posts by others, no threads; no author in tweets.js alone"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        if content.starts(with: "window.YTD.".utf8) {
            return XArchiveKind.isPrefixed(content) ? .certain : .no
        }
        guard content.first == UInt8(ascii: "["), topLevelKeys(content.dropFirst()) == ["tweet"] else { return .no }
        return hasMark("\"full_text\"", in: content) || hasMark("\"id_str\"", in: content) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(note))
        var file = XArchiveFile(options: options, owner: nil)
        try file.read(&source, yield: yield)
        try file.finish(yield: yield)
    }

    static let note = "An archive holds what its owner wrote, not what others answered."
}
