import Foundation
import Testing

@testable import Exports

/// What a reader has said about an export.
struct WordPressOutcome {
    var messages: [ExportedMessage] = []
    var repairs: [(place: ExportPlace, reason: String)] = []
    var skipped: [(place: ExportPlace, reason: String)] = []
    var notes: [String] = []
    var owners: [ExportedAccount] = []
    var exportedAt: Int64?

    init(_ bytes: [UInt8], options: ExportOptions = ExportOptions()) throws {
        var source = try ByteSource(bytes: bytes)
        try WordPressReader.read(&source, options: options) { take($0) }
    }

    init(supply: inout PiecewiseSupply) throws {
        var document = WordPressDocument(options: ExportOptions())
        try document.read(&supply) { take($0) }
    }

    private mutating func take(_ event: ExportEvent) {
        switch event {
        case .message(let message): messages.append(message)
        case .repaired(let place, let reason): repairs.append((place, reason))
        case .skipped(let place, let reason): skipped.append((place, reason))
        case .note(let note): notes.append(note)
        case .owner(_, let account): owners.append(account)
        case .exportedAt(let time): exportedAt = time
        }
    }
}

/// Bytes in pieces of a given size, so that every boundary that a file could have is met.
struct PiecewiseSupply: XMLByteSupply {
    var rest: ArraySlice<UInt8>
    let size: Int
    private(set) var handedOut = 0

    init(_ bytes: [UInt8], size: Int) {
        rest = bytes[...]
        self.size = size
    }

    mutating func nextChunk() throws(ExportError) -> ArraySlice<UInt8>? {
        let piece = rest.prefix(size)
        rest = rest.dropFirst(size)
        handedOut += piece.count
        return piece.isEmpty ? nil : piece
    }
}

enum WordPressFixtures {
    static func bytes(_ name: String) throws -> [UInt8] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "xml"))
        return Array(try Data(contentsOf: url))
    }

    /// A small export around the given content of one post.
    static func export(_ content: String, namespace: String = "http://wordpress.org/export/1.2/") -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss xmlns:wp="\(namespace)"><channel><title>Hafenblog</title><link>https://hafen.example</link>
            <item><title>Ebbe &amp;amp; Flut</title><link>https://hafen.example/ebbe/</link><wp:post_id>10</wp:post_id>
            \(content)
            </item></channel></rss>
            """.utf8)
    }

    /// A comment with the usual fields; those that are given come first and therefore count.
    static func comment(_ id: String, _ text: String = "Moin", fields: String = "") -> String {
        """
        <wp:comment><wp:comment_id>\(id)</wp:comment_id>\(fields)<wp:comment_author>Jette</wp:comment_author>\
        <wp:comment_date_gmt>2024-03-01 12:00:00</wp:comment_date_gmt>\
        <wp:comment_content><![CDATA[\(text)]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
        """
    }
}
