import Testing

@testable import Runtime

@Suite struct ConfigurationTests {
    private func read(_ toml: String) throws(ConfigurationError) -> Configuration {
        try Configuration(toml: toml, file: "config.toml")
    }

    private func error(_ toml: String) -> ConfigurationError? {
        do {
            _ = try read(toml)
            return nil
        } catch { return error }
    }

    private func line(_ line: Int) -> ConfigurationError.Place {
        ConfigurationError.Place(file: "config.toml", line: line)
    }

    @Test func `an empty file says nothing`() throws {
        #expect(try read("") == Configuration())
    }

    @Test func `every setting is read`() throws {
        let configuration = try read(
            """
            me = "lotte"
            editor = "nano -w"
            theme = "light"
            language = "de"
            clipboard = "off"
            [keys.inbox]
            "ctrl-r" = "redo"
            "g o" = "next-unanswered"
            [platforms.x]
            length = 4000
            [platforms.forum]
            length = 900
            counting = "weighted"
            hold = 0
            [views.Storm]
            query = "is:open label:storm"
            sort = "waiting"
            [views.Everything]
            """)
        #expect(
            configuration
                == Configuration(
                    me: "lotte", editor: "nano -w", theme: "light", language: "de", clipboard: .off,
                    keys: ["inbox": ["ctrl-r": "redo", "g o": "next-unanswered"]],
                    platforms: [
                        "x": PlatformSettings(length: 4000, isWeighted: true),
                        "forum": PlatformSettings(length: 900, isWeighted: true, hold: 0),
                    ],
                    views: [
                        ViewSettings(name: "Everything", query: "*"),
                        ViewSettings(name: "Storm", query: "is:open label:storm", sort: "waiting"),
                    ]))
    }

    @Test func `the file goes before what is built in, and both before nothing`() throws {
        let configuration = try read("[platforms.mastodon]\nhold = 60\n[platforms.x]\nlength = 0")
        #expect(configuration.platform("mastodon") == PlatformSettings(length: 500, hold: 60))
        #expect(configuration.platform("x") == PlatformSettings(length: nil, isWeighted: true))
        #expect(configuration.platform("telegram").length == 4096)
        #expect(configuration.platform("guestbook") == PlatformSettings())
    }

    @Test func `a syntax error names line and column`() {
        guard case .syntax(let place, let column, let detail)? = error("me = \"lotte\"\ntheme = dark\n") else {
            Issue.record("no syntax error")
            return
        }
        #expect(place == line(2))
        #expect(column > 8 && column < 14)
        #expect(!detail.isEmpty)
    }

    @Test(
        arguments: [
            ("\n\nthem = \"dark\"", 3, "them", "theme"),
            ("colour = 1", 1, "colour", "colors"), ("weather = 1", 1, "weather", nil),
            ("[key.inbox]\nj = \"next\"", 1, "key", "keys"),
            ("[platforms.x]\nlength = 1\nlenght = 2", 3, "platforms.x.lenght", "length"),
            ("[views.Storm]\nqery = \"is:open\"", 2, "views.Storm.qery", "query"),
            ("platforms.x.holt = 2", 1, "platforms.x.holt", "hold"),
            ("platforms = { x = { holt = 2 } }", 1, "platforms.x.holt", "hold"),
            ("\"a\\u0000b\" = 1", 1, "a", nil),
        ] as [(String, Int, String, String?)])
    func `an unknown key is told with the one that was meant`(
        toml: String, number: Int, key: String, suggestion: String?
    ) {
        #expect(error(toml) == .unknownKey(line(number), key: key, suggestion: suggestion))
    }

    @Test(
        arguments: [
            ("me = 7", 1, "me", .string, .integer),
            ("\neditor = [\"vi\"]", 2, "editor", .string, .array),
            ("keys = \"vi\"", 1, "keys", .table, .string),
            ("[[keys]]\n", 1, "keys", .table, .array),
            ("[keys.inbox]\nj = true", 2, "keys.inbox.j", .string, .boolean),
            ("[platforms]\nx = 1", 2, "platforms.x", .table, .integer),
            ("[platforms.x]\nlength = 280.5", 2, "platforms.x.length", .integer, .float),
            ("[platforms.x]\nhold = 2026-11-01", 2, "platforms.x.hold", .integer, .time),
        ] as [(String, Int, String, ConfigurationError.ValueKind, ConfigurationError.ValueKind)])
    func `a value of another kind is refused`(
        toml: String, number: Int, key: String, expected: ConfigurationError.ValueKind,
        got: ConfigurationError.ValueKind
    ) {
        #expect(error(toml) == .wrongKind(line(number), key: key, expected: expected, got: got))
    }

    @Test(
        arguments: [
            ("language = \"dee\"", 1, "language", "dee", "de"),
            ("language = \"klingon\"", 1, "language", "klingon", nil),
            ("clipboard = \"ocs52\"", 1, "clipboard", "ocs52", "osc52"),
            ("[platforms.x]\ncounting = \"weigthed\"", 2, "platforms.x.counting", "weigthed", "weighted"),
        ] as [(String, Int, String, String, String?)])
    func `an unknown word is told with the one that was meant`(
        toml: String, number: Int, key: String, value: String, suggestion: String?
    ) {
        #expect(error(toml) == .unknownValue(line(number), key: key, value: value, suggestion: suggestion))
    }

    @Test(arguments: [-1, 86_401, Int.max])
    func `a number out of range is refused`(hold: Int) {
        #expect(
            error("[platforms.x]\nhold = \(hold)")
                == .outOfRange(line(2), key: "platforms.x.hold", value: hold, allowed: 0...86_400))
    }

    @Test(arguments: ["", "../dark", "/etc/passwd", ".hidden"])
    func `a theme is a name, not a path`(name: String) {
        #expect(error("theme = \"\(name)\"") == .unusableName(line(1), key: "theme", value: name))
    }

    @Test func `a person without a name is nobody`() {
        #expect(error("me = \" \"") == .unusableName(line(1), key: "me", value: " "))
    }

    @Test(
        arguments: [
            (
                "[keys.inbox]\nx = \"redo\"\ng = \"help\"\n", 3,
                "config.toml:3: g would hide g g; take that away first: \"g g\" = \"none\"."
            ),
            (
                "[keys.inbx]", 1,
                "config.toml:1: [keys.inbx] is no place; there is inbox, thread, composer, prompt, help, sheet. Did you mean inbox?"
            ),
            (
                "[keys]\n[keys.inbox]\n\"ctrl-quite\" = \"redo\"", 3,
                "config.toml:3: no terminal sends ctrl-quite as a key of its own."
            ),
            ("[keys.thread]\nx = \"redoo\"", 2, "config.toml:2: x: there is no command redoo. Did you mean redo?"),
            (
                "[keys.thread]\n\"ctrl-i\" = \"redo\"", 2,
                "config.toml:2: ctrl-i arrives as tab in a terminal; bind that."
            ),
            (
                "[keys.inbox]\n\n\"ctrl-y\" = \"redo\"\n\"control-y\" = \"undo\"", 3,
                "config.toml:3: ctrl-y is the same key as control-y, which is bound here too."
            ),
        ])
    func `a wrong binding is told where it stands and left out, and all else is read`(
        toml: String, number: Int, sentence: String
    ) throws {
        let configuration = try read("me = \"lotte\"\n" + toml)
        #expect(configuration.me == "lotte")
        #expect(configuration.keyFindings.map(\.place) == [line(number + 1)])
        let told = configuration.keyFindings.map(\.sentence.english)
        #expect(told == [sentence.replacing(":\(number):", with: ":\(number + 1):", maxReplacements: 1)])
    }

    @Test func `all wrong bindings are told, in the order of the file`() throws {
        let toml = "[keys.thread]\nx = \"redoo\"\n[keys.inbox]\nspaec = \"undo\"\n"
        #expect(try read(toml).keyFindings.map(\.place.line) == [2, 4])
    }

    @Test func `a NUL does not hide what comes after it`() {
        #expect(error("me = \"a\"\n#\u{0}\nthem = 1") == .syntax(line(2), column: 2, detail: "NUL"))
    }

    @Test(arguments: [
        "a = \"", "a = '''", "\u{FEFF}[", "=", "\r", "a.=1", "\"\\", "[", "\u{FEFF}[\n", "a = [", "a = {", "a = 1e",
        "a = 2026-", "\u{1}", "a", "a =",
        "\u{1B}[31m", "a = \"\u{1}\"", "a = 0x", "[a", "[[a]", "a = 1 1", "a = \u{202E}1", "a = truf", "a = nn",
    ])
    func `what is no TOML is a syntax error`(toml: String) {
        guard case .syntax? = error(toml) else {
            Issue.record("no syntax error")
            return
        }
    }

    @Test(arguments: [
        "[\n", "[[\n", "[=", "[[[a]]]", "[ \u{1B}", "[é]", "  [#", "[.a]",
        "a = [}", "a = [\u{A0}1]", "a = [1, \u{2028}]", "a = 2026-11-01Tx", "a = [2026-11-01t", "a = 2026-11-01 1}",
        "a = 2026-11-01T12:00:00Z",
    ])
    func `what the parser would end the program for is a syntax error`(statement: String) {
        guard case .syntax(let place, let column, _)? = error("me = \"a\"\n" + statement + "\nme = 1") else {
            Issue.record("no syntax error")
            return
        }
        #expect(place == line(2))
        #expect(column > 1)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `no text ends the program`(seed: UInt64) {
        var state = seed
        let next = { (limit: Int) -> Int in
            // Knuth's MMIX generator: the same texts in every run.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = [
            "[", "]", "{", "}", "=", ".", "\"", "'", "\\", "#", "\n", "\r\n", "\r", " ", "\t", ",", "a", "1", "-", "+",
            ":", "T",
            "e", "_", "0x", "\"\"\"", "'''", "inf", "true", "é", "\u{202E}", "\u{FEFF}", "\u{1B}", "\u{A0}", "a = 1\n",
            "[a]\n",
            "[[a]]\n", "a.b", "2026-11-01", "07:32:00", "\\u00e9", "\\u0000", "=1", "a={", "a=[", "\u{7F}", "\u{2028}",
            "\u{C}",
        ]
        for _ in 0..<3000 {
            let text = (0...next(14)).map { _ in pieces[next(pieces.count)] }.joined()
            guard case .syntax(let place, let column, _)? = error(text) else { continue }
            #expect((1...text.utf8.count(where: { $0 == 10 }) + 1).contains(place.line), "\(text.debugDescription)")
            #expect(column >= 1)
        }
    }

    @Test func `what is wrong before such a header is said first`() {
        guard case .syntax(let place, _, _)? = error("me = \n[\n]") else {
            Issue.record("no syntax error")
            return
        }
        #expect(place == line(1))
    }

    @Test(arguments: ["[", "a = [", "a = {a=", "[["])
    func `nothing nests deeper than the parser can take`(start: String) {
        let toml = start + String(repeating: String(start.suffix(3)), count: 50_000)
        #expect(error(toml) != nil)
    }

    @Test func `keys nested too deep for the parser are refused`() {
        let toml = "me = \"a\"\n[" + String(repeating: "a.", count: 100_000) + "a]\n=\n"
        #expect(error(toml) == .nestedTooDeep(line(2)))
    }

    @Test func `the deepest that the limits allow is parsed and thrown away`() {
        let step = "[{" + String(repeating: "a.", count: 31) + "a = \n"
        guard case .syntax? = error("a = " + String(repeating: step.replacing("\n", with: "[\n"), count: 100)) else {
            Issue.record("no syntax error")
            return
        }
    }

    @Test func `more than a settings file is refused`() {
        let toml = String(repeating: "# nothing\n", count: 30_000)
        #expect(error(toml) == .tooLarge(file: "config.toml", limit: SettingsText.sizeLimit))
    }
}
