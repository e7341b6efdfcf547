import Testing

@testable import Exports

@Suite struct JSONWalkerEndTests {
    @Test(
        arguments: ["x", "youtube", "facebook", "googleplay-api", "zendesk", "intercom", "googlebusiness"],
        [",", "}", "]"])
    func `a stray mark behind a document ends the reading`(_ format: String, _ mark: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let one =
            "{\n\"kind\":\"youtube#comment\",\"id\":1,\"snippet\":{\"textOriginal\":\"a\"},\"created_time\":\"x\"}"
        #expect(throws: ExportError.self) { try Reading(one + mark, reader) }
    }

    @Test func `what comes next can be seen in small chunks and is not passed over`() throws {
        var walker = JSONWalker(try ByteSource(bytes: Array(" {\"a\":1}".utf8), chunkSize: 1))
        #expect(try Array(walker.upcoming()) == Array(" {\"a\":1}".utf8))
        #expect(try walker.enter("{"))
        #expect(try walker.nextKey() == "a")
    }
}
