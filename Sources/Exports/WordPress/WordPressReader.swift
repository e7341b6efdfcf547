/// WordPress eXtended RSS (WXR), the export of `wp-admin/includes/export.php`: comments become messages, posts
/// become their threads.
package enum WordPressReader: ExportReader {
    package static let format = "wxr"
    package static let summary = "WordPress export (WXR, XML): comments of a blog"
    package static let lacks = "likes, edits, and spam, which WordPress leaves out"

    /// Certain: XML that declares the format's namespace or says in WordPress's own words what it is.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        // One stray byte before the document is tolerated, as the scanner does.
        let start = head.drop(while: XMLCharacters.isBlank).prefix(2)
        guard start.contains(UInt8(ascii: "<")) else { return .no }
        let text = String(decoding: head, as: UTF8.self)
        return marks.contains { text.contains($0) } ? .certain : .no
    }

    private static let marks = [
        "\"http://wordpress.org/export/", "\"https://wordpress.org/export/", "'http://wordpress.org/export/",
        "'https://wordpress.org/export/", "WordPress eXtended RSS",
    ]

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var document = WordPressDocument(options: options)
        try document.read(&source, yield: yield)
    }
}
