import Testing

@testable import Screen

@Suite struct ThemeTests {
    @Test(arguments: Role.allCases)
    func `the plain theme has no colour`(role: Role) {
        #expect(Theme.plain[role].foreground == .standard)
        #expect(Theme.plain[role].background == .standard)
    }

    @Test(arguments: Role.allCases)
    func `the default theme keeps to the sixteen colours and the terminal's background`(role: Role) {
        #expect(Theme.dark[role].background == .standard)
        switch Theme.dark[role].foreground {
        case .standard: break
        case .ansi(let index): #expect((1...15).contains(index) && index != 7)
        default: Issue.record("\(role) is none of the sixteen")
        }
    }

    @Test(arguments: [Theme.dark, .plain])
    func `what must be told apart is told apart`(theme: Theme) {
        #expect(theme[.listCursor] != theme[.text])
        #expect(theme[.listCursor] != theme[.listCursorInactive])
        #expect(theme[.composerOver] != theme[.composerText])
        #expect(theme[.match] != theme[.text])
        #expect(theme[.statusError] != theme[.statusMessage])
        #expect(theme[.listUnread] != theme[.text])
    }

    @Test(arguments: [
        (Color.rgb(255, 0, 0), 256, Color.indexed(196)), (.rgb(255, 0, 0), 16, .ansi(9)),
        (.rgb(200, 0, 0), 8, .ansi(1)),
        (.rgb(1, 2, 3), 0, .standard), (.indexed(196), 16, .ansi(9)), (.indexed(196), 256, .indexed(196)),
        (.ansi(12), 8, .ansi(4)), (.ansi(12), 16, .ansi(12)), (.standard, 8, .standard),
        (.rgb(9, 9, 9), 1 << 24, .rgb(9, 9, 9)),
        (.rgb(128, 128, 128), 256, .indexed(244)), (.ansi(3), 0, .standard), (.indexed(231), 8, .ansi(7)),
    ])
    func `a colour becomes the nearest the terminal has`(color: Color, colors: Int, reduced: Color) {
        #expect(color.reduced(to: colors) == reduced)
    }

    @Test func `bright text stays readable with eight colours`() {
        let theme = Theme.dark.reduced(to: 8)
        #expect(Style(foreground: .ansi(8)).reduced(to: 8) == .standard)
        #expect(theme[.stateOpen] == Style(foreground: .ansi(3), bold: true))
        #expect(Theme.dark.reduced(to: 256).styles == Theme.dark.styles)
    }

    @Test func `without colours a theme looks like plain, unless it says how`() {
        #expect(Theme.dark.reduced(to: 0).styles == Theme.plain.styles)
        var theme = Theme.dark
        theme.depths[.mono] = [.title: Style(foreground: .ansi(1), italic: true)]
        #expect(theme.reduced(to: 0).styles == [.title: Style(italic: true)])
        let attributes = Theme(name: "t", styles: [.title: Style(italic: true)])
        #expect(attributes.reduced(to: 0).styles == attributes.styles)
    }

    @Test(arguments: [
        (0, ColorDepth.mono), (2, .mono), (8, .sixteen), (16, .sixteen), (88, .sixteen), (256, .palette),
        (257, .rgb), (1 << 24, .rgb),
    ])
    func `a theme says for a depth what it looks like there`(colors: Int, depth: ColorDepth) {
        #expect(ColorDepth(colors: colors) == depth)
        var theme = Theme(name: "t", styles: [.title: Style(bold: true)])
        theme.depths[depth] = [.title: Style(underline: true)]
        #expect(theme.reduced(to: colors)[.title] == Style(underline: true))
        #expect(theme.reduced(to: depth == .rgb ? 256 : 1 << 24)[.title] == Style(bold: true))
    }

    @Test(arguments: [Repertoire.unicode, .ascii])
    func `every ornament is one column wide`(repertoire: Repertoire) {
        let glyphs = Glyphs.of(repertoire)
        let ornaments = Mirror(reflecting: glyphs).children.compactMap { $0.value as? String }
        #expect(ornaments.count == 12)
        for ornament in ornaments {
            let text = SafeText(ornament)
            #expect(text.columns == 1)
            #expect(text.plain == ornament)
            if repertoire == .ascii { #expect(ornament.utf8.count == 1) }
            #expect(text.ascii().plain != "?")
        }
    }

    @Test func `a style laid over another keeps what it does not set`() {
        let over = Style(foreground: .ansi(1), bold: true).over(
            Style(foreground: .ansi(2), background: .ansi(3), dim: true))
        #expect(over == Style(foreground: .ansi(1), background: .ansi(3), bold: true, dim: true))
    }
}
