import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct RowLinesTests {
    private static let texts = [
        "", "one line", "a\nb\n\nc\n", String(repeating: "word ", count: 200),
        "Hello,\n> quoted words\n> and more\n\n日本語の文です、とても長い文です。\n\tend",
        (1...60).map { "line \($0) of a message" }.joined(separator: "\n"),
    ]

    private func rows(_ text: String, columns: Int, change: (inout MessageRow) -> Void = { _ in }) -> ThreadRows {
        var page = Samples.thread(Samples.row(1))
        page.rows = [Samples.message(1, "Ida", text, depth: 2, minutesAgo: 1, change)]
        return ThreadRows(
            page: page, layout: ThreadLayout(columns: columns, zoneOffset: 0, now: Samples.now), folds: ThreadFolds(),
            unread: [])
    }

    @Test(arguments: [9, 20, 80])
    func `asked for in parts, from the front or from the back, lines are those of the whole`(columns: Int) {
        for text in Self.texts {
            let lines = rows(text, columns: columns) { $0.attachments = ["a", "b"] }.lines(0)
            let whole = lines.lines(from: .top, limit: .max)
            #expect(lines.lines(before: .end, limit: .max).map(\.place) == whole.map(\.place))
            for (index, line) in whole.enumerated() {
                let after = lines.lines(from: line.place, limit: 7)
                #expect(after.map(\.place) == whole[index...].prefix(7).map(\.place))
                #expect(after.map(\.content) == whole[index...].prefix(7).map(\.content))
                let before = lines.lines(before: line.place, limit: 7)
                #expect(before.map(\.place) == whole[..<index].suffix(7).map(\.place))
            }
        }
    }

    @Test func `they are what is read out, where no quote is folded`() {
        for text in Self.texts where !text.contains(">") {
            let rows = rows(text, columns: 40)
            let whole = rows.lines(0).lines(from: .top, limit: .max).map(\.content)
            #expect(whole == ThreadLayout(columns: 40, zoneOffset: 0, now: Samples.now).lines(of: rows.page.rows[0]))
        }
    }

    @Test(arguments: [(40, 10), (12, 30)])
    func `a place from another width is found again`(columns: Int, height: Int) {
        let wide = rows(Self.texts[5], columns: 80).lines(0)
        let narrow = rows(Self.texts[5], columns: columns).lines(0)
        for line in wide.lines(from: .top, limit: .max) {
            let shown = narrow.shown(from: line.place, height: height)
            #expect(shown.count == height)
        }
    }

    @Test func `of a message of 400,000 lines the first, the next and the last are at hand`() {
        let text = (1...400_000).map { "line \($0)" }.joined(separator: "\n")
        let lines = rows(text, columns: 80).lines(0)
        func texts(_ placed: [RowLines.Placed]) -> [String] {
            placed.compactMap { if case .text(let text) = $0.content { text.plain } else { nil } }
        }
        #expect(texts(lines.lines(from: .top, limit: 3)) == ["line 1", "line 2"])
        var top = LinePlace.top
        for _ in 0..<50 { top = lines.top(10, from: top, height: 20) }
        #expect(texts(lines.shown(from: top, height: 2)) == ["line 500", "line 501"])
        top = lines.top(-200, from: top, height: 20)
        #expect(texts(lines.shown(from: top, height: 1)) == ["line 300"])
        #expect(texts(lines.shown(from: lines.lastTop(height: 2), height: 2)) == ["line 399999", "line 400000"])
        #expect(lines.lastTop(height: 20) == lines.top(10, from: lines.lastTop(height: 21), height: 20))
    }
}
