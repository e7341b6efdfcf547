/// The repository of an account on Bluesky, as the app exports it ('Export my data') and `com.atproto.sync.getRepo`
/// answers: a content addressable archive of all records.
package enum BlueskyCARReader: ExportReader {
    package static let format = "bluesky-car"
    package static let summary = "Bluesky repository (.car): own posts"
    package static let lacks = "no posts by others, no likes, no handle"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        // The header's length, then a map of two whose first key is 'roots': DAG-CBOR has the shorter key first.
        let length = head.prefix(9).prefix { $0 >= 0x80 }.count + 1
        return head.dropFirst(length).starts(with: [0xA2, 0x65] + Array("roots".utf8)) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("A repository holds what its owner posted, not what others answered."))
        let repository = try collect(&source, yield: yield)
        var posts = try BlueskyRepositoryPosts(repository, options: options)
        try posts.read(yield: yield)
    }

    /// Reads the file to its end.
    private static func collect(
        _ source: inout ByteSource, yield: (ExportEvent) throws -> Void
    ) throws -> BlueskyRepository {
        var blocks = try CARBlocks(source)
        defer { source = blocks.window.source }
        guard let root = blocks.roots.first else { throw ExportError.malformed(place: "byte 0", reason: "no root") }
        var repository = BlueskyRepository(root: root)
        while let section = try blocks.next() {
            switch section {
            case .unusable(let reason): try yield(.skipped(blocks.place, reason: reason))
            case .block(let id, let range):
                if let reason = try repository.take(id, blocks.bytes(range), at: blocks.place) {
                    try yield(.skipped(blocks.place, reason: reason))
                }
            }
        }
        return repository
    }
}
