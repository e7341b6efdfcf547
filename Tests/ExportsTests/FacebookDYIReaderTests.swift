import Testing

@testable import Exports

@Suite struct FacebookDYIReaderTests {
    private let comments = "facebook-dyi-comments-spoiled-letters.json"

    @Test func `spoiled letters are repaired in words, names and sentences`() throws {
        let message = try #require(try Reading(fixture: comments).messages.first)
        #expect(message.text == "Grüße aus Köln 😀")
        #expect(message.account == ExportedAccount(id: nil, name: "Jürgen Feld"))
        #expect(message.thread?.title == "Jürgen Feld hat Freibad Süds Beitrag kommentiert.")
        #expect(message.id == nil && message.parent == nil)
        #expect(message.time == ExportedTime(milliseconds: 1_717_228_801_000, written: "1717228801", zoneIsKnown: true))
        #expect(message.channel == ExportedChannel(platform: "facebook", key: "facebook", name: "Facebook"))
    }

    @Test func `files and links stand for missing words, and links keep no keys`() throws {
        let message = try Reading(fixture: comments).messages[1]
        #expect(message.text.isEmpty)
        #expect(message.attachments == ["bär.jpg", "https://bad.example/a"])
        #expect(message.channel.key == "group Schwimmer")
    }

    @Test func `damage stays where it is`() throws {
        let reading = try Reading(fixture: comments)
        #expect(reading.messages.count == 3)
        #expect(reading.skipped.map(\.place) == ["comments_v2[2]", "comments_v2[5]"])
        #expect(reading.messages[2].text == "\u{1B}]0;x\u{07}\u{202E}\u{2400}")
        #expect(reading.messages[2].account == nil)
        #expect(reading.repaired.map(\.reason) == ["U+0000 became U+2400, time unknown"])
        #expect(reading.notes.last?.hasPrefix("1 entries") == true)
    }

    @Test func `posts and labelled values are read`() throws {
        let reading = try Reading(fixture: "facebook-dyi-posts-labels.json")
        #expect(reading.messages.map(\.text) == ["Schön hier", "Am See", "Ja", "ein sehr langer Wert"])
        #expect(reading.messages[0].editedAt == 1_717_229_000_000)
        #expect(reading.messages.map(\.attachments) == [[], ["see.jpg"], [], ["c.png"]])
        #expect(reading.messages[2].account?.name == "Jürgen Feld")
        #expect(reading.messages[2].permalink == "https://www.facebook.com/1")
        #expect(reading.messages.allSatisfy { $0.time.milliseconds != nil && $0.thread == nil })
    }

    @Test(arguments: [#"{"comments_v2":[{}"#, #"{"comments_v2":7}"# + "x", "[", "[{}", "7"])
    func `a download that is cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, FacebookDYIReader.self) }
    }

    @Test(
        arguments: [
            (#"{"group_comments_v2":[]}"#, true), (#"{"comments":[]}"#, false),
            (#"[{"timestamp":1,"data":[{"post":"a"}]}]"#, true),
            (#"[{"timestamp":1,"data":[{"reaction":{}}]}]"#, false),
            (#"[{"timestamp":1,"title":"x"}]"#, false), (#"[{"timestamp":1,"data":[{"post":"a"}],"id":"1"}]"#, false),
        ])
    func `only comments and posts are claimed`(_ json: String, _ isClaimed: Bool) {
        #expect((FacebookDYIReader.detect(Array(json.utf8)[...]) == .certain) == isClaimed)
    }
}
