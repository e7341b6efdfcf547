import Dashboard
import Foundation
import Pseudoterminals
import Testing

/// Every command of the registry, at least once, in one session. What folding, scrolling, drawing anew, deciding and
/// an editor do, `CommandEffectTests` tells: conversations of one line do not show it.
@Suite struct CommandTests {
    /// A command, the keys that ask for it, and what is on the screen then.
    private struct Step: Sendable {
        let command: Command
        let keys: String
        let isDone: @Sendable (EmulatedScreen) -> Bool

        init(_ command: Command, _ keys: String, _ isDone: @escaping @Sendable (EmulatedScreen) -> Bool) {
            (self.command, self.keys, self.isDone) = (command, keys, isDone)
        }

        init(_ command: Command, _ keys: String, _ text: String) {
            self.init(command, keys) { $0.text.contains(text) }
        }

        init(_ command: Command, _ keys: String, row: Int) {
            // The views stand above the list.
            self.init(command, keys) { $0.cursor == (0, row + 1) }
        }

        /// What is gone then.
        init(_ command: Command, _ keys: String, without text: String) {
            self.init(command, keys) { !$0.text.contains(text) }
        }
    }

    private static let moving = [
        Step(.next, "j", row: 1), Step(.previous, "k", row: 0), Step(.last, "G", row: 2), Step(.first, "gg", row: 0),
        Step(.pageDown, " ", row: 2), Step(.pageUp, "\u{1B}[5~", row: 0), Step(.halfPageDown, "\u{4}", row: 2),
        Step(.halfPageUp, "\u{15}", row: 0), Step(.nextUnanswered, "o", row: 1),
        Step(.previousUnanswered, "O", row: 0), Step(.search, "/Rad\r", row: 2),
        Step(.searchNext, "n", "nothing further on"), Step(.searchPrevious, "j", without: "nothing further on"),
        Step(.searchPrevious, "N", "nothing further on"), Step(.first, "gg", row: 0),
        Step(.limit, "fKyoto\r", "limit: Kyoto"), Step(.cancel, "\u{1B}", without: "limit:"),
        Step(.first, "gg", row: 0),
    ]

    private static let marking = [
        Step(.mark, "v", "1 marked"), Step(.unmark, "-", "nothing is marked"), Step(.first, "gg", row: 0),
        Step(.markRange, "VjV", "2 marked"), Step(.unmark, "-", "nothing is marked"),
        Step(.markQuery, "+\r", "3 marked"), Step(.unmark, "-", "nothing is marked"),
        Step(.markAlike, "=", "1 marked"), Step(.unmark, "-", "nothing is marked"),
        Step(.nextView, ">", "[Needs answer"), Step(.previousView, "<", "[Inbox"),
        Step(.view, ":view all\r", "[All"), Step(.view, ":view inbox\r", "[Inbox"),
        Step(.palette, "\u{10}", "command (up and down)"), Step(.cancel, "\u{1B}", without: "command (up and down)"),
        Step(.first, "gg", row: 0),
    ]

    private static let looking = [
        Step(.open, "\r", "O open")
    ]

    /// In a conversation of one line: what there is to find and to fold is tested elsewhere.
    private static let reading = [
        Step(.nextUnread, "gu", "nothing further on"), Step(.foldAll, "zM", without: "nothing further on"),
        Step(.previousUnread, "gU", "nothing further on"), Step(.openFolds, "zR", without: "nothing further on"),
        Step(.nextOwn, "gt", "nothing further on"), Step(.lineDown, "\u{5}", without: "nothing further on"),
        Step(.previousOwn, "gT", "nothing further on"), Step(.lineUp, "\u{19}", without: "nothing further on"),
        Step(.nextDecision, "gd", "nothing further on"), Step(.toggleFold, "za", "nothing to fold"),
        Step(.previousDecision, "gD", "nothing further on"),
        Step(.switchPane, "\t", "[Inbox"), Step(.about, "K", "Text as written"),
        Step(.back, "q", without: "Text as written"), Step(.help, "?", "Moving"),
        Step(.search, "/unansw\r", without: "Moving"), Step(.back, "q", without: "only:"),
        Step(.help, ":help quer\t\r", "Manual: query"), Step(.search, "/pattern\r", "a pattern (PCRE2)"),
        Step(.back, "q", without: "Manual: query"),
        Step(.explain, "W", "It is in the list"), Step(.back, "q", without: "It is in the list"),
        Step(.person, "P", "linked to no person"), Step(.back, "q", without: "linked to no person"),
        Step(.report, "gr", "Report of 30 days"), Step(.longerPeriod, ">", "Report of 90 days"),
        Step(.shorterPeriod, "<", "Report of 30 days"), Step(.back, "q", without: "Report of"),
        Step(.history, "H", "History:"), Step(.back, "q", without: "History:"),
        Step(.imports, "I", "posts.jsonl"), Step(.stopImport, "x", "no import runs here"),
        Step(.back, "q", without: "posts.jsonl"),
        Step(.importFile, ":import /nonexistent\r", "nothing there"),
        Step(.complete, ":the\t", ":theme"), Step(.theme, " plain\r", "theme: plain"),
        Step(.redraw, "\u{0C}", "3 to answer"), Step(.record, "Qx", "recording x"), Step(.next, "j", row: 1),
        Step(.record, "Q", "recorded into x: 1 key"), Step(.first, "gg", row: 0), Step(.play, "@x", row: 1),
        Step(.first, "gg", row: 0), Step(.play, "2@@", row: 2), Step(.first, "gg", row: 0),
    ]

