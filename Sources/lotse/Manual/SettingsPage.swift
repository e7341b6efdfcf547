import Runtime

/// lotse-config(5), out of the file that `lotse config --init` writes: what stands after `# ` explains, a line
/// `#word` is a setting.
struct SettingsPage {
    let date: String

    var text: String {
        var page = Roff(name: "lotse-config", section: 5, date: date)
        page.name("lotse-config", "the settings file of lotse")
        page.section("Description")
        page.paragraph(
            """
            The settings of one person, in TOML 1.0 and UTF-8. `lotse config --init` writes a file in which each \
            setting is explained and none is in force, `lotse config --path` tells where it is. A setting that lotse \
            does not know is an error that names its line.
            """)
        page.section("Settings")
        for block in Self.blocks(Runtime.Configuration.commentedDefault).dropFirst() {
            if !block.words.isEmpty { page.paragraph(block.words) }
            if !block.settings.isEmpty { page.verbatim(block.settings) }
        }
        page.section("See also")
        page.paragraph("`lotse`(1), `lotse-keys`(7)")
        return page.text
    }

    /// What stands between two empty lines.
    static func blocks(_ file: String) -> [(words: String, settings: [String])] {
        file.split(separator: "\n\n").map { block in
            let lines = block.split(separator: "\n")
            let words = lines.filter { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }.joined(separator: " ")
            return (words, lines.filter { !$0.hasPrefix("# ") }.map { String($0.drop { $0 == "#" }) })
        }
    }
}
