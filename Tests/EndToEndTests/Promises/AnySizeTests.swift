import Glibc
import Pseudoterminals
import Testing

/// Promise P17: any terminal, any size. Storms of sizes stand in ResizeTests, names of terminals in TerminalNamesTests.
@Suite struct AnySizeTests {
    private static let sizes: [(columns: Int, rows: Int)] = [
        (1, 1), (1, 24), (80, 1), (2, 2), (3, 3), (5, 4), (10, 3), (19, 4), (20, 5), (21, 6), (40, 10), (59, 9),
        (60, 10),
        (61, 11), (79, 23), (80, 24), (81, 25), (100, 30), (119, 39), (120, 40), (132, 43), (160, 12), (200, 50),
        (250, 80),
        (300, 100), (500, 20), (20, 200), (1000, 500), (1000, 1), (1, 500),
    ]

    /// A place, the keys that lead there, and what stands there in some row.
    private static let places = [
        ("", "3 to answer"), ("\r", "O open"), ("r", "reply to"), ("?", "Moving"), ("/Kyo", "search: Kyo"),
    ]

    @Test(arguments: places)
    func `P17, nmail#65: every place is drawn at each of 30 sizes, and after no size at all`(keys: String, text: String)
        throws
    {
        let terminal = try Shop().open()
        try terminal.send(keys, awaiting: text)
        for (columns, rows) in Self.sizes {
            let before = terminal.output.count
            // libvterm itself crashes at some of them: what was drawn at each is counted, and looked at afterwards.
            terminal.resizeKernelOnly(columns: columns, rows: rows)
            try terminal.wait("a frame at \(columns)x\(rows)") { _ in terminal.output.count > before }
        }
        let before = terminal.output.count
        terminal.resizeKernelOnly(columns: 0, rows: 0)
        try terminal.wait("a frame at 0x0") { _ in terminal.output.count > before }
        terminal.resize(columns: 81, rows: 24)
        try terminal.wait(for: text)
        terminal.signal(SIGTERM)
        guard case .exited = try terminal.waitForExit() else { return _ = Issue.record("it died of the signal") }
        #expect(terminal.isGivenBack)
    }

    @Test func `P17: stopped and continued twenty times, it is on the screen each time`() throws {
        let shop = try Shop()
        let shell = try Pseudoterminal(
            "/bin/bash", ["--norc", "-i"], environment: shop.home.environment.merging(["PS1": "ready "]) { $1 },
            directory: shop.home.folder)
        try shell.wait(for: "ready")
        shell.send("\(BuiltProducts.path("lotse"))\n")
        try shell.wait(for: "3 to answer")
        for round in 1...20 {
            try shell.send("\u{1A}", awaiting: "the shell") { !$0.isAlternate && $0.text.contains("Stopped") }
            try shell.send("fg\n", awaiting: "the list, \(round)") { $0.isAlternate && $0.text.contains("3 to answer") }
        }
        try shell.send("q", awaiting: "the shell again") { !$0.isAlternate }
        shell.send("exit 7\n")
        #expect(try shell.waitForExit() == .exited(7))
    }
}
