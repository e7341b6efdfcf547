import Conversations
import Dashboard
import Exports
import Foundation
import Runtime
import Testing

/// What the README shows is what the tables say.
@Suite(.serialized) struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func readme(_ path: String = "README.md") throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The text between `<!-- name -->` and `<!-- /name -->`.
    private static func block(_ name: String) throws -> String {
        let text = try readme()
        let start = try #require(text.firstRange(of: "<!-- \(name) -->\n"))
        let end = try #require(text.firstRange(of: "\n<!-- /\(name) -->"))
        return String(text[start.upperBound..<end.lowerBound])
    }

    /// Compares a generated block with the README's; `RECORD_SNAPSHOTS=1` writes it there.
    private static func expectBlock(_ name: String, _ generated: String) throws {
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            let text = try readme().replacing(
                try block(name) + "\n<!-- /\(name) -->", with: generated + "\n<!-- /\(name) -->")
            try text.write(to: root.appending(path: "README.md"), atomically: true, encoding: .utf8)
        }
        #expect(try block(name) == generated)
    }

    @Test func `the keys are those of the command table`() throws {
        try Self.expectBlock("keys", CommandTable.markdown)
    }

    @Test func `the formats are those that can be imported`() throws {
        let rows = ExportFormats.facts.map { fact in
            "| `\(fact.format)` | \(fact.summary) | \(fact.lacks) |".replacing(", ; tab or | ", with: ", ; tab or \\| ")
        }
        let table = ["| format | what it is | what it lacks |", "| --- | --- | --- |"] + rows
        try Self.expectBlock("formats", table.joined(separator: "\n"))
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

    @Test(arguments: QueryPrefix.allCases) func `the page on queries has every prefix and its values`(
        prefix: QueryPrefix
    ) throws {
        let page = try Self.readme("Sources/lotse/lotse.docc/QueryLanguage.md")
        #expect(page.contains("`\(prefix.rawValue):`"))
        for value in prefix.values ?? [] { #expect(page.contains("`\(value)`"), "\(value)") }
    }
}
