import Testing

@testable import Exports

@Suite struct InstagramReaderTests {
    @Test func `posts, comments and replies stand under each other`() throws {
        let reading = try Reading(fixture: "instagram-media-comments-replies.json")
        #expect(reading.messages.map(\.id) == ["178", "181", "182", "184"])
        #expect(reading.messages.map(\.parent) == [nil, "178", "181", "181"])
        #expect(reading.messages.allSatisfy { $0.thread?.id == "178" })
        #expect(reading.messages.map(\.account?.handle) == ["freibad", "inabach", "freibad", ""])
        #expect(reading.messages[2].account == reading.messages[0].account)
        #expect(reading.messages.map(\.status) == [nil, .published, nil, .hidden])
        #expect(reading.messages[0].attachments == ["a.jpg", "b.mp4"])
        #expect(reading.messages[0].likes == 9 && reading.messages[0].permalink == "https://www.instagram.com/p/abc/")
        #expect(reading.messages[0].time.milliseconds == 1_717_228_800_000)
    }

    @Test func `damage stays where it is`() throws {
        let reading = try Reading(fixture: "instagram-media-comments-replies.json")
        #expect(
            reading.skipped.map(\.place) == [
                "data[0].replies[0].replies[1]", "data[0].replies[0].replies[2]", "data[1]",
            ])
        #expect(reading.repaired.map(\.reason) == ["lone surrogates became U+FFFD, time unknown"])
    }

    @Test func `objects by id are read, and what permissions hide is noted`() throws {
        let reading = try Reading(fixture: "instagram-objects-by-id.json")
        #expect(reading.messages.map(\.id) == ["181", "182"])
        #expect(reading.notes.last?.hasPrefix("1 messages have no author") == true)
    }

    @Test(arguments: [#"{"data":[{"id":"1"}"#, #"{"data":[}"#, "3", #"{"data":[]} x"#])
    func `a page that is none or is cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, InstagramReader.self) }
    }

    @Test func `nesting to the limit is read without recursion`() throws {
        var json = #"{"id":"1","text":"x"}"#
        for _ in 0..<20 { json = #"{"id":"1","text":"x","replies":{"data":["# + json + "]}}" }
        #expect(try Reading(#"{"data":["# + json + "]}", InstagramReader.self).messages.count == 21)
    }
}
