import Testing

@testable import Exports

@Suite struct DiscourseReaderTests {
    private static let topic = "discourse-topic-title-last-whisper-gap.json"

    @Test func `a post's number becomes the id of what it answers`() throws {
        let reading = try Reading(fixture: Self.topic)
        #expect(reading.messages.map(\.id) == ["901", "905", "906", "907", "908", "910"])
        #expect(reading.messages.map(\.parent) == [nil, "901", nil, nil, "905", nil])
        #expect(reading.repaired.map(\.place) == ["post_stream.posts[5]"])
        #expect(reading.repaired.map(\.reason) == ["what it answers is not in the file"])
        #expect(Set(reading.messages.compactMap(\.thread)) == [ExportedThread(id: "77", title: "Kran defekt & laut")])
    }

    @Test func `what a post is and how it is shown is kept`() throws {
        let messages = try Reading(fixture: Self.topic).messages
        #expect(messages.map(\.status) == [.published, .published, .published, .published, .hidden, .deleted])
        #expect(messages.map(\.kind) == [.message, .message, .message, .system, .message, .message])
        #expect(messages.map(\.isPrivate) == [false, false, true, false, false, false])
        #expect(messages.map(\.likes) == [3, 0, 0, 0, 0, 0])
        #expect(messages[3].text == "closed.enabled" && messages[3].account?.isBot == true)
        #expect(messages[2].account?.isOwner == true && messages[1].account?.isOwner == false)
        #expect(messages[0].editedAt == 1_709_370_000_000 && messages[1].editedAt == nil)
        #expect(messages[0].time.milliseconds == 1_709_280_060_500)
        #expect(messages[0].account == ExportedAccount(id: "5", handle: "mara", name: "Mara Lind"))
    }

    @Test func `emoji are words, faces go, and files lose what opens them`() throws {
        let messages = try Reading(fixture: Self.topic).messages
        #expect(messages[0].text.hasPrefix("Der Kran :crane: steht."))
        #expect(messages[0].attachments == ["abc.pdf"])
        #expect(messages[1].text == "mara:\n\nDer Kran steht.\n\nSeit wann <genau>?")
    }

    @Test func `posts on further pages are reported`() throws {
        let reading = try Reading(fixture: Self.topic)
        #expect(
            reading.notes.contains("The topic has 8 posts, 6 are in this file; the others are on further pages."))
    }

    @Test func `a bad post costs itself only, and a private topic is private`() throws {
        let reading = try Reading(fixture: "discourse-private-page-damaged.json")
        #expect(reading.messages.map(\.id) == ["1", "3"])
        #expect(reading.messages.allSatisfy { $0.isPrivate })
        #expect(reading.skipped.map(\.place) == (1...3).map { "post_stream.posts[\($0)]" })
        #expect(reading.messages[1].time == ExportedTime(milliseconds: nil, written: "gestern", zoneIsKnown: false))
        #expect(reading.messages[1].account == nil && reading.messages[0].account != nil)
    }

    @Test func `the forum's address makes links, and all topics one channel`() throws {
        let options = ExportOptions(channel: "https://forum.example/")
        let messages = try Reading(fixture: Self.topic, options: options).messages
        #expect(messages[1].permalink == "https://forum.example/t/kran-defekt/77/2")
        #expect(Set(messages.map(\.channel.key)) == ["https://forum.example/"])
        let unnamed = try Reading(fixture: Self.topic).messages
        #expect(unnamed[1].permalink == nil && unnamed[1].channel.key == "topic 77 kran-defekt")
    }

    @Test func `one post alone is read`() throws {
        let post = #"{"id":8,"post_number":3,"topic_id":77,"topic_slug":"s","cooked":"<p>ja</p>","username":"ole"}"#
        let reading = try Reading(ByteSource(bytes: Array(post.utf8)))
        #expect(reading.messages.map(\.text) == ["ja"] && reading.messages[0].thread?.id == "77")
    }
}
