/// What is told of a format: on the command line and in the list of formats.
package struct FormatFacts: Equatable, Sendable {
    /// The word for `--format`.
    package let format: String
    package let summary: String
    /// What it cannot give; empty: nothing is missing.
    package let lacks: String
}

extension ExportFormats {
    /// All formats, each once, in alphabetical order: one that is read both alone and from its archive is told as the
    /// archive, which holds more.
    package static var facts: [FormatFacts] {
        let folders = trees.map { FormatFacts(format: $0.format, summary: $0.summary, lacks: $0.lacks) }
        let files = all.map { FormatFacts(format: $0.format, summary: $0.summary, lacks: $0.lacks) }
        return (folders + files.filter { file in !folders.contains { $0.format == file.format } })
            .sorted { $0.format < $1.format }
    }
}
