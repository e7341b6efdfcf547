import Testing

@testable import Exports

/// A forum of any length that never lies in memory as a whole.
private struct EndlessForumSupply: XMLByteSupply {
    var rest: Int
    private var isOpened = false
    private var isClosed = false
    private let post: [UInt8]

    init(posts: Int) {
        rest = posts
        let text = String(repeating: "Deich und Meer ", count: 1000)
        post = Array("<post dsq:id=\"1\"><raw>\(text)</raw><message>\(text)</message></post>".utf8)
    }

    mutating func nextChunk() throws(ExportError) -> ArraySlice<UInt8>? {
        if !isOpened {
            isOpened = true
            return Array(#"<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">"#.utf8)[
                ...]
        }
        if rest > 0 {
            rest -= 1
            return post[...]
        }
        guard !isClosed else { return nil }
        isClosed = true
        return Array("</disqus>".utf8)[...]
    }
}

@Suite struct DisqusEnduranceTests {
    @Test func `a post is handed over before the next one is read`() throws {
        var supply = EndlessForumSupply(posts: 400)
        var document = DisqusDocument(options: ExportOptions())
        var sizes: Set<Int> = []
        var count = 0
        try document.read(&supply) { event in
            guard case .message(let message) = event else { return }
            count += 1
            sizes.insert(message.text.utf8.count)
        }
        #expect(count == 400)
        #expect(sizes == [14_999])
    }

    @Test func `what a consumer throws ends the reading at once`() throws {
        struct Stop: Error {}
        var supply = EndlessForumSupply(posts: 400)
        var document = DisqusDocument(options: ExportOptions())
        #expect(throws: Stop.self) {
            try document.read(&supply) { event in
                if case .message = event { throw Stop() }
            }
        }
        #expect(supply.rest >= 398)
    }
}
