import Testing

@testable import Exports

@Suite struct YouTubeReaderTests {
    @Test func `all fields of a comment are taken over`() throws {
        let reading = try Reading(fixture: "youtube-threads-moderation-owner.json")
        let message = try #require(reading.messages.first)
        #expect(message.channel == ExportedChannel(platform: "youtube", key: "vid-0_1", name: "vid-0_1"))
        #expect(message.id == "UgA1")
        #expect(message.parent == nil)
        #expect(message.account == ExportedAccount(id: "UCmara", handle: "mara.holz", name: "@mara.holz"))
        #expect(message.time.milliseconds == 1_709_287_200_000)
        #expect(message.editedAt == 1_709_290_800_000)
        #expect(message.text == "Tolle *Säge* & mehr\nDanke!")
        #expect(message.markup == "Tolle <b>Säge</b> &amp; mehr<br>Danke!")
        #expect(message.isPrivate)
        #expect(message.likes == 3)
        #expect(message.permalink == "https://www.youtube.com/watch?v=vid-0_1&lc=UgA1")
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `a reply has its parent, and the channel's own account is the owner's`() throws {
        let reading = try Reading(fixture: "youtube-threads-moderation-owner.json")
        #expect(reading.messages.map(\.parent) == [nil, "UgA1", nil])
        #expect(reading.messages.map { $0.account?.isOwner } == [false, true, false])
        #expect(reading.owners.map(\.id) == ["UCwerkbank"])
        #expect(reading.messages[1].editedAt == nil)
        #expect(reading.messages[1].markup == nil)
        #expect(reading.messages[1].place.description == "items[0].replies[0]")
    }

    @Test func `HTML alone becomes text, and replies that are missing are noted`() throws {
        let reading = try Reading(fixture: "youtube-threads-moderation-owner.json")
        #expect(reading.messages[2].text == "nur hier (https://kauf.example/)")
        #expect(reading.messages[2].channel.key == "vid-0_1")
        #expect(reading.notes.last?.hasPrefix("2 replies in 1 threads are missing") == true)
    }

    @Test func `moderation states become states`() throws {
        let threads = try Reading(fixture: "youtube-threads-moderation-owner.json").messages
        #expect(threads.map(\.status) == [.pending, .published, .spam])
        let pages = try Reading(fixture: "youtube-comment-pages-damaged.json").messages
        #expect(pages.map(\.status) == [.hidden, nil, nil])
    }

    @Test func `damaged comments are passed over with their place, and all pages are read`() throws {
        let reading = try Reading(fixture: "youtube-comment-pages-damaged.json", options: ExportOptions(stem: "seite"))
        #expect(reading.messages.map(\.id) == ["UgC3.r9", "UgC3.r11?", "UgC3.r12"])
        #expect(reading.messages.map(\.channel.key) == ["seite", "v", "seite"])
        #expect(reading.messages[0].parent == "UgC3")
        #expect(reading.messages[0].account == nil)
        #expect(reading.messages[1].permalink == nil)
        #expect(reading.skipped.map(\.place) == ["items[1]", "items[2]", "items[3]"])
        #expect(reading.skipped.map(\.reason) == ["a number", "no id and no text", "not JSON"])
        #expect(reading.repaired.map(\.reason) == ["time unknown", "lone surrogates became U+FFFD"])
        #expect(reading.messages[2].place.description == "pages[2].items[0]")
    }

    @Test func `single comments one a line are read`() throws {
        let line = #"{"kind":"youtube#comment","id":"a","snippet":{"textOriginal":"x"}}"# + "\n"
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(line.utf8))).format == "youtube")
        #expect(try Reading(line + line, YouTubeReader.self).messages.map(\.id) == ["a", "a"])
    }

    @Test(arguments: [#"{"items":3}"#, "[1]", #"{"kind":"x","items":[}"#, #"{"items":[{"id":"1"}"#, "{} x"])
    func `a list that is no list or is cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, YouTubeReader.self) }
    }
}
