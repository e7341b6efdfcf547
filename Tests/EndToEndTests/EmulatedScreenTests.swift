import Testing

@testable import Pseudoterminals

@Suite struct EmulatedScreenTests {
    @Test func `a screen that shrinks below its text goes on`() {
        let screen = EmulatedScreen(columns: 80, rows: 24)
        let lines = String(repeating: "line\r\n", count: 24)
        _ = screen.feed(Array((lines + "\u{1B}[3;1H").utf8))
        screen.resize(columns: 80, rows: 1)
        _ = screen.feed(Array("\u{1B}[K\u{1B}[1Pend".utf8))
        #expect(screen.text == "end")
    }

    @Test func `a wide character in a single column does no harm`() {
        let screen = EmulatedScreen(columns: 80, rows: 24)
        screen.resize(columns: 1, rows: 2)
        _ = screen.feed(Array("請問".utf8))
        #expect(screen.cursor.row == 1)
    }
}
