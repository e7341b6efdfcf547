import Testing

@testable import Exports

@Suite struct JSONListReaderTests {
    @Test func `the list inside an object is found, and keys become roles`() throws {
        let reading = try Reading(fixture: "json-object-with-list.json", options: ExportOptions(platform: "forum"))
        #expect(reading.messages.map(\.id) == ["9007199254740993", "3"])
        #expect(reading.messages.map(\.text) == ["Moin", "zwei\u{2400}"])
        #expect(reading.messages[0].account == ExportedAccount(id: "1", name: "Jule"))
        #expect(reading.messages[1].account == ExportedAccount(id: nil, name: "Oskar"))
        #expect(reading.messages[1].parent == "9007199254740993")
        #expect(reading.messages[0].likes == 2)
        #expect(reading.messages[0].channel.platform == "forum")
        #expect(reading.messages[0].place.description == "result.comments[0]")
        #expect(reading.skipped.map(\.place) == ["result.comments[1]", "result.comments[3]", "result.comments[4]"])
        #expect(reading.skipped.map(\.reason) == ["not JSON", "a number", "no text"])
        #expect(
            reading.repaired.map(\.reason) == ["time unknown, U+0000 became U+2400"]
                || reading.repaired.map(\.reason) == ["U+0000 became U+2400, time unknown"])
    }

    @Test func `an array is the list, and damaged objects cost themselves only`() throws {
        let reading = try Reading(fixture: "json-array-damaged.json")
        #expect(reading.messages.map(\.id) == ["a", "b", "c"])
        #expect(reading.messages[1].text == "\u{1B}[2J\u{202E}z")
        #expect(reading.skipped.map(\.place) == ["[2]"])
    }

    @Test(arguments: ["json-object-with-list.json", "json-array-damaged.json"])
    func `small chunks, cuts and replaced bytes are survived`(_ name: String) throws {
        let bytes = try exportFixture(name)
        #expect(try ExportFormats.detect(ByteSource(bytes: bytes)).format == "json")
        #expect(try exportEvents(bytes, JSONListReader.self, chunkSize: 1) == exportEvents(bytes, JSONListReader.self))
        try expectNoCrash(bytes, JSONListReader.self, atMost: 5)
        for end in stride(from: 0, to: bytes.count - 2, by: 3) {
            #expect(throws: ExportError.self) { try exportEvents(Array(bytes[..<end]), JSONListReader.self) }
        }
    }

    @Test func `the guess can be shown and corrected`() throws {
        let source = try ByteSource(bytes: Array(#"[{"wort":"a","nr":1}]"#.utf8))
        let options = ExportOptions(mapping: ["text": "wort", "id": "nr"])
        let guess = try ExportFormats.mapping(of: source, format: JSONListReader.self, options: options)
        #expect(guess?.pairs.map(\.column) == ["nr", "wort"])
        var copy = source
        var texts: [String] = []
        try JSONListReader.read(&copy, options: options) {
            if case .message(let message) = $0 { texts.append(message.text) }
        }
        #expect(texts == ["a"])
    }

    @Test func `without a text the keys are listed`() {
        #expect(
            throws: ExportError.mapping(
                reason: "no column has the text; name it with --map text=COLUMN", columns: ["a", "b"])
        ) { try Reading(#"[{"a":1},{"b":2}]"#, JSONListReader.self) }
    }

    @Test func `two lists with texts are not guessed between, one with texts is taken`() throws {
        let two = #"{"posts":[{"text":"a"}],"comments":[{"text":"b"}]}"#
        let error = #expect(throws: ExportError.self) { try Reading(two, JSONListReader.self) }
        guard case .mapping(let reason, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("posts, comments"))
        let one = #"{"users":[{"name":"a"}],"comments":[{"text":"b"}]}"#
        #expect(try Reading(one, JSONListReader.self).messages.map(\.text) == ["b"])
    }

    @Test func `a list beyond the first 64 KiB is refused, and deep nesting too`() {
        let far = #"{"x":""# + String(repeating: "x", count: 70_000) + #"","l":[{"text":"a"}]}"#
        #expect(throws: ExportError.self) { try Reading(far, JSONListReader.self) }
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(throws: ExportError.self) { try Reading(deep, JSONListReader.self) }
        #expect(throws: ExportError.self) { try Reading("{\"a\":\(deep)}", JSONListReader.self) }
    }

    @Test func `a list of any length is read`() throws {
        let items = (0..<20_000).map { "{\"id\":\($0),\"text\":\"x\"}" }.joined(separator: ",")
        #expect(try Reading("{\"items\":[\(items)]}", JSONListReader.self).messages.count == 20_000)
    }
}
