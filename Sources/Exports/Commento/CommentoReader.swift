/// The JSON that Commento lets a site's owner download: `comments` and, behind them, the `commenters`.
/// Ids are `commentHex` (256 random bits) as written, within the channel, which is the domain.
package enum CommentoReader: ExportReader {
    package static let format = "commento"
    package static let summary = "Commento export (JSON): comments of a site"
    package static let lacks = "edits, and scores below zero"

    /// Certain: both lists, or the name that Commento gives to a comment's id, where the second list lies beyond
    /// the head.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        guard keys.contains("comments") || keys.contains("commenters"), keys.contains("version") else { return .no }
        let hasBoth = keys.contains("comments") && keys.contains("commenters")
        return hasBoth || hasMark("\"commentHex\"", in: head) || hasMark("\"commenterHex\"", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Commento exports have no edits; scores below zero are left out"))
        var document = CommentoDocument(options: options)
        try document.read(&walker, yield: yield)
    }
}
