import Testing

@testable import Exports

@Suite struct YtDlpReaderTests {
    @Test func `all fields of a comment are taken over`() throws {
        let reading = try Reading(fixture: "ytdlp-reply-uploader-null-author.info.json")
        let message = try #require(reading.messages.first)
        #expect(message.channel == ExportedChannel(platform: "youtube", key: "vid-0_1", name: "Kerbschnitt für alle"))
        #expect(message.id == "UgD4")
        #expect(message.parent == nil)
        #expect(message.account == ExportedAccount(id: "UCrike", handle: "rike", name: "@rike"))
        #expect(message.time.milliseconds == 1_709_251_200_000)
        #expect(message.text == "Welches Messer?")
        #expect(message.likes == 2)
        #expect(message.permalink == "https://www.youtube.com/watch?v=vid-0_1&lc=UgD4")
        #expect(reading.skipped.isEmpty)
    }

    @Test func `replies keep a parent that is missing, and the uploader is the owner`() throws {
        let reading = try Reading(fixture: "ytdlp-reply-uploader-null-author.info.json")
        #expect(reading.messages.map(\.parent) == [nil, "UgD4", "UgD5"])
        #expect(reading.owners.map(\.id) == ["UCwerkbank"])
        #expect(reading.messages[2].account == nil)
        #expect(reading.messages[2].time.milliseconds == nil)
        #expect(reading.repaired.map(\.reason) == ["time unknown"])
    }

    @Test func `approximate times and a count that is larger are noted`() throws {
        let notes = try Reading(fixture: "ytdlp-reply-uploader-null-author.info.json").notes
        #expect(notes.first?.contains("approximate") == true)
        #expect(notes.last == "The site counts 9 comments, 3 are in the file.")
    }

    @Test func `damaged comments are passed over with their place, and another site keeps its name`() throws {
        let reading = try Reading(fixture: "ytdlp-other-site-damaged.info.json")
        #expect(reading.messages.map(\.id) == ["1.5", "\u{2400}", "3"])
        #expect(reading.messages.map(\.text) == ["zahl", "fett", "zweimal"])
        #expect(reading.messages.allSatisfy { $0.channel.platform == "bilibili" && $0.permalink == nil })
        #expect(reading.messages[1].markup == "<b>fett</b>")
        #expect(reading.skipped.map(\.place) == ["comments[1]", "comments[2]", "comments[3]"])
        #expect(reading.repaired.map(\.place) == ["comments[4]", "comments[5]"])
    }

    @Test(arguments: [#"{"id":"1","title":"x"}"#, #"{"id":"1","comments":null}"#, "[]", #"{"comments":[{"id":"1"}]"#])
    func `a file without comments or cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, YtDlpReader.self) }
    }

    @Test func `formats larger than the record limit are passed over`() throws {
        let formats = #"[{"format_id":"1","url":""# + String(repeating: "u", count: 5_000_000) + #""}]"#
        let json = #"{"id":"1","title":"t","formats":"# + formats + #","comments":[{"id":"2","text":"da"}]}"#
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(json.utf8))).format == "ytdlp")
        #expect(try Reading(json, YtDlpReader.self).messages.map(\.text) == ["da"])
    }
}
