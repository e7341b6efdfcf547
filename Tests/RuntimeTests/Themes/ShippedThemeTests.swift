import Foundation
import Screen
import Testing

@testable import Runtime

/// The themes in `themes/` pass the lint.
@Suite struct ShippedThemeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    private static let paths = Paths(environment: ["HOME": "/nowhere", "LOTSE_DATA": root], executable: nil)

    @Test func `ten themes can be chosen, and all of them are files`() {
        let themes = Self.paths.themes()
        #expect(themes.map(\.name) == ThemeFileTests.shippedNames)
        #expect(themes.count == 10)
        #expect(themes.allSatisfy { $0.path == Self.root + "/themes/\($0.name).toml" })
    }

    @Test(arguments: ThemeFileTests.shippedNames)
    func `every theme can be read, and without seeing colours`(name: String) throws {
        let findings = ThemeLint().findings(try Self.paths.loadTheme(name))
        #expect(findings.isEmpty, "\(findings.map { $0.line(of: name).text }.joined(separator: "\n"))")
    }

    @Test(arguments: ["high-contrast-dark", "high-contrast-light"])
    func `LazyVim#6330: high contrast is level AAA`(name: String) throws {
        let findings = ThemeLint(text: 7, label: 4.5).findings(try Self.paths.loadTheme(name))
        #expect(findings.isEmpty, "\(findings.map { $0.line(of: name).text }.joined(separator: "\n"))")
    }

    @Test func `only the theme for colour-blind people has states that all eyes tell apart`() throws {
        for name in ["colour-blind", "gruvbox", "nord", "solarized-dark"] {
            let findings = ThemeLint().confusion(in: try Self.paths.loadTheme(name))
            #expect(findings.isEmpty == (name == "colour-blind"), "\(name) \(findings)")
        }
    }

    @Test(
        arguments: [
            ("colour-blind", .dark, .rgb), ("dark", .dark, .sixteen), ("gruvbox", .dark, .rgb),
            ("high-contrast-dark", .dark, .rgb), ("high-contrast-light", .light, .rgb), ("light", .light, .sixteen),
            ("nord", .dark, .rgb), ("plain", nil, .mono), ("solarized-dark", .dark, .rgb),
            ("solarized-light", .light, .rgb),
        ] as [(String, Shade?, ColorDepth)])
    func `background and colours are what the name says`(name: String, shade: Shade?, depth: ColorDepth) throws {
        let theme = try Self.paths.loadTheme(name)
        #expect(theme.shade == shade)
        #expect(theme.usedDepth == depth)
    }

    @Test(arguments: ThemeFileTests.shippedNames)
    func `what must be told apart is told apart at every depth`(name: String) throws {
        for colors in ThemeLint.depths {
            let theme = try Self.paths.loadTheme(name).reduced(to: colors)
            #expect(theme[.listCursor] != theme[.text])
            #expect(theme[.composerOver] != theme[.composerText])
            #expect(theme[.match] != theme[.text])
            #expect(theme[.badge] != theme[.text])
        }
    }
}
