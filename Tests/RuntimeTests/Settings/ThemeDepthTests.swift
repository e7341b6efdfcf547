import Screen
import Testing

@testable import Runtime

@Suite struct ThemeDepthTests {
    private func theme(_ name: String, _ files: [String: String]) throws(ConfigurationError) -> Theme {
        try ThemeFile.theme(named: name) { name in files[name].map { SettingsText($0, file: name + ".toml") } }
    }

    @Test func `a depth has a palette and roles of its own`() throws {
        let theme = try theme(
            "t",
            [
                "t": """
                background = "light"
                palette.ink = "#102030"
                roles.text = { fg = "ink" }
                roles.title = { fg = "ink", bold = true }
                [depth.16.palette]
                ink = "blue"
                [depth.256.roles]
                title = { fg = 17 }
                """
            ])
        #expect(theme.shade == .light)
        #expect(theme.reduced(to: 1 << 24)[.title] == Style(foreground: .rgb(16, 32, 48), bold: true))
        #expect(theme.reduced(to: 16)[.title] == Style(foreground: .ansi(4), bold: true))
        #expect(theme.reduced(to: 256)[.title] == Style(foreground: .indexed(17)))
        #expect(theme.reduced(to: 256)[.text] == Style(foreground: .indexed(234)))
    }

    @Test func `without colours a theme starts from plain, and changes what it names`() throws {
        let theme = try theme(
            "t", ["t": "roles.title = { fg = 1 }\n[depth.mono.roles]\n\"state.new\" = { underline = true }"])
        let mono = theme.reduced(to: 0)
        #expect(mono[.stateNew] == Style(underline: true))
        #expect(mono[.title] == Theme.plain[.title])
    }

    @Test func `a depth can look like another theme, with changes`() throws {
        let files = [
            "t": "roles.text = { bg = \"#000001\" }\n[depth.16]\ninherits = \"u\"\nroles.match = { bold = true }",
            "u": "roles.title = { fg = \"mine\" }\npalette.mine = 200\ndepth.16.palette.mine = \"red\"",
            "v": "inherits = \"t\"\ndepth.16.roles.author = { fg = 5 }",
            "w": "inherits = \"t\"\ndepth.16.inherits = \"plain\"",
        ]
        let theme = try theme("t", files)
        #expect(
            theme.reduced(to: 16).styles == [.title: Style(foreground: .ansi(1)), .match: Style(bold: true)])
        #expect(theme.reduced(to: 256)[.title] == .standard)
        #expect(try self.theme("v", files).reduced(to: 16)[.author] == Style(foreground: .ansi(5)))
        #expect(try self.theme("v", files).reduced(to: 16)[.match] == Style(bold: true))
        #expect(try self.theme("w", files).reduced(to: 16).styles == Theme.plain.styles)
    }

    @Test func `the background is inherited`() throws {
        #expect(try theme("t", ["t": "inherits = \"dark\""]).shade == .dark)
        #expect(try theme("t", ["t": "inherits = \"dark\"\nbackground = \"light\""]).shade == .light)
        #expect(try theme("t", ["t": "inherits = \"plain\""]).shade == nil)
    }

    @Test(arguments: [
        (["t": "depth.16.inherits = \"t\""], ["t", "t"]),
        (
            ["t": "depth.16.inherits = \"u\"", "u": "inherits = \"v\"", "v": "depth.rgb.inherits = \"t\""],
            ["t", "u", "t"]
        ),
    ])
    func `depths that inherit in a circle are refused`(files: [String: String], cycle: [String]) {
        #expect(throws: ConfigurationError.themeCycle(cycle)) { try theme("t", files) }
    }

    @Test func `a theme that is missing for a depth is told with where it is asked for`() {
        #expect(
            throws: ConfigurationError.noSuchTheme("none", ConfigurationError.Place(file: "t.toml", line: 2))
        ) { try theme("t", ["t": "[depth.256]\ninherits = \"none\""]) }
    }

    @Test func `without a file the compiled-in theme has its depths, and a theme on it changes them`() throws {
        #expect(try theme("dark", [:]) == Theme.dark)
        let own = try theme("t", ["t": "inherits = \"dark\"\nroles.title = { fg = 3 }"]).reduced(to: 16)
        #expect(own[.title] == Style(foreground: .ansi(3)))
        #expect(own[.dim] == Theme.dark.reduced(to: 16)[.dim])
    }

    @Test func `two ways to one theme are no circle`() throws {
        let files = ["t": "inherits = \"dark\"\ndepth.16.inherits = \"dark\"\npalette.quiet = 250"]
        #expect(try theme("t", files).reduced(to: 16).styles == Theme.dark.reduced(to: 16).styles)
    }
}
