/// The XML that disqus.com/admin/discussions/export gives (schema `disqus.com/api/schemas/1.0/disqus.xsd`): posts
/// become messages, threads become their threads, each forum is a channel. Ids are `dsq:id`, which Disqus
/// counts over all forums, so they cannot repeat within the channel.
package enum DisqusReader: ExportReader {
    package static let format = "disqus"
    package static let summary = "Disqus export (XML): comments of a forum"
    package static let lacks = "likes, edits, and what waits for approval"

    /// Certain: the root element is Disqus's own. Words inside comments prove nothing.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard let root = xmlRoot(head) else { return .no }
        return DisqusNames.isRoot(root) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var document = DisqusDocument(options: options)
        try document.read(&source, yield: yield)
    }
}
