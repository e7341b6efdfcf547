import Testing

@testable import Exports

/// What detection sees of an export whose first text is very long.
@Suite struct DetectionHeadTests {
    private func head(_ text: String, chunkSize: Int = ByteSource.defaultChunkSize) throws -> String {
        String(decoding: try ByteSource(bytes: Array(text.utf8), chunkSize: chunkSize).head, as: UTF8.self)
    }

    @Test(arguments: [100, 70_000, 300_000, 2_000_000])
    func `a long first text does not hide the keys behind it`(_ length: Int) throws {
        let text = "[{\"body\":\"\(String(repeating: "ä\\\"x", count: length / 5))\",\"permalink\":\"/r/x\"}]"
        #expect(try head(text).hasSuffix("\",\"permalink\":\"/r/x\"}]"))
        #expect(try head(text).utf8.count < 2200)
    }

    @Test func `what was read ahead is handed out whole and in order`() throws {
        let text = "[{\"body\":\"\(String(repeating: "abcdefg", count: 100_000))\",\"id\":1}]"
        var source = try ByteSource(bytes: Array(text.utf8), chunkSize: 4096)
        var raw: [UInt8] = []
        source.onRawBytes = { raw += Array($0) }
        var read: [UInt8] = []
        while let chunk = try source.nextChunk() { read += chunk }
        #expect(read == Array(text.utf8))
        #expect(raw == read)
        #expect(source.head.isEmpty)
    }

    @Test func `no more is read ahead than there is room for`() throws {
        let endless = "[\"" + String(repeating: "a", count: DetectionHead.readAhead * 2)
        var source = try ByteSource(bytes: Array(endless.utf8))
        #expect(source.head.count < 2200)
        var count = 0
        while let chunk = try source.nextChunk() { count += chunk.count }
        #expect(count == endless.utf8.count)
    }

    @Test func `a chat that begins with a bracket is no JSON, and its quotations stand`() throws {
        let lines = (0..<40).map { "[31.12.25, 10:00:\($0 + 10)] Mia: sie sagte \"ja, gern" }.joined(separator: "\n")
        #expect(try head(lines) == lines)
    }

    @Test func `a post with a text of 200 kB is known by its format`() throws {
        let text = String(repeating: "Wort ", count: 40_000)
        let json =
            "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"body\":\"\(text)\",\"id\":\"c1\","
            + "\"author\":\"mia\",\"created_utc\":1700000000,\"parent_id\":\"t3_a\",\"link_id\":\"t3_a\","
            + "\"subreddit\":\"hafen\",\"name\":\"t1_c1\"}}]}}"
        let found = try ExportFormats.detect(try ByteSource(bytes: Array(json.utf8)))
        #expect(found.format == "reddit")
    }
}
