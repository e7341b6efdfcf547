import Screen
import Testing

@testable import Terminal

@Suite struct TerminalNameTests {
    @Test(arguments: [
        ("xterm-kitty", ["xterm-kitty", "xterm-256color", "vt100"]),
        ("alacritty", ["alacritty", "xterm-256color", "vt100"]),
        ("xterm-256color", ["xterm-256color", "vt100"]), ("", ["vt100"]), ("wonder", ["wonder", "vt100"]),
        ("ansi", ["ansi", "vt100"]),
    ])
    func `an unknown name has fallbacks`(name: String, candidates: [String]) {
        #expect(TerminalName(name: name).candidates == candidates)
    }

    @Test(arguments: ["xterm", "tmux-256color", "screen", "foot", "st", "st-256color", "rxvt-unicode"])
    func `emulators know the paste mode`(name: String) {
        #expect(TerminalName(name: name).isLikeXterm)
    }

    @Test(arguments: ["linux", "vt100", "vt220", "ansi", "dumb", "", "sun", "stv52"])
    func `hardware and the console are not asked for modes`(name: String) {
        #expect(!TerminalName(name: name).isLikeXterm)
    }
}

@Suite struct TerminalSizeTests {
    @Test(
        arguments: [
            (Size(columns: 100, rows: 30), [:], Size(columns: 100, rows: 30)),
            (Size(columns: 0, rows: 0), [:], Size(columns: 80, rows: 24)),
            (Size(columns: 0, rows: 0), ["COLUMNS": "132", "LINES": "43"], Size(columns: 132, rows: 43)),
            (Size(columns: 90, rows: 0), ["COLUMNS": "132", "LINES": "-3"], Size(columns: 90, rows: 24)),
            (nil, ["COLUMNS": "x", "LINES": "99999999999999999999"], Size(columns: 80, rows: 24)),
            (Size(columns: 65535, rows: 65535), [:], Size(columns: 1000, rows: 1000)),
        ] as [(Size?, [String: String], Size)])
    func `a size is always usable`(reported: Size?, environment: [String: String], size: Size) {
        #expect(TerminalSize.resolve(reported: reported, environment: environment) == size)
    }
}
