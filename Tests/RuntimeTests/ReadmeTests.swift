import Dashboard
import Exports
import Foundation
import Runtime
import Testing

/// What the README shows is what the tables say.
@Suite struct ReadmeTests {
    private static func readme() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    /// The text between `<!-- name -->` and `<!-- /name -->`.
    private static func block(_ name: String) throws -> String {
        let text = try readme()
        let start = try #require(text.firstRange(of: "<!-- \(name) -->\n"))
        let end = try #require(text.firstRange(of: "\n<!-- /\(name) -->"))
        return String(text[start.upperBound..<end.lowerBound])
    }

    @Test func `the keys are those of the command table`() throws {
        #expect(try Self.block("keys") == CommandTable.markdown)
    }

    @Test func `the formats are those that can be imported`() throws {
        let rows = ExportFormats.facts.map { fact in
            "| `\(fact.format)` | \(fact.summary) | \(fact.lacks) |".replacing(", ; tab or | ", with: ", ; tab or \\| ")
        }
        let table = ["| format | what it is | what it lacks |", "| --- | --- | --- |"] + rows
        #expect(try Self.block("formats") == table.joined(separator: "\n"))
    }

    @Test func `the sample of the settings is understood`() throws {
        let text = try Self.readme()
        let start = try #require(text.firstRange(of: "```toml\n"))
        let end = try #require(text[start.upperBound...].firstRange(of: "```"))
        let sample = String(text[start.upperBound..<end.lowerBound])
        let configuration = try Configuration(toml: sample, file: "README.md")
        #expect(configuration.me == "lotte")
        #expect(configuration.language == "de")
        #expect(configuration.keys == ["inbox": ["ctrl-t": "resolve"]])
        #expect(configuration.platform("mastodon").length == 500)
    }
}
