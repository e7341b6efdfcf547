import Foundation
import Testing

@testable import Exports

@Suite struct MastodonReaderTests {
    @Test func `a context gives statuses with addresses for ids`() throws {
        let reading = try Reading(fixture: "mastodon-context-missing-status.json")
        let messages = reading.messages
        #expect(
            messages.map(\.id) == [
                "https://hafen.example/users/jule/statuses/101", "https://deich.example/users/kai/statuses/77",
                "https://deich.example/users/kai/statuses/79",
            ])
        #expect(messages.map(\.parent) == [nil, messages[0].id, "hafen.example:102"])
        #expect(messages[0].text == "Moin & hallo\nHafen")
        #expect(messages[0].markup == "<p>Moin &amp; hallo<br>Hafen</p>")
        #expect(messages[0].attachments == ["kran.png"])
        #expect(messages[0].account?.handle == "jule@hafen.example")
        #expect(messages[1].text == "Wetter\n\nAntwort")
        #expect(messages[1].account?.name == "kai@deich.example")
        #expect(messages[1].editedAt == 1_714_554_000_000)
        #expect(messages.map(\.isPrivate) == [false, false, true])
        #expect(messages[0].likes == 2 && messages[0].shares == 1 && messages[0].language == "de")
        #expect(reading.skipped.map(\.place) == ["descendants[1]"])
    }

    @Test func `in a list with the newest first replies find their parents`() throws {
        let reading = try Reading(fixture: "mastodon-statuses-newest-first.json")
        let parents = Dictionary(uniqueKeysWithValues: reading.messages.map { ($0.id, $0.parent) })
        #expect(parents.count == 3)
        #expect(
            parents["https://hafen.example/users/jule/statuses/203"] == "https://deich.example/users/kai/statuses/80")
        #expect(
            parents["https://deich.example/users/kai/statuses/80"] == "https://hafen.example/users/jule/statuses/201")
        #expect(reading.notes.contains { $0.hasPrefix("1 boosts") })
        #expect(reading.repaired.map(\.reason) == ["time unknown"])
    }

    @Test func `without an instance a missing parent is reported and not invented`() throws {
        let status =
            #"{"id":"1","uri":"https://d.example/1","content":"x","in_reply_to_id":"9"}"#
        let reading = try Reading("[\(status)]", MastodonReader.self)
        #expect(reading.messages.map(\.parent) == [nil])
        #expect(reading.repaired.last?.reason == "what it answers is not known")
    }

    @Test(arguments: ["mastodon-context-missing-status.json", "mastodon-statuses-newest-first.json"])
    func `reading twice gives the same, and a cut file is refused`(_ name: String) throws {
        #expect(try Reading(fixture: name).messages == Reading(fixture: name).messages)
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        for count in stride(from: 1, to: bytes.count - 2, by: 13) {
            #expect(throws: ExportError.self) { try Reading(bytes: Array(bytes.prefix(count)), MastodonReader.self) }
        }
    }

    @Test(
        arguments: [
            (#"{"ancestors":[],"descendants":[]}"#, "mastodon"), (#"{"ancestors":1,"text":"x"}"#, "jsonl"),
            (#"{"ancestors":[{"id":"1","in_reply_to_id":null"#, "mastodon"),
        ])
    func `the format is known by its own marks`(_ content: String, _ format: String) throws {
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(content.utf8))).format == format)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: contextSample)))
    func `counts and times are those of the sample`() throws {
        let reading = try Reading(ByteSource(path: contextSample))
        #expect(reading.messages.count == 2 && reading.skipped.isEmpty)
        #expect(Set(reading.messages.map(\.id)).count == 1)
        #expect(Set(reading.messages.map(\.account)).count == 1)
        #expect(reading.messages.allSatisfy { $0.time.milliseconds == 1_491_497_702_132 })
    }
}

private let contextSample = "/work/shared/samples/social/mastodon_api/mastodonkit-Context.json"
