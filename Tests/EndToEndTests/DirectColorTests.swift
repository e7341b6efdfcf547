import Foundation
import Pseudoterminals
import Testing

/// Colours by red, green and blue: where they are drawn, and that nothing else changes.
@Suite struct DirectColorTests {
    /// A session from its first screen to its end, at a theme whose colours no palette has.
    private static func session(
        settings: String, term: String = "xterm-256color", environment: [String: String] = [:], shop: Shop? = nil
    ) throws -> String {
        let shop = try shop ?? Shop()
        let path = shop.home.folder + "/colors.toml"
        try (settings + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let terminal = try shop.open(["--config", path], term: term, environment: environment)
        terminal.expected = [.directColors]
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row > 0 }
        #expect(try terminal.quit() == .exited(0))
        #expect(terminal.isGivenBack)
        return terminal.outputText
    }

    private static func hasDirectColor(_ output: String) -> Bool {
        output.contains("38;2;") || output.contains("48;2;")
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "xterm-ghostty-of-tomorrow"])
    func `with colors = rgb a theme's colours go out as they are written`(term: String) throws {
        let output = try Self.session(settings: "theme = \"nord\"\ncolors = \"rgb\"", term: term)
        #expect(Self.hasDirectColor(output))
        #expect(!output.contains("38;5;"))
        #expect(!output.contains("\u{1B}]"), "the palette is the user's")
    }

    @Test func `without it, and without a word in the description, they stay in the palette`() throws {
        let output = try Self.session(settings: "theme = \"nord\"", environment: ["COLORTERM": "truecolor"])
        #expect(!Self.hasDirectColor(output))
        #expect(output.contains("38;5;"))
    }

    @Test(arguments: ["Tc", "RGB"])
    func `a description that names them is enough`(flag: String) throws {
        let shop = try Shop()
        let source = shop.home.folder + "/own.ti"
        try "xterm-own|of a test,\n\t\(flag),\n\tuse=xterm-256color,\n".write(
            toFile: source, atomically: true, encoding: .utf8)
        let tic = Process()
        tic.executableURL = URL(filePath: "/usr/bin/env")
        tic.arguments = ["tic", "-x", "-o", shop.home.folder + "/terminfo", source]
        try tic.run()
        tic.waitUntilExit()
        #expect(tic.terminationStatus == 0)
        let output = try Self.session(
            settings: "theme = \"nord\"", term: "xterm-own",
            environment: ["TERMINFO": shop.home.folder + "/terminfo"], shop: shop)
        #expect(Self.hasDirectColor(output))
    }

    @Test func `NO_COLOR takes them too, and a terminal of another kind never gets them`() throws {
        let settings = "theme = \"nord\"\ncolors = \"rgb\""
        #expect(try !Self.hasDirectColor(Self.session(settings: settings, environment: ["NO_COLOR": "1"])))
        #expect(try !Self.hasDirectColor(Self.session(settings: settings, term: "linux")))
        #expect(try !Self.hasDirectColor(Self.session(settings: settings, term: "vt100")))
    }

    /// The description is the terminal's own but for its colours, so a theme without such colours costs the same.
    @Test(arguments: ["xterm-256color", "tmux-256color"])
    func `a theme of 16 colours chooses the same colours either way`(term: String) throws {
        let shop = try Shop()
        let plain = try Self.session(settings: "theme = \"dark\"", term: term, shop: shop)
        let direct = try Self.session(settings: "theme = \"dark\"\ncolors = \"rgb\"", term: term, shop: shop)
        // The first screen; how much of the next one came before the end is chance.
        let told = Self.colorsTold(plain).prefix(40)
        #expect(told.count == 40)
        #expect(told == Self.colorsTold(direct).prefix(40))
    }

    /// The colours in the order in which they are chosen. With direct colours ncurses takes both back where one would do.
    private static func colorsTold(_ output: String) -> [String] {
        output.matches(of: #/\e\[([0-9;]*)m/#).map { $0.1 == "39;49" ? "39" : String($0.1) }.filter { !$0.isEmpty }
    }

    @Test(arguments: [("dark", 200), ("nord", 600)])
    func `a step in the list costs few bytes, more where a theme colours whole rows`(theme: String, most: Int) throws {
        let shop = try Shop()
        let path = shop.home.folder + "/colors.toml"
        try "theme = \"\(theme)\"\ncolors = \"rgb\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        let terminal = try shop.open(["--config", path])
        terminal.expected = [.directColors]
        try terminal.wait(for: "Needs answer 3")
        try terminal.send("j", awaiting: "row 1") { $0.cursor == (0, 2) }
        try terminal.send("k", awaiting: "row 0") { $0.cursor == (0, 1) }
        let start = terminal.output.count
        try terminal.send("j", awaiting: "row 1") { $0.cursor == (0, 2) }
        let cost = terminal.output.count - start
        #expect(cost <= most, "\(cost)")
    }

    @Test func `what the dashboard starts does not inherit the description`() throws {
        let shop = try Shop()
        let path = shop.home.folder + "/colors.toml"
        try "colors = \"rgb\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        let told = shop.home.folder + "/told"
        let editor = try shop.editor("echo \"<${TERMINFO-none}>\" > \(told)\n")
        let terminal = try shop.open(["--config", path], environment: editor)
        terminal.expected = [.directColors]
        try terminal.send("r", awaiting: "reply to")
        let start = terminal.output.count
        terminal.send("\u{18}\u{5}")
        try terminal.wait(forBytes: "\u{1B}[?1049h", after: start)
        #expect(try String(contentsOfFile: told, encoding: .utf8) == "<none>\n")
    }
}
