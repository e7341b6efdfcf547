import Foundation
import Testing

@testable import Exports

@Suite struct Remark42ReaderTests {
    private let boats: Reading
    private let odd: Reading

    init() throws {
        boats = try Reading(fixture: "remark42-bootsverein.jsonl")
        odd = try Reading(fixture: "remark42-zero-time-cut-line.jsonl")
    }

    @Test func `all fields of a comment are taken over`() throws {
        let message = try #require(boats.messages.first)
        #expect(message.channel == ExportedChannel(platform: "remark42", key: "bootsverein", name: "bootsverein"))
        let page = "https://boote.example/regatta"
        #expect(message.thread == ExportedThread(id: page, title: "Regatta & Fest", link: page))
        #expect(message.id == "5b6c-1" && message.parent == nil)
        #expect(message.account == ExportedAccount(id: "email_77aa", name: "Ole Kahn"))
        #expect(message.time.milliseconds == 1_654_857_015_987)
        #expect(message.editedAt == 1_654_857_600_000)
        #expect(message.text == "Wer fährt zur Regatta? Plan (https://plan.example/r?a=1&b=2)")
        #expect(message.markup?.hasPrefix("<p>Wer fährt zur <strong>") == true)
        #expect(message.likes == 2)
        #expect(message.permalink == "https://boote.example/regatta#remark42__comment-5b6c-1")
        #expect(boats.messages.map(\.place.description) == ["line 2", "line 3", "line 4"])
        #expect(boats.skipped.isEmpty && boats.repaired.isEmpty)
    }

    @Test func `deleted comments are kept and flagged, and their users are nobody`() {
        #expect(boats.messages.map(\.status) == [.published, .published, .deleted])
        #expect(boats.messages[2].account == nil && boats.messages[2].text.isEmpty)
        #expect(boats.messages.map(\.parent) == [nil, "5b6c-1", "5b6c-1"])
    }

    @Test func `administrators are owners, and what can lead to a person is dropped`() {
        #expect(boats.owners == [ExportedAccount(id: "github_1", name: "Vorstand", isOwner: true)])
        #expect(boats.messages[1].likes == nil)
        #expect(!String(describing: boats).contains("ae12f0aadf"))
    }

    @Test func `a zero time is unknown, and edits at that time are none`() {
        let zero = ExportedTime(milliseconds: nil, written: "0001-01-01T00:00:00Z", zoneIsKnown: false)
        #expect(odd.messages[0].time == zero)
        #expect(odd.messages[0].editedAt == nil)
        #expect(odd.messages[0].parent == "gone" && odd.messages[0].permalink == nil)
    }

    @Test func `bad lines are skipped with their number`() {
        #expect(odd.messages.map(\.id) == ["w13", "w15"])
        #expect(odd.skipped.map(\.place) == ["line 4", "line 5", "line 6", "line 9"])
        #expect(odd.repaired.map(\.reason) == ["time unknown", "no usable author"])
        #expect(odd.notes.contains { $0.contains("version 2") })
        #expect(odd.messages[1].text == "nur **Markdown**" && odd.messages[1].parent == nil)
    }

    @Test(arguments: [#"{"version":1,"users":[{"id"#, #"{"version":1,"#, #"{"a":1}"#, "[1]", "no JSON", " \n"])
    func `a file whose head is broken is refused`(_ text: String) {
        #expect(throws: ExportError.self) { try Reading(text, Remark42Reader.self) }
    }

    @Test func `a backup without its head is read when the format is named`() throws {
        let text = #"{"id":"1","locator":{"site":"s","url":"u"},"text":"a","time":"2020-01-01T00:00:00Z"}"#
        let reading = try Reading(text, Remark42Reader.self)
        #expect(reading.messages.count == 1 && reading.notes.contains("the backup has no head"))
    }

    @Test(
        arguments: [
            (#"{"version":1,"users":[],"posts":[]}"#, .certain),
            (#"{"version":1,"users":[{"id":"a","blocked":{"status":false},"verified":true},{"id"#, .certain),
            (#"{"version":1,"users":[],"posts":[],"text":"x"}"#, .no), (#"{"version":1,"users":[{"id":"a"},"#, .no),
            (#"{"id":"1","text":"\"version\" users posts"}"#, .no), ("version,users,posts\n", .no), ("", .no),
        ] as [(String, DetectionConfidence)])
    func `only the backup's head is its mark`(_ text: String, _ confidence: DetectionConfidence) {
        #expect(Remark42Reader.detect(Array(text.utf8)[...]) == confidence)
    }

    @Test(arguments: ["remark42-bootsverein.jsonl", "remark42-zero-time-cut-line.jsonl"])
    func `reading twice and in pieces gives the same events`(_ name: String) throws {
        let bytes = try exportFixture(name)
        let whole = try exportEvents(bytes, Remark42Reader.self)
        #expect(try exportEvents(bytes, Remark42Reader.self) == whole)
        #expect(try exportEvents(bytes, Remark42Reader.self, chunkSize: 1) == whole)
    }

    @Test func `no single wrong byte does worse than an error`() throws {
        try expectNoCrash(exportFixture("remark42-bootsverein.jsonl"), Remark42Reader.self, atMost: 4)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: sample)))
    func `the sample of the native backup gives both comments`() throws {
        let reading = try Reading(ByteSource(path: sample))
        #expect(reading.messages.count == 2 && reading.skipped.isEmpty && reading.repaired.isEmpty)
        #expect(Set(reading.messages.compactMap(\.account?.id)).count == 2)
        #expect(Set(reading.messages.compactMap(\.thread?.id)).count == 2)
        #expect(reading.messages.map(\.time.milliseconds) == [1_513_804_702_000, 1_513_804_703_000])
        #expect(reading.messages[1].parent == "1234")
    }
}

private let sample = "/work/shared/samples/social/remark42/native-backup.ndjson"