    private static let handing = [
        Step(.open, "\r", without: "[Inbox"),
        Step(.openLink, "gx", "this message has no link"), Step(.copyLink, ":copy-link\r", "this message has no link"),
        Step(.copyText, "yy", "the text: sent to the terminal"),
        Step(.copyAuthor, "ya", "the name: sent to the terminal"),
        Step(.copyPermalink, "yp", "the export names no address"), Step(.redraw, "\u{0C}", "3 to answer"),
        Step(.back, "q", "[Inbox"),
    ]

    /// The conversation that the list points at stands in a pane of its own, whose first line says its state.
    private static let arranging = [
        Step(.first, "gg", row: 0), Step(.layout, ":layout bottom\r") { $0.rows[8].hasPrefix("O open") },
        Step(.growPane, "\u{17}+") { $0.rows[9].hasPrefix("O open") },
        Step(.shrinkPane, "2\u{17}-") { $0.rows[7].hasPrefix("O open") },
        Step(.evenPanes, "\u{17}=") { $0.rows[8].hasPrefix("O open") },
        Step(.zoomPane, "\u{17}o", without: "O open"), Step(.zoomPane, "\u{17}o", "O open"),
        Step(.layout, "\u{17} s", without: "O open"),
    ]

    private static let pointing = [
        Step(.mouse, ":mouse on\r", "with Shift"), Step(.point, "\u{1B}[<0;9;3M", row: 1),
        Step(.point, "\u{1B}[<0;9;2M", row: 0), Step(.openPointed, "\u{1B}[<0;9;2M", without: "[Inbox"),
        Step(.back, "q", "[Inbox"), Step(.mouse, ":mouse off\r", "the terminal's again"),
    ]

    private static let sorting = [
        Step(.wait, "w", "W:1"), Step(.undo, "u", "taken back"), Step(.redo, "\u{12}", "done again"),
        Step(.undo, "u", "taken back"), Step(.hold, "hGrund\r\r", "H:1"), Step(.undo, "u", "taken back"),
        Step(.snooze, "s2h\r", "Z:1"), Step(.undo, "u", "taken back"), Step(.community, "c\r", "C:1"),
        Step(.undo, "u", "taken back"), Step(.resolve, "e\r", "R:1"), Step(.undo, "u", "taken back"),
        Step(.close, ":close\r", "closed"), Step(.undo, "u", "taken back"), Step(.assign, "aben\r", "assigned to ben"),
        Step(.label, "lrad\r", "label rad added"), Step(.priority, "ph", "priority high"),
        Step(.linkPerson, "gpAnna B\r", "linked to Anna B"), Step(.role, "Radvocate\r", "role advocate added"),
        Step(.unlinkPerson, ":unlink-person\r", "linked to nobody"),
        Step(.note, "iNotiz\r", "note kept"), Step(.next, "j", without: "note kept"),
        Step(.repeatAct, ".", "note kept"), Step(.reopen, ":reopen\r", "reopened"), Step(.first, "gg", row: 0),
    ]

    private static let answering = [
        Step(.decideAlike, "A", "decide:"), Step(.cancel, "\u{1B}", without: "decide:"),
        Step(.decide, "dk", "Lovely coffee!"), Step(.reply, "r", "reply to"),
        Step(.drafts, "\u{18}\u{04}", "nobody else has a draft"), Step(.back, "q", without: "nobody else"),
        Step(.edit, "Hallo\u{18}\u{05}", "Hallo"), Step(.leave, "\u{1B}", without: "reply to"),
        Step(.reply, "r", "reply to"), Step(.send, "\u{18}\u{13}", "reply queued"),
        Step(.commandLine, ":", { $0.rows[23] == ":" }), Step(.accept, "redraw\r", { !$0.rows[23].hasPrefix(":") }),
    ]

    @Test func `every command of the registry does its work at the terminal`() throws {
        let shop = try Shop()
        let terminal = try shop.open(environment: ["EDITOR": "true", "VISUAL": ""])
        terminal.expected = [.copies, .mouse]
        var done: Set<Command> = []
        for step in Self.moving + Self.marking + Self.looking + Self.reading + Self.arranging + Self.pointing
            + Self.handing
            + Self.sorting + Self.answering
        {
            try terminal.send(step.keys, awaiting: step.command.rawValue, until: step.isDone)
            done.insert(step.command)
        }
        // There is no shell that could continue it: it comes back at once.
        let before = terminal.output.count
        terminal.send("\u{1A}")
        try terminal.wait("the screen again") { _ in terminal.output.count > before + 500 }
        done.insert(.suspend)
        terminal.send(":quit\r")
        #expect(try terminal.waitForExit() == .exited(0))
        done.insert(.quit)
        #expect(Set(Command.allCases).subtracting(done) == [])
        #expect(terminal.isGivenBack)
    }
}
