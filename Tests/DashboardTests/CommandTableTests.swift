import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct CommandTableTests {
    @Test func `every command is in the table`() {
        #expect(Set(CommandTable.all.map(\.command)) == Set(Command.allCases))
    }

    @Test func `every key of the table is a key, and no two commands share one`() {
        for context in KeyContext.allCases {
            var seen: [String: Command] = [:]
            for info in CommandTable.entries(in: context) {
                for name in info.keys[context] ?? [] {
                    #expect(name.split(separator: " ").allSatisfy { Key(named: String($0)) != nil }, "\(name)")
                    #expect(seen.updateValue(info.command, forKey: name) == nil, "\(context) \(name)")
                }
            }
        }
    }

    @Test func `the keys of the issue do what it says`() {
        let wanted: [(String, Command)] = [
            ("j", .next), ("k", .previous), ("g g", .first), ("G", .last), ("ctrl-d", .halfPageDown),
            ("ctrl-u", .halfPageUp), ("pgdn", .pageDown), ("pgup", .pageUp), ("tab", .switchPane),
            ("o", .nextUnanswered), ("O", .previousUnanswered), ("r", .reply), ("e", .resolve), ("s", .snooze),
            ("w", .wait), ("h", .hold), ("c", .community), ("a", .assign), ("l", .label), ("p", .priority),
            ("i", .note), ("d", .decide), ("u", .undo), ("ctrl-r", .redo), ("/", .search), ("n", .searchNext),
            ("N", .searchPrevious), ("f", .limit), ("q", .back), ("ctrl-l", .redraw), ("ctrl-z", .suspend),
            (":", .commandLine), ("?", .help),
        ]
        for context in [KeyContext.inbox, .thread] {
            for (name, command) in wanted {
                let keys = name.split(separator: " ").compactMap { Key(named: String($0)) }
                #expect(Keymap.standard.match(keys, in: context) == .command(command), "\(context) \(name)")
            }
        }
    }

    @Test func `summaries are one line and names are words`() {
        for info in CommandTable.all {
            #expect(!info.summary.contains("\n") && info.summary.count <= 80)
            #expect(info.command.rawValue.allSatisfy { $0.isLetter || $0 == "-" })
        }
    }

    @Test func `the Markdown says every summary, and no line twice`() {
        let lines = CommandTable.markdown.split(separator: "\n")
        #expect(Set(lines).count == lines.count)
        #expect(lines.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") })
        for command in Command.allCases {
            let summaries = CommandTable.all.filter { $0.command == command }
                .map { $0.summary.replacing("|", with: "\\|") }
            #expect(summaries.contains { summary in lines.contains { $0.hasSuffix(" \(summary) |") } })
        }
    }

    @Test func `the help lists every command that has a key in its context`() {
        for context in KeyContext.allCases {
            let lines = HelpOverlay(context: context).lines(.standard)
            let entries = lines.filter { if case .entry = $0 { true } else { false } }
            #expect(entries.count == CommandTable.entries(in: context).count)
        }
    }
}

@Suite struct KeymapTests {
    @Test func `a person's key goes before the standard one`() {
        let (keymap, findings) = Keymap.judged(["inbox": ["x": "resolve", "Z Z": "quit"]])
        #expect(findings == [])
        #expect(keymap.match([.character("x")], in: .inbox) == .command(.resolve))
        #expect(keymap.match([.character("Z")], in: .inbox) == .pending)
        #expect(keymap.match([.character("x")], in: .thread) == .none)
    }

    @Test func `a key stands for a line, and none takes a key away`() {
        let changes = [
            "inbox": [
                "Z": "label spam wave", "X": ":note call back", "g g": "none", "g x": "none", "g p": "none",
                "g r": "none", "g": "first",
            ]
        ]
        let (keymap, findings) = Keymap.judged(changes)
        #expect(findings == [])
        #expect(keymap.match([.character("Z")], in: .inbox) == .line("label spam wave"))
        #expect(keymap.match([.character("X")], in: .inbox) == .line("note call back"))
        #expect(keymap.match([.character("g")], in: .inbox) == .command(.first))
    }

