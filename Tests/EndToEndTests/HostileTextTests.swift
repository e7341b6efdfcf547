import Foundation
import Pseudoterminals
import Testing

/// Complaints 5 and 6, widths and what strangers write, and promises P1 and P3.
@Suite struct HostileTextTests {
    /// Posts of people whose names and texts are these, as JSON escapes them.
    private func posts(_ texts: [String]) throws -> [String] {
        try texts.enumerated().map { index, text in
            let record = [
                "id": "h\(index)", "author": text, "text": "\(text) ENDE\(index)",
                "created_at": "2026-11-02T10:\(10 + index):00Z",
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
        }
    }

    /// Walks through list, thread, sheet, search and composer and gives all that was written.
    private func walk(_ texts: [String], term: String = "xterm-256color") throws -> Pseudoterminal {
        let terminal = try Shop(posts: try posts(texts)).open(term: term, ready: "to answer")
        for index in 0..<texts.count {
            let place = "ENDE\(texts.count - 1 - index)"
            try terminal.send("\r", awaiting: place)
            try terminal.send("K", awaiting: "Text as written")
            try terminal.send("q", awaiting: "the thread") { !$0.text.contains("as written") }
            try terminal.send("r", awaiting: "reply to")
            try terminal.leaveComposer()
            try terminal.send("qj", awaiting: "the next row") { $0.cursor == (0, index + 2) }
        }
        #expect(try terminal.quit() == .exited(0))
        return terminal
    }

    @Test func `weechat#1545, ai#20052, mdk#670, open-interpreter#169: no sequence of a stranger is sent`() throws {
        let payloads = [
            "\u{1B}]52;c;cHduZWQ=\u{7}", "\u{1B}]0;PWNED\u{7}", "\u{1B}[6n", "\u{1B}[?1000h", "\u{1B}P+q544e\u{1B}\\",
            "\u{9B}31m", "\u{9D}0;PWNED\u{9C}", "Ann\u{202E}rotaredom", "a\u{2066}b\u{2069}c", "x\u{200B}y\u{FEFF}z",
            "ok\rMODERATOR", "\u{8}\u{8}\u{8}weg", "tag\u{E0041}\u{E0042}", "a\u{2029}b\u{2028}c\u{85}d",
        ]
        let terminal = try walk(payloads)
        let text = terminal.outputText
        for wanted in ["\u{1B}]", "\u{1B}P", "\u{1B}[6n", "\u{1B}[?1000h", "\u{7}"] {
            #expect(!text.contains(wanted), "\(wanted)")
        }
        let hidden = text.unicodeScalars.filter { scalar in
            (0x80...0x9F).contains(scalar.value) || (0x200B...0x200F).contains(scalar.value)
                || (0x2028...0x202E).contains(scalar.value) || (0x2060...0x206F).contains(scalar.value)
                || scalar.value == 0xFEFF || scalar.value >= 0xE0000
        }
        #expect(hidden.isEmpty)
        #expect(terminal.isGivenBack)
    }

    @Test func `helix#6012, weechat#2265, neomutt#4460, toot#499: columns stay straight beside any name`() throws {
        let names = [
            "👨‍👩‍👧‍👦 Familie", "👍🏽 Daumen", "❤️ Herz", "🇩🇪 Flagge", "1️⃣ Taste", "🫨 neu", "क्षि देव", "日本語", "é́́́́ viele",
            "مرحبا", "\u{1F171}\u{FE0F} b", "ｆｕｌｌ", "a\u{2029}b",
        ]
        let terminal = try Shop(posts: try posts(names)).open(ready: "to answer")
        try terminal.wait(for: "Mia")
        let columns = (0..<names.count).map { terminal.screen.column(of: "more", row: $0 + 1) }
        #expect(columns.allSatisfy { $0 != nil && $0 == columns[0] }, "\(columns)")
    }

    @Test func `newsbeuter#591, newsbeuter#598, newsboat#3400: no text of a stranger reaches a shell`() throws {
        let shop = try Shop(
            posts: try posts(["$(touch PWNED)", "`touch PWNED`", "; touch PWNED #", "'\"; touch PWNED; '"]))
        let terminal = try shop.open(environment: try shop.editor("touch EDITED\n"), ready: "to answer")
        for row in 0..<4 {
            try terminal.send("r", awaiting: "reply to")
            terminal.send("Antwort\u{18}\u{05}")
            try terminal.wait(for: "Antwort")
            try terminal.leaveComposer()
            try terminal.send("qj", awaiting: "the next row") { $0.cursor == (0, row + 2) }
        }
        #expect(try terminal.quit() == .exited(0))
        #expect(FileManager.default.fileExists(atPath: shop.home.folder + "/EDITED"))
        #expect(!FileManager.default.fileExists(atPath: shop.home.folder + "/PWNED"))
    }
}
