import ArgumentParser
import Conversations
import Foundation
import Runtime
import Screen

struct ThemesLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Check whether themes can be read, and without seeing colours.",
        discussion: """
            Words need a contrast of 4.5, labels 3 (WCAG 2.2), with 8, 16, 256 and all colours; where the terminal's \
            own 16 colours are used, with the palettes of xterm, the Linux console, Tango and Solarized. Nothing may \
            differ by colour alone. Without an argument, all themes are checked. The exit status is 1 if one fails.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Flag(help: "Also compare the states' colours as colour-blind people see them.")
    var colorBlind = false

    @Flag(help: "Ask for high contrast: 7 for words, 4.5 for labels.")
    var highContrast = false

    @Argument(help: "Files, or names of themes.", completion: .file(extensions: ["toml"]))
    var themes: [String] = []

    func run() throws {
        let invocation = try common.invocation()
        let lint = highContrast ? ThemeLint(text: 7, label: 4.5) : ThemeLint()
        var failed = false
        for name in themes.isEmpty ? invocation.paths.themes().map(\.name) : themes {
            guard let theme = load(name, invocation) else {
                failed = true
                continue
            }
            let findings = lint.findings(theme, forColorBlind: colorBlind)
            failed = failed || !findings.isEmpty
            try report(findings, name, invocation)
        }
        if failed { throw CommandFailure(nil) }
    }

    /// What has a slash or ends like a file is one; nil: it cannot be read, which was said.
    private func load(_ name: String, _ invocation: Invocation) -> Theme? {
        let paths = invocation.paths
        do throws(ConfigurationError) {
            guard name.contains("/") || name.hasSuffix(".toml") else { return try paths.loadTheme(name) }
            if let theme = try paths.loadTheme(file: name) { return theme }
            throw .unreadable(file: name, errno: ENOENT)
        } catch {
            invocation.warn(Phrase("lotse: %1", error.sentence))
            return nil
        }
    }

    private func report(_ findings: [ThemeFinding], _ name: String, _ invocation: Invocation) throws {
        if rows.json {
            for finding in findings { try invocation.out.json(finding.line(of: name)) }
            return
        }
        for finding in findings { try invocation.say(finding.sentence(of: name)) }
        if findings.isEmpty { try invocation.say(Phrase("%1: nothing to mend", name)) }
    }
}
