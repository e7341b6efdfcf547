import Testing

@testable import Exports

@Suite struct TikTokReaderTests {
    @Test func `comments have words, time and video`() throws {
        let reading = try Reading(fixture: "tiktok-comments.json")
        #expect(reading.messages.map(\.text) == ["Tolle Rutsche", ""])
        #expect(reading.messages[0].time.milliseconds == 1_717_228_800_000 && reading.messages[0].time.zoneIsKnown)
        #expect(reading.messages.map(\.thread?.id) == ["https://www.tiktok.com/@freibad/video/1", nil])
        #expect(reading.messages.map(\.attachments) == [[], ["bild.jpg"]])
        #expect(reading.messages.allSatisfy { $0.id == nil && $0.account == nil })
        #expect(!String(describing: reading).contains("192.0.2.1"))
    }

    @Test func `newer files are read, and damage stays where it is`() throws {
        let reading = try Reading(fixture: "tiktok-newer-nested-damaged.json")
        #expect(reading.messages.map(\.text) == ["eins", "\u{1B}]0;x\u{07}\u{202E}\u{2400}"])
        #expect(reading.skipped.map(\.place) == ["CommentsList[1]", "CommentsList[3]", "CommentsList[4]"])
        #expect(reading.repaired.map(\.reason) == ["U+0000 became U+2400, time unknown"])
        #expect(reading.messages[0].thread?.id == "https://www.tiktok.com/v/2")
    }

    @Test(arguments: ["7", "{", #"{"Comment":{"Comments":{"CommentsList":[{}"#, #"{"Comment":{}} x"#])
    func `a download that is cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, TikTokReader.self) }
    }

    @Test func `a download without comments says so`() throws {
        let reading = try Reading(#"{"Activity":{"Comment":7}}"#, TikTokReader.self)
        #expect(reading.messages.isEmpty && reading.notes.last == "The download holds no comments.")
    }

    @Test func `nesting without end is walked without recursion`() throws {
        let json = String(repeating: #"{"Comment":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000)
        #expect(try Reading(json, TikTokReader.self).messages.isEmpty)
    }
}
