import Conversations
import Testing

@testable import Runtime

@Suite struct JSONLineTests {
    @Test(
        arguments: [
            ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
            ("\u{1B}[31m\u{7F}\u{9B}", #""\u001b[31m\u007f\u009b""#),
            ("\u{202E}\u{200B}\u{2028}", #""\u202e\u200b\u2028""#), ("Grüße 🙂", "\"Grüße 🙂\""),
            ("\u{E0041}", #""\udb40\udc41""#),
        ])
    func `what acts or hides is escaped`(_ raw: String, _ json: String) {
        #expect(JSONValueText.string(raw).text == json)
    }

    @Test func `members keep their order and nil leaves one out`() {
        var line = JSONLine()
        line.add("b", .number(1))
        line.add("x", ifThere: nil)
        line.add("a", .strings(["1", "2"]))
        line.add("c", .string(nil))
        #expect(line.text == #"{"b":1,"a":["1","2"],"c":null}"#)
    }
}

@Suite struct EscapedTextTests {
    @Test(
        arguments: [
            ("plain", "plain"), ("\u{1B}", "\\u{1B}"), ("\\u{1B}", "\\\\u{1B}"), ("a\nb", "a\\u{A}b"),
            ("\u{9B}", "\\u{9B}"),
        ])
    func `nobody can write what looks like our escape`(_ raw: String, _ shown: String) {
        #expect(EscapedText.line(raw) == shown)
    }
}

@Suite struct MomentISO8601Tests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_793_534_400_000, "2026-11-01T12:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
            (253_402_300_800_000, "+010000-01-01T00:00:00.000Z"),
        ] as [(Int64, String)])
    func `times are written in UTC`(_ milliseconds: Int64, _ written: String) {
        #expect(Moment(milliseconds: milliseconds).iso8601 == written)
    }

    @Test(arguments: [Int64.min, .max])
    func `the ends of the range do not trap`(_ milliseconds: Int64) {
        #expect(Moment(milliseconds: milliseconds).iso8601.hasSuffix("Z"))
    }
}
