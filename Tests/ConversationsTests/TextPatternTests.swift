import Testing

@testable import Conversations

@Suite struct TextPatternTests {
    @Test(arguments: [
        ("rad", "Mein RAD", true), ("^rad$", "mein\nRad\nhier", true), ("^rad$", "mein Rad", false), ("ä", "Ä", true),
        ("(?-i)rad", "RAD", false), ("\\bb\\w+", "ein Baum", true), ("", "x", true), ("(.)\\1", "abba", true),
        (".", "\u{0}", true),
    ])
    func `a pattern is found anywhere in the text, in any case`(pattern: String, text: String, isFound: Bool) throws {
        #expect(try TextPattern(pattern).verdict(on: text) == (isFound ? .found : .notFound))
    }

    @Test(arguments: [("(a", 2), ("[z-a]", 3), ("ä(", 2), ("\\C", 2), ("(?<n", 4)])
    func `what PCRE2 does not understand is told with its place`(pattern: String, offset: Int) throws {
        let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }
        #expect(error?.reason.isEmpty == false)
        #expect(error?.offset == offset)
    }

    /// The texts of jsonl/redos.jsonl (make_hostile.py).
    private static let texts = [
        String(repeating: "a", count: 50_000) + "!", "http://" + String(repeating: "a.", count: 20_000),
        String(repeating: "<", count: 20_000) + String(repeating: ">", count: 20_000),
        String(repeating: "@", count: 50_000),
        String(repeating: "x", count: 30) + String(repeating: " ", count: 50_000) + "y",
        String(repeating: "0", count: 50_000) + "x", String(repeating: "://", count: 20_000),
    ]

    /// Patterns that take exponential or quadratic time, with the number of the text they do it on.
    @Test(arguments: [
        ("(a+)+$", 0), ("[a-z]+\\d", 0), ("(a|aa)+$", 0), ("([a-z]+\\.?)+\\d", 1), ("(<+)+[xy]", 2),
        ("<.*<.*<.*[yz]", 2),
        ("\\s+$", 4), ("(\\d+)*[yz]", 5), ("(:?/?/?)+[xy]", 6), ("@+[^@]", 3),
    ])
    func `a text on which a pattern would hang is left undecided`(pattern: String, number: Int) throws {
        let pattern = try TextPattern(pattern)
        #expect(pattern.verdict(on: Self.texts[number]) == .undecided)
        #expect(pattern.verdict(on: "short") != .undecided)
    }

    @Test func `a plain word is found in any of these texts or not, but decided`() throws {
        let pattern = try TextPattern("needle")
        for text in Self.texts { #expect(pattern.verdict(on: text) == .notFound) }
    }
}
