import Testing

@testable import Screen

@Suite struct ThemeLintTests {
    private func findings(_ role: Role, _ style: Style, shade: Shade? = .dark) -> [ThemeFinding] {
        ThemeLint().contrast(of: Theme(name: "t", shade: shade, styles: [role: style])).filter { $0.role == role }
    }

    private func palettes(_ role: Role, _ style: Style, colors: Int = 16) -> [String?] {
        findings(role, style).filter { $0.colors == colors && $0.backdrop == nil }.map(\.palette)
    }

    @Test func `the terminal's own text on its own background is not the theme's matter`() {
        #expect(findings(.author, Style(bold: true, reverse: true)).isEmpty)
        #expect(findings(.author, Style(foreground: .ansi(15))).isEmpty)
    }

    @Test func `the sixteen colours are asked in each palette`() {
        #expect(palettes(.author, Style(foreground: .ansi(2))) == ["Tango"])
        #expect(palettes(.author, Style(foreground: .ansi(4))) == ["xterm", "Linux", "Tango", "Solarized"])
        #expect(palettes(.author, Style(foreground: .ansi(10))) == ["Solarized"])
    }

    @Test func `labels need less than words`() {
        #expect(palettes(.stateOpen, Style(foreground: .ansi(2))) == [])
        #expect(palettes(.stateOpen, Style(foreground: .ansi(10))) == ["Solarized"])
    }

    @Test func `a colour that the theme fixes is told once, without a palette`() {
        let style = Style(foreground: .rgb(90, 90, 90), background: .rgb(0, 0, 0))
        let found = findings(.author, style).filter { $0.colors == 1 << 24 && $0.backdrop == nil }
        #expect(found.map(\.palette) == [nil])
        guard case .contrast(let ratio, let needed)? = found.first?.fault else {
            Issue.record("no contrast")
            return
        }
        #expect(needed == 4.5)
        #expect(abs(ratio - RGB(90, 90, 90).contrast(with: RGB(0, 0, 0))) < 1e-9)
    }

    @Test func `reverse exchanges the colours, which leaves the contrast`() {
        for index in UInt8(0)..<16 {
            let plain = Style(foreground: .ansi(index))
            let reverse = Style(foreground: .ansi(index), reverse: true)
            #expect(palettes(.author, plain) == palettes(.author, reverse))
        }
    }

    @Test func `faint text has half the contrast`() {
        let style = Style(foreground: .rgb(255, 255, 255), background: .rgb(70, 70, 70))
        #expect(palettes(.author, style, colors: 1 << 24).isEmpty)
        var faint = style
        faint.dim = true
        let ratio = RGB(255, 255, 255).contrast(with: RGB(70, 70, 70))
        #expect(ratio / 2 < 4.5 + 0.3)
        let found = ThemeLint(text: ratio / 2 + 0.01).contrast(
            of: Theme(name: "t", shade: .dark, styles: [.author: faint]))
        #expect(
            found.contains { $0.colors == 1 << 24 && $0.fault == .contrast(ratio: ratio / 2, needed: ratio / 2 + 0.01) }
        )
        // The terminal's own text is the theme's matter when the theme makes it faint: Solarized has 4.75.
        #expect(palettes(.dim, Style(dim: true)) == ["Solarized"])
    }

    @Test func `bold may be shown bright, and is with eight colours`() {
        // Bright green is a grey in Solarized.
        #expect(palettes(.stateOpen, Style(foreground: .ansi(2), bold: true)) == ["Solarized"])
        #expect(palettes(.stateOpen, Style(foreground: .ansi(12)), colors: 8) == [])
        #expect(palettes(.stateOpen, Style(foreground: .ansi(4)), colors: 8) == ["xterm", "Linux", "Tango"])
    }

    @Test func `what lies over a line of another role is judged on that line`() {
        let theme = Theme(
            name: "t", shade: .dark,
            styles: [
                .listCursor: Style(foreground: .rgb(0, 0, 0), background: .rgb(255, 255, 255)),
                .author: Style(foreground: .rgb(255, 255, 0)),
            ])
        let found = ThemeLint().contrast(of: theme).filter { $0.role == .author && $0.colors == 1 << 24 }
        #expect(Set(found.map(\.backdrop)) == [.listCursor])
    }

    @Test func `a background that the theme fixes lies behind every role`() {
        var theme = Theme(
            name: "t", shade: .dark, styles: [.author: Style(foreground: .rgb(0, 0, 0))])
        #expect(!ThemeLint().contrast(of: theme).isEmpty)
        theme.styles[.text] = Style(foreground: .rgb(0, 0, 0), background: .rgb(255, 255, 255))
        #expect(ThemeLint().contrast(of: theme).filter { $0.colors == 1 << 24 }.isEmpty)
    }

    @Test func `a theme for any background is asked on both`() {
        let found = findings(.author, Style(foreground: .ansi(15)), shade: nil)
        #expect(Set(found.map(\.shade)) == [.light])
        #expect(Set(findings(.author, Style(foreground: .ansi(0)), shade: nil).map(\.shade)) == [.dark])
    }

    @Test func `states whose colours look alike to some are found, those of one colour are not`() {
        var theme = Theme(
            name: "t", shade: .dark,
            styles: [
                .stateOpen: Style(foreground: .rgb(0xfa, 0xbd, 0x2f)),
                .stateResolved: Style(foreground: .rgb(0xb8, 0xbb, 0x26)),
                .stateClosed: Style(foreground: .rgb(0xb8, 0xbb, 0x26)),
            ])
        let found = ThemeLint().confusion(in: theme).filter { $0.colors == 1 << 24 }
        #expect(Set(found.map(\.role)) == [.stateResolved, .stateClosed])
        theme.styles[.stateOpen] = theme.styles[.stateResolved]
        #expect(ThemeLint().confusion(in: theme).isEmpty)
    }

    @Test func `the compiled-in themes can be read`() {
        #expect(ThemeLint().contrast(of: .dark) == [])
        #expect(ThemeLint().contrast(of: .plain) == [])
    }
}
