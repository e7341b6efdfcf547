import Testing

@testable import Screen

@Suite struct GraphemeColumnsTests {
    @Test func `the cursor stands where the character is drawn`() {
        let line = GraphemeColumns("a漢👨‍👩‍👧e\u{301}\u{200B}!")
        #expect(line.entries.map(\.column) == [0, 1, 3, 9, 10, 16])
        #expect(line.columns == 17)
        #expect(line.column(at: 2) == 3)
        #expect(line.column(at: 99) == 17)
        #expect(line.column(at: -1) == 0)
    }

    @Test func `a column leads back to its character`() {
        let line = GraphemeColumns("a漢b")
        #expect((0...5).map(line.offset(atColumn:)) == [0, 1, 1, 2, 3, 3])
    }

    @Test(arguments: NastyText.all)
    func `the parts are the whole`(raw: String) {
        let line = GraphemeColumns(raw)
        #expect(line.entries.count == raw.count)
        expectSafe(line.text, from: raw)
        #expect(line.text.columns == line.columns)
        for (entry, next) in zip(line.entries, line.entries.dropFirst()) {
            #expect(entry.column + entry.width == next.column)
        }
    }

    @Test func `a TAB and a line break have a width`() {
        #expect(GraphemeColumns("ab\tc").column(at: 3) == 8)
        #expect(GraphemeColumns("a\nb").text.plain == "a␊b")
    }
}
