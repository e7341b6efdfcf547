/// WordPress eXtended RSS (WXR), the export of `wp-admin/includes/export.php`: comments become messages, posts
/// become their threads.
package enum WordPressReader: ExportReader {
    package static let format = "wxr"
    package static let summary = "WordPress export (WXR, XML): comments of a blog"
    package static let lacks = "likes, edits, and spam, which WordPress leaves out"

    /// Certain: RSS whose root declares the format's namespace. Words elsewhere prove nothing.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard let root = xmlRoot(head) else { return .no }
        return WordPressNames.isRoot(root) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var document = WordPressDocument(options: options)
        try document.read(&source, yield: yield)
    }
}