    @Test(
        arguments: [
            ("attic", "x", "resolve", .unknownContext), ("inbox", "spaec", "resolve", .unknownKey),
            ("inbox", "", "resolve", .unknownKey), ("inbox", "f64", "resolve", .unknownKey),
            ("inbox", "hyper-x", "resolve", .unsendable), ("inbox", "ctrl-1", "resolve", .unsendable),
            ("inbox", "shift-enter", "resolve", .unsendable), ("inbox", "g ctrl-up", "resolve", .unsendable),
            ("inbox", "ctrl-i", "resolve", .arrivesAs("tab")), ("inbox", "control-M", "resolve", .arrivesAs("enter")),
            ("inbox", "ctrl-h", "resolve", .arrivesAs("backspace")), ("inbox", "ctrl-[", "quit", .arrivesAs("esc")),
            ("inbox", "x", "explode", .unknownCommand("explode")), ("inbox", "x", "", .unknownCommand("")),
            ("inbox", "x", "redo all", .noArgument(.redo)), ("inbox", "g", "first", .hides("g g")),
            ("inbox", "j j", "last", .hidden(by: "j")), ("composer", "ctrl-x", "send", .hides("ctrl-x ctrl-d")),
        ] as [(String, String, String, Keymap.Finding.Fact)])
    func `a wrong binding is told with the fact and left out`(
        context: String, key: String, value: String, fact: Keymap.Finding.Fact
    ) {
        let (keymap, findings) = Keymap.judged([context: [key: value]])
        #expect(findings.map(\.fact) == [fact])
        #expect(keymap == .standard)
    }

    @Test func `the same key under two names is told, and the first one holds`() {
        let (keymap, findings) = Keymap.judged(["inbox": ["control-y": "redo", "ctrl-y": "undo"]])
        #expect(findings == [Keymap.Finding(context: "inbox", key: "ctrl-y", fact: .sameKey(as: "control-y"))])
        #expect(keymap.match([.control("y")], in: .inbox) == .command(.redo))
    }

    @Test func `of two keys of a person the one that hides the other is kept`() {
        let (keymap, findings) = Keymap.judged(["inbox": ["Z": "undo", "Z Z": "redo"]])
        #expect(findings.map(\.fact) == [.hidden(by: "Z")])
        #expect(keymap.match([.character("Z")], in: .inbox) == .command(.undo))
    }

    @Test func `what is wrong is said at the start, until the first key`() {
        var story = Story(
            Samples.rows(2), settings: DashboardSettings(storeName: "demo", actor: "anna", notice: "config:3: wrong"))
        #expect(story.dashboard.status.text == "config:3: wrong" && story.dashboard.status.tone == .error)
        story.press("j")
        #expect(story.dashboard.status.text == nil)
    }

    @Test func `a key of one's own for a line does it to the row, and the help lists it`() {
        let keymap = Keymap.judged(["inbox": ["Z Z": "label spam wave"]]).keymap
        var story = Story(
            Samples.rows(2), settings: DashboardSettings(storeName: "demo", actor: "anna", keymap: keymap))
        story.press("j Z Z")
        #expect(story.acts == [.label("spam wave", isOn: true)] && story.actedOn == [Samples.digest(2)])
        story.press("?")
        #expect(story.dashboard.help?.lines(keymap).last == .entry(keys: "Z Z", summary: ":label spam wave"))
    }
}

@Suite struct LayoutTests {
    @Test(arguments: [(40, 10), (80, 24), (119, 30), (120, 30), (160, 50), (500, 200)])
    func `panes do not overlap and stay on the screen`(columns: Int, rows: Int) {
        for composes in [false, true] {
            for focus in [Focus.inbox, .thread, .composer] {
                let layout = Layout(size: Size(columns: columns, rows: rows), focus: focus, composes: composes)
                let panes = [layout.inbox, layout.thread, layout.composer, layout.status, layout.prompt].compactMap(
                    \.self)
                for (index, pane) in panes.enumerated() {
                    #expect(!pane.isEmpty && pane.endColumn <= columns && pane.endRow <= rows)
                    for other in panes[(index + 1)...] { #expect(pane.intersection(other).isEmpty) }
                }
            }
        }
    }

    @Test(arguments: [(39, 24), (80, 9), (1, 1), (0, 0)])
    func `a small screen has a notice only`(columns: Int, rows: Int) {
        #expect(Layout(size: Size(columns: columns, rows: rows), focus: .inbox, composes: true).isTooSmall)
    }

    @Test func `from 120 columns all three panes are there`() {
        let layout = Layout(size: Size(columns: 120, rows: 24), focus: .composer, composes: true)
        #expect(layout.inbox != nil && layout.thread != nil && layout.composer != nil)
    }
}
