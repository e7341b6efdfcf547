import Foundation
import Screen
import Testing

@testable import Runtime

@Suite struct ThemeFileTests {
    private static let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../themes")
        .standardized

    static let shippedNames: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    private func theme(_ name: String, _ files: [String: String]) throws(ConfigurationError) -> Theme {
        try ThemeFile.theme(named: name) { name in files[name].map { SettingsText($0, file: name + ".toml") } }
    }

    private func shipped(_ name: String) throws -> Theme {
        try ThemeFile.theme(named: name) { (name) throws(ConfigurationError) in
            try SettingsText.read(Self.folder.appendingPathComponent(name + ".toml").path)
        }
    }

    private func error(_ toml: String) -> ConfigurationError? {
        do {
            _ = try theme("t", ["t": toml])
            return nil
        } catch { return error }
    }

    private func line(_ line: Int, _ file: String = "t.toml") -> ConfigurationError.Place {
        ConfigurationError.Place(file: file, line: line)
    }

    @Test func `the folder has the themes that the settings name`() {
        #expect(
            Self.shippedNames == [
                "colour-blind", "dark", "gruvbox", "high-contrast-dark", "high-contrast-light", "light", "nord",
                "plain", "solarized-dark", "solarized-light",
            ])
    }

    @Test(arguments: shippedNames)
    func `every file in themes is a theme of its own name`(name: String) throws {
        let theme = try shipped(name)
        #expect(theme.name == name)
        #expect(!theme.styles.isEmpty)
    }

    @Test func `dark and plain are the compiled-in ones`() throws {
        #expect(try shipped("dark") == Theme.dark)
        #expect(try shipped("plain") == Theme.plain)
    }

    @Test(arguments: ["dark", "light"])
    func `the defaults use the terminal's own sixteen colours`(name: String) throws {
        for style in try shipped(name).styles.values {
            #expect(style.background == .standard)
            switch style.foreground {
            case .standard, .ansi: break
            case .indexed, .rgb: Issue.record("\(style) is none of the sixteen")
            }
        }
        #expect(try shipped(name).styles.keys.contains(.title))
    }

    @Test(
        arguments: [
            ("\"red\"", .ansi(1)), ("\"bright-blue\"", .ansi(12)), ("\"default\"", .standard), ("7", .ansi(7)),
            ("15", .ansi(15)), ("16", .indexed(16)), ("255", .indexed(255)), ("\"#fF8800\"", .rgb(255, 136, 0)),
            ("\"brand\"", .rgb(1, 2, 3)),
        ] as [(String, Color)])
    func `colours are named in four ways and by the palette`(written: String, color: Color) throws {
        let theme = try theme("t", ["t": "palette.brand = \"#010203\"\n[roles]\ntext = { fg = \(written), bg = 0 }"])
        #expect(theme[.text] == Style(foreground: color, background: .ansi(0)))
    }

    @Test func `every attribute is read`() throws {
        let toml = "roles.match = { bold = true, dim = true, italic = true, underline = true, reverse = true }"
        let style = Style(bold: true, dim: true, underline: true, reverse: true, italic: true)
        #expect(try theme("t", ["t": toml])[.match] == style)
        #expect(try theme("t", ["t": "roles.match = { bold = false }"])[.match] == .standard)
    }

    @Test func `a theme changes roles and palette of the one it inherits`() throws {
        let theme = try theme(
            "child",
            [
                "child":
                    "inherits = \"base\"\n[palette]\nred = 200\nbrand = \"blue\"\n[roles]\ntitle = { fg = \"mine\" }",
                "base":
                    "inherits = \"plain\"\n[palette]\nbrand = \"green\"\nmine = 3\n[roles]\ntext = { fg = \"brand\" }\n"
                    + "title = { bold = true }\nauthor = { fg = \"red\" }",
            ])
        #expect(theme.name == "child")
        #expect(theme[.text] == Style(foreground: .ansi(4)))
        #expect(theme[.title] == Style(foreground: .ansi(3)))
        #expect(theme[.author] == Style(foreground: .indexed(200)))
        #expect(theme[.listCursor] == Theme.plain[.listCursor])
    }

    @Test func `compiled-in themes need no file, and a file of their name may build on them`() throws {
        #expect(try theme("plain", [:]) == Theme.plain)
        let own = try theme("dark", ["dark": "inherits = \"dark\"\n[roles]\ntitle = { fg = 208 }"])
        #expect(own[.title] == Style(foreground: .indexed(208)))
        #expect(own[.author] == Theme.dark[.author])
    }

    @Test(arguments: [
        (["t": "inherits = \"t\""], ["t", "t"]),
        (["t": "inherits = \"u\"", "u": "inherits = \"v\"", "v": "inherits = \"u\""], ["u", "v", "u"]),
        (["t": "inherits = \"dark\"", "dark": "inherits = \"t\""], ["t", "dark", "t"]),
    ])
    func `themes that inherit in a circle are refused`(files: [String: String], cycle: [String]) {
        #expect(throws: ConfigurationError.themeCycle(cycle)) { try theme("t", files) }
    }

    @Test func `a theme that is not there is told with where it is asked for`() {
        #expect(throws: ConfigurationError.noSuchTheme("t", nil)) { try theme("t", [:]) }
        #expect(error("\ninherits = \"none\"") == .noSuchTheme("none", line(2)))
    }

    @Test(
        arguments: [
            ("inherit = \"dark\"", 1, "inherit", "inherits"),
            ("[roles]\n\"list.curser\" = { bold = true }", 2, "roles.list.curser", "list.cursor"),
            ("[roles]\n\ntitle = { blod = true }", 3, "roles.title.blod", "bold"),
        ] as [(String, Int, String, String?)])
    func `an unknown role or key is told with the one that was meant`(
        toml: String, number: Int, key: String, suggestion: String?
    ) {
        #expect(error(toml) == .unknownKey(line(number), key: key, suggestion: suggestion))
    }

    @Test(
        arguments: [
            ("[roles]\ntitle = { fg = \"bright-blu\" }", 2, "roles.title.fg", "bright-blu", "bright-blue"),
            ("palette.brand = 1\n[roles]\ntitle = { bg = \"brend\" }", 3, "roles.title.bg", "brend", "brand"),
            ("[palette]\nbrand = \"#12345\"", 2, "palette.brand", "#12345", nil),
            ("[palette]\nbrand = \"#+12345\"", 2, "palette.brand", "#+12345", nil),
            ("[palette]\na = \"b\"\nb = 1", 2, "palette.a", "b", nil),
        ] as [(String, Int, String, String, String?)])
    func `an unknown colour is told with the one that was meant`(
        toml: String, number: Int, key: String, value: String, suggestion: String?
    ) {
        #expect(error(toml) == .unknownColor(line(number), key: key, value: value, suggestion: suggestion))
    }

    @Test func `what may stand there is told where nothing looks like it`() {
        #expect(
            error("colours = 1")
                == .notAmong(
                    line(1), key: "colours", value: nil,
                    allowed: ["name", "background", "depth", "inherits", "palette", "roles"]))
        #expect(
            error("\nbackground = \"beige\"")
                == .notAmong(line(2), key: "background", value: "beige", allowed: ["dark", "light"]))
        #expect(
            error("[depth.88.palette]\na = 1")
                == .notAmong(line(1), key: "depth.88", value: nil, allowed: ["mono", "16", "256", "rgb"]))
        #expect(
            error("[depth.16]\nbackground = \"dark\"")
                == .notAmong(
                    line(2), key: "depth.16.background", value: nil, allowed: ["inherits", "palette", "roles"])
        )
        #expect(
            error("[roles]\nlist.cursor = { bold = true }")
                == .notAmong(line(1), key: "roles.list", value: nil, allowed: Role.allCases.map(\.rawValue)))
        #expect(
            error("roles.title = { blink = true }")
                == .notAmong(
                    line(1), key: "roles.title.blink", value: nil,
                    allowed: ["fg", "bg", "bold", "dim", "italic", "underline", "reverse"]))
    }

    @Test func `values of another kind are refused`() {
        #expect(
            error("roles.title = \"red\"") == .wrongKind(line(1), key: "roles.title", expected: .table, got: .string))
        #expect(
            error("palette.a = true") == .wrongKind(line(1), key: "palette.a", expected: .color, got: .boolean))
        #expect(
            error("palette.a = 256") == .outOfRange(line(1), key: "palette.a", value: 256, allowed: 0...255))
        #expect(error("inherits = \"../dark\"") == .unusableName(line(1), key: "inherits", value: "../dark"))
    }

    @Test func `themes are loaded from the data folders`() throws {
        let folder = try TemporaryFolder()
        try folder.write("inherits = \"plain\"\nroles.title = { fg = 1 }", to: "themes/own.toml")
        let paths = Paths(environment: ["HOME": folder.path, "LOTSE_DATA": folder.path], executable: nil)
        #expect(try paths.loadTheme("own")[.title] == Style(foreground: .ansi(1)))
        #expect(try paths.loadTheme("plain") == Theme.plain)
    }
}
