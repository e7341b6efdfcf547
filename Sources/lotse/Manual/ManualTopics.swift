import Dashboard
import Exports
import Runtime
import Screen

/// The pages about what is not a command line: `:help` shows them, and the manual pages of section 5 and 7 are made
/// of them.
enum ManualTopics {
    /// In the order of the completion.
    /// - Parameter keymap: The keys in force.
    static func all(_ keymap: Keymap) -> [ManualTopic] {
        [.commands(keymap), .query, settings, formats, .themes]
    }

    /// The settings file, out of what `lotse config --init` writes: what stands after `# ` explains, a line `#word`
    /// is a setting.
    static let settings = ManualTopic(
        name: "settings", summary: Phrase("the settings file"), isEnglishOnly: true,
        blocks: settingBlocks)

    private static var settingBlocks: [ManualTopic.Block] {
        let intro = ManualTopic.Block.paragraph(
            Phrase(
                "%1",
                """
                The settings of one person, in TOML 1.0 and UTF-8. `lotse config --init` writes a file in which each \
                setting is explained and none is in force, `lotse config --path` tells where it is. A setting that lotse \
                does not know is an error that names its line.
                """))
        let parts = Runtime.Configuration.commentedDefault.split(separator: "\n\n").dropFirst()
        return [intro, .heading(Phrase("%1", "Settings"))]
            + parts.flatMap { part -> [ManualTopic.Block] in
                let lines = part.split(separator: "\n")
                let words = lines.filter { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }.joined(separator: " ")
                let settings = lines.filter { !$0.hasPrefix("# ") }.map { String($0.drop { $0 == "#" }) }
                return (words.isEmpty ? [] : [.paragraph(Phrase("%1", words))])
                    + (settings.isEmpty ? [] : [.verbatim(settings)])
            }
    }

    /// The exports that can be imported, out of their table.
    static let formats = ManualTopic(
        name: "formats", summary: Phrase("exports that can be imported"), isEnglishOnly: true,
        blocks: [
            .paragraph(
                Phrase(
                    "%1",
                    """
                    The content decides which format a file has, never its name alone; `lotse import --format` overrides it. \
                    Archives and compressed files are read as they are.
                    """)),
            .heading(Phrase("%1", "Formats")),
        ]
            + ExportFormats.facts.map { fact in
                let lacks = fact.lacks.isEmpty ? "" : " Lacks: \(fact.lacks)."
                return .entry([fact.format], Phrase("%1", fact.summary + "." + lacks))
            })
}
