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
    @Test func `a person's key goes before the standard one`() throws {
        let keymap = try Keymap(overrides: ["inbox": ["x": "resolve", "Z Z": "quit"]])
        #expect(keymap.match([.character("x")], in: .inbox) == .command(.resolve))
        #expect(keymap.match([.character("Z")], in: .inbox) == .pending)
        #expect(keymap.match([.character("x")], in: .thread) == .none)
    }

    @Test(arguments: [
        (["attic": ["x": "resolve"]], Keymap.Problem.unknownContext("attic")),
        (["inbox": ["hyper-x": "resolve"]], .unknownKey("hyper-x", context: "inbox")),
        (["inbox": ["x": "explode"]], .unknownCommand("explode", context: "inbox")),
        (["inbox": ["g": "first"]], .hidden("g g", by: "g", context: "inbox")),
    ])
    func `a wrong binding is refused with the fact`(overrides: [String: [String: String]], problem: Keymap.Problem) {
        #expect(throws: problem) { try Keymap(overrides: overrides) }
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
