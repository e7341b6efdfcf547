import Conversations
import Exports
import Foundation
import Store
import TestSupport
import Testing

@testable import Runtime

/// What `--keep-personal` decides, read off the bytes of the store's files.
@Suite struct PersonalDataTests {
    private static let fixtures: [(name: String, values: [String])] = [
        ("wxr-hafenblog.xml", ["wiebke@example.org", "192.0.2.7"]),
        ("disqus-hafenforum.xml", ["tjark@example.org", "192.0.2.7"]),
        ("isso-comments.db", ["mara@steg.example", "1.2.3.4"]),
        ("commento-gartenblog.json", ["alma@garten.example", "bodo@garten.example"]),
        ("remark42-bootsverein.jsonl", ["ae12f0aadf"]),
        ("intercom-notes-assignment.json", ["cara@example.com"]),
        ("zendesk-comments-users-notes.json", ["mara@example.com", "ada@example.com"]),
        ("reddit-gdpr-comments-damaged.csv", ["192.0.2.7"]),
    ]

    private func imported(_ fixture: String, keeps: Bool) throws -> TemporaryStore {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "ExportsTests/Fixtures/" + fixture).path
        let temporary = try TemporaryStore()
        var choices = ImportChoices()
        choices.options.keepsPersonal = keeps
        let job = ImportJob(store: temporary.store, choices: choices, now: .noon, cancellation: Cancellation())
        _ = try job.run(.file(PathBytes(path)))
        return temporary
    }

    /// The store and its log, in lower case.
    private func bytes(_ temporary: TemporaryStore) throws -> Data {
        var bytes = Data()
        for ending in ["", "-wal"] {
            let path = temporary.store.path + ending
            if FileManager.default.fileExists(atPath: path) {
                bytes += try Data(contentsOf: URL(fileURLWithPath: path))
            }
        }
        #expect(bytes.count > 4096)
        return Data(bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }

    @Test(arguments: fixtures)
    func `without it no address is anywhere in the store's bytes`(_ name: String, _ values: [String]) throws {
        let bytes = try bytes(imported(name, keeps: false))
        for value in values { #expect(bytes.firstRange(of: Data(value.utf8)) == nil, "\(value)") }
    }

    @Test(arguments: fixtures)
    func `with it each is there, the content's digest is the same, and taking it back removes it`(
        _ name: String, _ values: [String]
    ) throws {
        let temporary = try imported(name, keeps: true)
        let kept = try bytes(temporary)
        for value in values { #expect(kept.firstRange(of: Data(value.utf8)) != nil, "\(value)") }
        #expect(try temporary.store.contentDigest() == imported(name, keeps: false).store.contentDigest())
        _ = try temporary.store.undoImport(1, now: .noon)
        try temporary.store.checkpoint()
        let file = try Data(contentsOf: URL(fileURLWithPath: temporary.store.path))
        let left = Data(file.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        for value in values { #expect(left.firstRange(of: Data(value.utf8)) == nil, "\(value)") }
    }
}
