import Testing

@testable import Exports

@Suite struct JSONWalkerTests {
    @Test(arguments: [1, 2, 3, 7, 64])
    func `records are cut at any chunk boundary`(_ chunkSize: Int) throws {
        let json = #"{"skip":{"a":["}","\""]},"list":[{"a":"]}\\"}, 7 ,"x\"y",[[]],null,true],"end":1}"#
        #expect(
            try records(json, chunkSize: chunkSize) == [#"{"a":"]}\\"}"#, "7", #""x\"y""#, "[[]]", "null", "true"])
    }

    @Test(arguments: [",", " ,1"])
    func `outside of containers a byte that begins no value is refused`(_ json: String) throws {
        var walker = JSONWalker(try ByteSource(bytes: Array(json.utf8)))
        #expect(throws: ExportError.self) { try walker.cut() }
    }

    @Test(arguments: ["{\"list\":[1,2", "{\"list\":[\"a", "{\"list\":[{\"a\":1", "{\"list\"", "{"])
    func `a document that is cut short says where`(_ json: String) {
        #expect(throws: ExportError.truncated(place: "byte \(json.utf8.count)")) { try records(json) }
    }

    @Test(
        arguments: [
            ("{\"list\":[1 2]}", 11), ("{\"list\":[1,]}", 11), ("{\"list\":[{\"a\":[1}]}", 16),
            ("{\"list\":[1]} {}", 13),
            ("{\"list\" [1]}", 8),
        ])
    func `a malformed container says where`(_ json: String, _ offset: Int) {
        let error = #expect(throws: ExportError.self) { try records(json) }
        guard case .malformed(let place, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(place == "byte \(offset)")
    }

    @Test func `a record that is too large or too deep does not cost its neighbours`() throws {
        let large = "\"" + String(repeating: "x", count: ByteWindow.recordLimit + 1) + "\""
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(try records("{\"list\":[1,\(large),2,\(deep),3]}") == ["1", "oversized", "2", "too deep", "3"])
    }

    @Test func `depth outside the records refuses the document at its sixty-fifth level`() {
        let deep = String(repeating: "[", count: 64)
        #expect(throws: ExportError.malformed(place: "byte 68", reason: JSONFault.tooDeep.description)) {
            try records("{\"x\":\(deep)\(String(repeating: "]", count: 64))}")
        }
    }

    private func records(_ json: String, chunkSize: Int = 1000) throws -> [String] {
        var walker = try JSONWalker(ByteSource(bytes: Array(json.utf8), chunkSize: chunkSize))
        var found: [String] = []
        guard try walker.enter("{") else { return [] }
        while let key = try walker.nextKey() {
            guard key == "list", try walker.enter("[") else {
                try walker.skip()
                continue
            }
            while try walker.nextElement() {
                switch try walker.cut() {
                case .value(let range): found.append(String(decoding: walker.bytes(range), as: UTF8.self))
                case .oversized: found.append("oversized")
                case .tooDeep: found.append("too deep")
                }
            }
        }
        try walker.finish()
        return found
    }

    @Test(arguments: ["}", "]", ",", " }"])
    func `what closes nothing is no value between documents`(_ text: String) throws {
        var walker = JSONWalker(try ByteSource(bytes: Array(text.utf8)))
        #expect(throws: ExportError.self) { try walker.cut() }
    }
}
