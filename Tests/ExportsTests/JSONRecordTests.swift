import Testing

@testable import Exports

@Suite struct JSONRecordTests {
    @Test(
        arguments: [
            (#""\ud800""#, "\u{FFFD}", .loneSurrogate), (#""a\ude00z""#, "a\u{FFFD}z", .loneSurrogate),
            (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀", .loneSurrogate), (#""\uD83D\uDE00""#, "😀", []),
            (#""\uD800\u0041""#, "\u{FFFD}A", .loneSurrogate), (#""a\u0000b""#, "a\u{2400}b", .nul),
            ("\"a\u{1B}b\"", "a\u{1B}b", .rawControl), ("\"a\0b\"", "a\u{2400}b", [.rawControl, .nul]),
            (#""\"\\\/\b\f\n\r\t\u00e4""#, "\"\\/\u{8}\u{C}\n\r\tä", []),
        ] as [(String, String, Repairs)])
    func `strings are repaired and repairs are noted`(_ json: String, _ text: String, _ repairs: Repairs) throws {
        var record = JSONRecord()
        try record.parse(Array(json.utf8)[...])
        #expect(record.string(record.root) == text)
        #expect(record.repairs == repairs)
    }

    @Test(
        arguments: [
            ([0xC0, 0x9B], 2), ([0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 3), ([0xF0, 0x9F, 0x98], 1), ([0xE9], 1),
        ] as [([UInt8], Int)])
    func `each maximal subpart of invalid UTF-8 becomes one U+FFFD`(_ bytes: [UInt8], _ count: Int) throws {
        var record = JSONRecord()
        try record.parse(([0x22] + bytes + [0x22])[...])
        #expect(record.string(record.root) == String(repeating: "\u{FFFD}", count: count))
        #expect(record.repairs == .invalidBytes)
    }

    @Test(
        arguments: [
            ("NaN", .notJSON), ("01", .notJSON), ("+1", .notJSON), (".5", .notJSON), ("1.", .notJSON), ("1e", .notJSON),
            ("-", .notJSON), ("True", .notJSON), ("[1,]", .notJSON), ("{\"a\":1,}", .notJSON), ("[1 2]", .notJSON),
            ("{a:1}", .notJSON), ("{\"a\" 1}", .notJSON), ("[1]x", .notJSON), ("[,1]", .notJSON), ("{} {}", .notJSON),
            (#""\x1b""#, .notJSON), (#""\q""#, .notJSON), (#""\u12g4""#, .notJSON), ("", .unfinished),
            ("[", .unfinished),
            ("{\"a\"", .unfinished), ("{\"a\":", .unfinished), ("\"abc", .unterminatedString),
            ("\"abc\\", .unterminatedString), ("\"\\u12", .unterminatedString), ("[1}", .notJSON),
        ] as [(String, JSONFault)])
    func `what is not JSON is refused`(_ json: String, _ fault: JSONFault) {
        var record = JSONRecord()
        #expect(record.fault(parsing: Array(json.utf8)[...]) == fault)
    }

    @Test func `sixty-four levels are read and one more is not`() {
        var record = JSONRecord()
        let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(record.fault(parsing: Array(allowed.utf8)[...]) == nil)
        #expect(record.fault(parsing: Array("[\(allowed)]".utf8)[...]) == .tooDeep)
    }

    @Test func `numbers keep their own characters`() throws {
        for digits in ["9007199254740993", "-0", "1e2", "100.00", String(repeating: "9", count: 10_000)] {
            var record = JSONRecord()
            try record.parse(Array(digits.utf8)[...])
            #expect(record.scalar(record.root) == digits)
        }
    }

    @Test func `Telegram's hexadecimal escapes are understood where they are allowed`() throws {
        var record = JSONRecord(acceptsHexEscapes: true)
        try record.parse(Array(#""a\x0Bb\\x0B\x00""#.utf8)[...])
        #expect(record.string(record.root) == "a\u{B}b\\x0B\u{2400}")
    }

    @Test func `of a repeated key the last counts`() throws {
        var record = JSONRecord()
        var fields = JSONFields<DiscordPlaceKey>()
        try record.parse(Array(#"{"id":"1","name":"a","other":{"id":7},"\u0069d":"2"}"#.utf8)[...])
        fields.read(record.root, in: &record)
        #expect(record.string(fields[.id]) == "2")
        #expect(record.string(fields[.name]) == "a")
        #expect(fields[.category] == nil)
        #expect(record.repairs == .duplicateKey)
    }
}
