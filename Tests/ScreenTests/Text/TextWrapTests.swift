import Testing

@testable import Screen

@Suite struct TextWrapTests {
    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh", 4, ["a", "abcd", "efgh"]), ("", 5, [""]), ("漢字漢字", 5, ["漢字", "漢字"]),
        ("  indented text", 10, ["  indented", "text"]), ("漢a", 1, ["\u{FFFD}", "a"]), ("abc   ", 3, ["abc"]),
        ("aaa bbb漢", 5, ["aaa", "bbb漢"]), ("ab cd漢漢", 4, ["ab", "cd漢", "漢"]),
    ])
    func `lines break at blanks, else hard`(raw: String, columns: Int, rows: [String]) {
        #expect(SafeText(raw).wrapped(to: columns).map(\.plain) == rows)
    }

    @Test func `without a column there is no row`() {
        #expect(SafeText("abc").wrapped(to: 0).isEmpty)
        #expect(SafeText("abc").wrapped(to: -3).isEmpty)
    }

    @Test(arguments: NastyText.all, [1, 2, 3, 8])
    func `every row fits and nothing but blanks is lost`(raw: String, columns: Int) {
        let text = SafeText(raw)
        let rows = text.wrapped(to: columns)
        for row in rows { #expect(row.columns <= columns) }
        let kept = rows.flatMap(\.glyphs).filter { !$0.isBlank }.count
        #expect(kept == text.glyphs.filter { !$0.isBlank }.count)
        #expect(rows.reduce(0) { $0 + $1.hiddenCount } == text.hiddenCount)
    }

    @Test func `the composer's rows have no gaps`() {
        let line = GraphemeColumns("Liebe Jörg, 👨‍👩‍👧 und 漢字 sind da   ")
        let rows = line.rows(columns: 9)
        #expect(rows.first?.lowerBound == 0)
        #expect(rows.last?.upperBound == line.entries.count)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(GraphemeColumns("").rows(columns: 9) == [0..<0])
    }
}
