import Conversations
import Testing

@testable import Runtime

@Suite struct OutboxFormatTests {
    private func row(_ text: String, author: String = "Mia") -> OutboxRow {
        OutboxRow(
            id: Digest(high: 1, low: 2), state: .queued, platform: "forum", channel: "laden", messageID: "7",
            permalink: "https://example.org/7", author: author, text: text, actor: "anna",
            queuedAt: Moment(milliseconds: 0), notBefore: Moment(milliseconds: 15_000))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
    func `no cell begins a formula`(_ text: String) {
        let cell = CSVRow.cell(text)
        #expect(cell.hasPrefix("\"'"))
    }

    @Test(
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""),
            ("\u{1B}[31m", "\u{FFFD}[31m"), ("👩‍🚀", "👩‍🚀"),
        ])
    func `cells are quoted and hold no controls`(_ text: String, _ cell: String) {
        #expect(CSVRow.cell(text) == cell)
    }

    @Test func `a block of code cannot be left`() {
        let text = OutboxFormat.markdown.text(row("a\n````\n# b\n\u{1B}"))
        #expect(text.contains("`````text\na\n````\n# b\n\\u{1B}\n`````\n"))
    }

    @Test func `outside names are no markup`() {
        #expect(OutboxFormat.markdown.text(row("x", author: "[a](javascript:b)")).contains("\\[a\\]\\(javascript:b\\)"))
    }

    @Test func `a JSON line says everything about a reply`() {
        #expect(
            OutboxFormat.jsonl.text(row("Hallo"))
                == #"{"id":"00000000000000010000000000000002","state":"queued","platform":"forum","channel":"laden","#
                + #""reply_to":"7","permalink":"https://example.org/7","author":"Mia","text":"Hallo","by":"anna","#
                + #""queued":"1970-01-01T00:00:00.000Z","not_before":"1970-01-01T00:00:15.000Z"}"# + "\n")
    }
}
