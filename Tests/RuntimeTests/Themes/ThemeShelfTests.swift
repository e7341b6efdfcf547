import Foundation
import Screen
import Testing

@testable import Runtime

@Suite struct ThemeShelfTests {
    @Test func `a person's own themes stand beside the others, and before those of the same name`() throws {
        let (home, data) = (try TemporaryFolder(), try TemporaryFolder())
        try home.write("inherits = \"dark\"", to: ".config/lotse/themes/own.toml")
        try home.write("inherits = \"dark\"", to: ".config/lotse/themes/.hidden.toml")
        try home.write("", to: ".config/lotse/themes/notes.txt")
        try data.write("background = \"light\"", to: "share/lotse/themes/nord.toml")
        try data.write("", to: "share/lotse/themes/own.toml")
        let paths = Paths(environment: ["HOME": home.path], executable: data.path + "/bin/lotse")
        let themes = paths.themes()
        #expect(themes.map(\.name) == ["dark", "nord", "own", "plain"])
        #expect(
            themes.map(\.path) == [
                nil, data.path + "/share/lotse/themes/nord.toml", home.path + "/.config/lotse/themes/own.toml", nil,
            ])
        #expect(try paths.loadTheme("own").styles == Theme.dark.styles)
    }

    @Test func `a theme file anywhere inherits from those that are known`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("inherits = \"dark\"\nroles.title = { fg = 1 }", to: "some/dark.toml")
        let paths = Paths(environment: ["HOME": folder.path], executable: nil)
        #expect(try paths.loadTheme(file: file)?[.title] == Style(foreground: .ansi(1)))
        #expect(try paths.loadTheme(file: file)?[.author] == Theme.dark[.author])
        #expect(try paths.loadTheme(file: folder.path + "/none.toml") == nil)
    }

    @Test func `the theme that was chosen is kept as one line`() throws {
        let folder = try TemporaryFolder()
        let chosen = ChosenTheme(stateFolder: folder.path + "/state/lotse")
        #expect(chosen.name == nil)
        #expect(chosen.keep("nord"))
        #expect(try String(contentsOfFile: chosen.path, encoding: .utf8) == "nord\n")
        #expect(chosen.name == "nord")
        try folder.write("../../etc/passwd\n", to: "state/lotse/theme")
        #expect(chosen.name == nil)
        #expect(!ChosenTheme(stateFolder: "/proc/none").keep("nord"))
    }
}
