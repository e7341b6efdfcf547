import Foundation
import Screen
import Testing

@testable import Runtime

/// What the page on themes says is so.
@Suite struct ThemePageTests {
    private static func page() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "Sources/lotse/lotse.docc/Themes.md"), encoding: .utf8)
    }

    private static func between(_ start: String, _ end: String) throws -> String {
        let text = try page()
        let first = try #require(text.firstRange(of: start))
        let last = try #require(text[first.upperBound...].firstRange(of: end))
        return String(text[first.upperBound..<last.lowerBound])
    }

    @Test func `the roles are those of the code`() throws {
        #expect(try Self.between("<!-- roles -->\n", "\n<!-- /roles -->") == Role.markdown)
    }

    @Test func `the sample is a theme that says what it seems to say`() throws {
        let sample = try Self.between("```toml\n", "```")
        let theme = try ThemeFile.theme(named: "t") { $0 == "t" ? SettingsText(sample, file: "Themes.md") : nil }
        #expect(theme.shade == .light)
        let text = Style(foreground: .rgb(16, 32, 48), background: .rgb(255, 255, 240))
        #expect(theme.reduced(to: 1 << 24)[.text] == text)
        #expect(theme.reduced(to: 16)[.text].foreground == .ansi(0))
        #expect(theme.reduced(to: 256)[.stateNew] == Style(foreground: .indexed(166), bold: true))
        #expect(theme.reduced(to: 0)[.stateNew] == Style(underline: true))
    }

    @Test func `the colours that the page gives for words are all there are`() {
        func readable(_ shade: Shade) -> [UInt8] {
            (UInt8(1)..<16).filter { index in
                let style = Style(foreground: .ansi(index))
                let theme = Theme(name: "t", shade: shade, styles: [.composerText: style])
                return !ThemeLint().contrast(of: theme).contains { $0.colors == 16 }
            }
        }
        #expect(readable(.dark) == [7, 14, 15])
        #expect(readable(.light) == [])
    }
}
