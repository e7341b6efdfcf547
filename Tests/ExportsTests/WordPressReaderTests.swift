import Foundation
import Testing

@testable import Exports

struct WordPressReaderTests {
    private let blog: WordPressOutcome

    init() throws { blog = try WordPressOutcome(WordPressFixtures.bytes("wxr-hafenblog")) }

    private func read(_ content: String, options: ExportOptions = ExportOptions()) throws -> WordPressOutcome {
        try WordPressOutcome(WordPressFixtures.export(content), options: options)
    }

    @Test func `the blog is the channel`() {
        #expect(
            Set(blog.messages.map(\.channel)) == [
                ExportedChannel(platform: "wordpress", key: "https://hafen.example/blog", name: "Hafenblog & Deich")
            ])
        #expect(blog.exportedAt == 1_709_627_400_000)
    }

    @Test func `posts are threads and no messages`() {
        #expect(blog.messages.map(\.thread?.id) == ["21", "21", "21", "22"])
        #expect(
            blog.messages.first?.thread
                == ExportedThread(id: "21", title: "Sturmflut", link: "https://hafen.example/sturmflut/"))
    }

    @Test func `ids carry their post, and parents resolve`() {
        #expect(blog.messages.map(\.id) == ["21/11", "21/12", "21/13", "22/11"])
        #expect(blog.messages.map(\.parent) == [nil, "21/11", nil, nil])
        #expect(blog.messages.first?.permalink == "https://hafen.example/sturmflut/#comment-11")
    }

    @Test func `an e-mail address is told apart by its digest and kept nowhere`() {
        #expect(blog.messages.first?.account?.id == "mail:e1f1ffe92c8d88f26e5da0ffc3ce9eac")
        #expect(!String(describing: blog).lowercased().contains("wiebke@example"))
        #expect(!String(describing: blog).contains("192.0.2.7"))
        #expect(blog.messages[2].account == ExportedAccount(id: nil, name: "Deichseite"))
    }

    @Test func `authors are owners, each once`() {
        #expect(blog.owners.map(\.handle) == ["tjark", "frauke"])
        #expect(
            blog.owners.first == ExportedAccount(id: "user:4", handle: "tjark", name: "Tjark O'Deich", isOwner: true))
        #expect(
            blog.messages[1].account == ExportedAccount(id: "user:4", handle: "tjark", name: "Tjark", isOwner: true))
    }

    @Test func `an address alone makes an owner only where the author has no id`() throws {
        #expect(blog.messages[3].account?.isOwner == true)
        #expect(blog.messages[3].account?.id == blog.owners[1].id)
        let author =
            "<wp:author><wp:author_id>1</wp:author_id><wp:author_email>o@x.example</wp:author_email></wp:author>"
        let spoof = WordPressFixtures.comment(
            "1", fields: "<wp:comment_author_email>o@x.example</wp:comment_author_email>")
        let text = String(decoding: WordPressFixtures.export(spoof), as: UTF8.self)
            .replacingOccurrences(of: "<item>", with: author + "<item>")
        #expect(try WordPressOutcome(Array(text.utf8)).messages.map(\.account?.isOwner) == [false])
    }

    @Test func `a user who writes logged in is the owner by the address of an author without an id`() throws {
        let author =
            "<wp:author><wp:author_login>o</wp:author_login><wp:author_email>o@x.example</wp:author_email></wp:author>"
        let fields =
            "<wp:comment_author_email>O@x.example</wp:comment_author_email><wp:comment_user_id>5</wp:comment_user_id>"
        let text = String(
            decoding: WordPressFixtures.export(WordPressFixtures.comment("1", fields: fields)), as: UTF8.self
        )
        .replacingOccurrences(of: "<item>", with: author + "<item>")
        #expect(
            try WordPressOutcome(Array(text.utf8)).messages.map(\.account)
                == [ExportedAccount(id: "user:5", name: "Jette", isOwner: true)])
    }

    @Test func `markup is kept beside the plain text`() {
        #expect(blog.messages[0].text == "Gibt es Bilder?\nSiehe Pegel (https://pegel.example/?a=1&b=2).")
        #expect(blog.messages[0].markup?.hasPrefix("Gibt es <strong>") == true)
        #expect(blog.messages[1].text == "Ja → morgen")
        #expect(blog.messages[1].markup == nil)
    }

    @Test func `states, kinds, ratings and private posts`() {
        #expect(blog.messages.map(\.status) == [.published, .published, .pending, .deleted])
        #expect(blog.messages.map(\.kind) == [.message, .message, .system, .message])
        #expect(blog.messages.map(\.isPrivate) == [false, false, false, true])
        #expect(blog.messages.map(\.rating) == [nil, nil, nil, 4])
    }

    @Test func `a comment's place is the line on which it begins`() throws {
        let bytes = try WordPressFixtures.bytes("wxr-hafenblog")
        #expect(blog.messages.map(\.place.number) == [27, 43, 54, 71])
        for message in blog.messages {
            #expect(bytes[message.place.byteOffset...].starts(with: "<blog:comment>".utf8))
        }
    }

    @Test func `a missing time in UTC is reported and the local time taken`() {
        #expect(
            blog.messages[2].time
                == ExportedTime(milliseconds: 1_709_301_600_000, written: "2024-03-01 14:00:00", zoneIsKnown: false))
        #expect(blog.messages[3].time.milliseconds == nil)
        #expect(blog.repairs.map(\.reason) == ["no time in UTC, local time taken, zone unknown", "time unknown"])
    }

    @Test(arguments: [
        ("1", "12", nil), ("-1", "12", 1), ("x", "12", 1), ("12", "12", 1), ("", "12", nil), ("00", "12", nil),
    ])
    func `only a comment id is a parent`(parent: String, id: String, repairs: Int?) throws {
        let field = "<wp:comment_parent>\(parent)</wp:comment_parent>"
        let outcome = try read(WordPressFixtures.comment(id, fields: field))
        #expect(outcome.messages.map(\.parent) == [parent == "1" ? "10/1" : nil])
        #expect(outcome.repairs.count == repairs ?? 0)
    }

    @Test func `ids that repeat, carry a blank or are empty lose no comment`() throws {
        let outcome = try read(["7", "7", "7 ", ""].map { WordPressFixtures.comment($0) }.joined())
        #expect(outcome.messages.map(\.id) == ["10/7", "10/7", "10/7 ", nil])
        #expect(outcome.repairs.map(\.reason) == ["comment id repeated", "no comment id"])
    }

    @Test func `a comment of more than 4 MiB is skipped and its neighbours are not`() throws {
        let long = String(repeating: "Deich ", count: 800_000)
        let outcome = try read(
            ["1", "2", "3"].map { WordPressFixtures.comment($0, $0 == "2" ? long : "Moin") }.joined())
        #expect(outcome.messages.map(\.id) == ["10/1", "10/3"])
        #expect(outcome.skipped.map(\.place.number) == [4])
    }

    @Test func `a control character costs itself and is counted`() throws {
        let outcome = try read(WordPressFixtures.comment("1", "a\u{1B}]0;x\u{07}b\u{0}"))
        #expect(outcome.messages.map(\.text) == ["a␛]0;x␇b␀"])
        #expect(outcome.repairs.map(\.reason) == ["3 characters replaced"])
    }

    @Test(arguments: ["1.0", "1.1", "1.2"], ["http", "https"])
    func `every version and both schemes are the format`(version: String, scheme: String) throws {
        let uri = "\(scheme)://wordpress.org/export/\(version)/"
        let bytes = WordPressFixtures.export(WordPressFixtures.comment("1"), namespace: uri)
        #expect(WordPressReader.detect(bytes[...]) == .certain)
        #expect(try WordPressOutcome(bytes).messages.count == 1)
    }

    @Test(arguments: [
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<rss><channel><title>x</title></channel></rss>",
    ])
    func `other XML is not the format`(text: String) throws {
        #expect(WordPressReader.detect(Array(text.utf8)[...]) == .no)
        #expect(throws: ExportError.self) { try WordPressOutcome(Array(text.utf8)) }
    }

    @Test func `words about the format are not the format`() {
        #expect(WordPressReader.detect(Array("{\"text\": \"WordPress eXtended RSS\"}".utf8)[...]) == .no)
    }

    @Test func `where pieces of the file end makes no difference`() throws {
        let bytes = try WordPressFixtures.bytes("wxr-hafenblog")
        for size in [1, 2, 3, 7, 64] {
            var supply = PiecewiseSupply(bytes, size: size)
            #expect(try WordPressOutcome(supply: &supply).messages == blog.messages)
        }
    }

    @Test func `a file that is cut anywhere is an error`() throws {
        let bytes = WordPressFixtures.export(WordPressFixtures.comment("1", "a]]]]><![CDATA[>b &amp; c"))
        for length in 0..<(bytes.count - 1) {
            #expect(throws: ExportError.self) { try WordPressOutcome(Array(bytes.prefix(length))) }
        }
    }
}
