import Foundation
import Testing

@testable import Exports

/// What holds for the formats of chats alike.
@Suite struct ChatDetectionTests {
    private static let readers: [any ExportReader.Type] = [
        MattermostReader.self, TeamsReader.self, GoogleChatReader.self,
    ]

    @Test func `fixtures of other formats stay theirs`() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count > 20)
        for name in names {
            let head = try exportFixture(name)[...]
            for reader in Self.readers { #expect(reader.detect(head) == .no, "\(reader.format) on \(name)") }
        }
    }

    @Test(
        arguments: [
            (MattermostReaderTests.lines, "mattermost"), (TeamsReaderTests.messages, "teams"),
            (GoogleChatReaderTests.messages, "googlechat"),
        ])
    func `each is certain of its own and alone in it`(_ text: String, _ format: String) throws {
        let source = try ByteSource(bytes: Array(text.utf8))
        #expect(ExportFormats.all.filter { $0.detect(source.head) == .certain }.map { $0.format } == [format])
    }

    @Test(
        arguments: [
            (["a/users.json", "a/channels.json", "a/x/2024-01-01.json"], "slack"),
            (["messages/c12/messages.json", "messages/index.json"], "discord-package"),
            (["realm.json", "messages-000001.json"], "zulip"),
            (["x/teams/teamsList.json", "x/teams/1/messages_1.json"], "teams"),
        ])
    func `a folder is one reader's`(_ paths: [String], _ format: String) {
        let tree = MemoryTree(texts: paths.map { ($0, "[]") })
        #expect(ExportFormats.trees.filter { $0.detect(tree) != .no }.map { $0.format } == [format])
    }

    @Test func `a folder of anything is nobody's`() {
        let tree = MemoryTree(texts: [("messages.json", "[]"), ("a/messages.json", "{}"), ("b.txt", "x")])
        #expect(ExportFormats.trees.allSatisfy { $0.detect(tree) == .no })
    }
}
