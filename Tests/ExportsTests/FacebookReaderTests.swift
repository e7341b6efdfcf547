import Testing

@testable import Exports

@Suite struct FacebookReaderTests {
    @Test func `all fields of a post are taken over`() throws {
        let reading = try Reading(fixture: "facebook-feed-nested-comments.json")
        let message = try #require(reading.messages.first)
        #expect(message.channel == ExportedChannel(platform: "facebook", key: "4400", name: "4400"))
        #expect(message.id == "4400_7001")
        #expect(message.account == ExportedAccount(id: "4400", name: "Freibad Süd", isOwner: true))
        #expect(message.time.milliseconds == 1_717_228_800_000)
        #expect(message.attachments == ["Plakat"])
        #expect(message.likes == 12)
        #expect(message.shares == 4)
        #expect(reading.owners.map(\.id) == ["4400"])
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `comments and replies stand under what they answer, in the post's thread`() throws {
        let messages = try Reading(fixture: "facebook-feed-nested-comments.json").messages
        #expect(messages.map(\.id) == ["4400_7001", "7001_81", "7001_82", "7001_83"])
        #expect(messages.map(\.parent) == [nil, "4400_7001", "7001_81", "4400_7001"])
        #expect(messages.allSatisfy { $0.thread?.id == "7001" && $0.channel.key == "4400" })
        #expect(messages[1].time.milliseconds == 1_717_228_800_000)
        #expect(messages[2].account?.isOwner == true)
        #expect(messages.map(\.status) == [nil, .published, nil, .hidden])
        #expect(messages.map(\.isPrivate) == [false, false, false, true])
        #expect(messages[2].place.description == "data[0].comments[0].comments[0]")
    }

    @Test func `what permissions hide is noted, and an id is taken from the address`() throws {
        let reading = try Reading(fixture: "facebook-pages-restricted-damaged.json")
        #expect(reading.messages.map(\.id) == ["7001_85", nil, "7001_86"])
        #expect(reading.messages.map(\.parent) == ["7001_81", nil, nil])
        #expect(reading.notes.dropFirst().map { $0.prefix(1) } == ["3", "1"])
        #expect(reading.messages[2].thread?.id == "7001")
    }

    @Test func `damaged objects are passed over with their place`() throws {
        let reading = try Reading(fixture: "facebook-pages-restricted-damaged.json")
        #expect(reading.skipped.map(\.place) == ["data[1]", "data[2]", "data[3]"])
        #expect(reading.repaired.map(\.reason) == ["lone surrogates became U+FFFD, time unknown, no usable id"])
        #expect(reading.messages[1].permalink == nil)
    }

    @Test(arguments: [#"{"data":[{"id":"1"}"#, #"{"data":[}"#, "3", #"{"data":[]} x"#])
    func `a page that is none or is cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, FacebookReader.self) }
    }

    @Test func `nesting to the limit is read without recursion`() throws {
        var json = #"{"id":"1","message":"x"}"#
        for _ in 0..<20 { json = #"{"id":"1","message":"x","comments":{"data":["# + json + "]}}" }
        #expect(try Reading(#"{"data":["# + json + "]}", FacebookReader.self).messages.count == 21)
    }
}
