import Testing

@testable import Exports

@Suite struct MessengerReaderTests {
    @Test func `messages come oldest first, with letters repaired, in the chat of the folder`() throws {
        let reading = try Reading(fixture: "messenger-spoiled-letters-newest-first.json")
        #expect(
            reading.messages.map(\.time.milliseconds) == [
                1_717_243_200_000, 1_717_243_200_400, 1_717_243_200_500, 1_717_243_300_000, 1_717_243_400_000,
                1_717_243_500_000,
            ])
        let channel = ExportedChannel(
            platform: "messenger", key: "jorgmueller_1a2b3c", name: "Jörg Müller", grouping: .byTime)
        #expect(reading.messages.allSatisfy { $0.channel == channel && $0.isPrivate && $0.id == nil })
        #expect(reading.messages[5].text == "Bis später 🚤")
        #expect(reading.messages[5].likes == 1)
        #expect(reading.messages[4].account == ExportedAccount(id: nil, name: "Jörg Müller"))
        #expect(reading.messages[0].place.description == "messages[5]")
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `files are names, links have no keys, addresses are left out`() throws {
        let messages = try Reading(fixture: "messenger-spoiled-letters-newest-first.json").messages
        #expect(messages[3].attachments == ["1.jpg", "2.png"])
        #expect(messages[4].attachments == ["https://werft.example/a"])
        #expect(messages[4].text == "Link")
        #expect(!messages.contains { "\($0)".contains("192.0.2.7") || "\($0)".contains("geheim") })
    }

    @Test func `calls and joins are notices, what was unsent is deleted`() throws {
        let messages = try Reading(fixture: "messenger-spoiled-letters-newest-first.json").messages
        #expect(messages.map(\.kind) == [.system, .system, .message, .message, .message, .message])
        #expect(messages[1].text == "call: 12 s")
        #expect(messages[2].status == .deleted)
    }

    @Test func `damage costs its record only`() throws {
        let reading = try Reading(fixture: "messenger-damaged-hostile.json")
        #expect(reading.skipped.map(\.place) == ["messages[1]", "messages[2]", "messages[3]"])
        #expect(
            reading.messages.map(\.text) == ["eins \u{1B}[31m \u{202E} \u{2400}", "ohne Namen", "ohne Zeit", "gut"])
        #expect(reading.messages[1].account == nil)
        #expect(reading.messages[2].time == ExportedTime(milliseconds: nil, written: "bald", zoneIsKnown: false))
        #expect(reading.messages[0].channel.key == "A")
        #expect(reading.repaired.count == 3)
    }

    @Test func `a file beyond what can be held keeps one channel`() throws {
        let records = (0..<13_000).map {
            #"{"sender_name":"A","timestamp_ms":\#(1_717_243_200_000 + $0),"content":"x"}"#
        }
        let text = #"{"participants":[{"name":"A"},{"name":"B"}],"messages":["#
        let end = #"],"title":"T","thread_path":"inbox/t_1"}"#
        let reading = try Reading(text + records.joined(separator: ",") + end, MessengerReader.self)
        #expect(reading.messages.count == 13_000)
        #expect(Set(reading.messages.map(\.channel.key)) == ["A, B"])
        #expect(reading.notes.count == 2)
    }

    @Test func `encrypted chats have other names for the same`() throws {
        let text = """
            {"participants":["Jörg","Ada"],"threadName":"Jörg_7","messages":[
            {"isUnsent":false,"media":[{"uri":"./media/a.jpg"}],"reactions":[{"actor":"Ada","reaction":"x"}],
            "senderName":"Jörg","text":"schön","timestamp":1717243200000,"type":"text"},
            {"isUnsent":true,"senderName":"Ada","text":"","timestamp":1717243201000,"type":"text"}]}
            """
        #expect(MessengerReader.detect(Array(text.utf8)[...]) == .certain)
        let messages = try Reading(text, MessengerReader.self).messages
        #expect(messages.map(\.text) == ["schön", ""])
        #expect(messages[0].channel.key == "Jörg_7")
        #expect(messages[0].attachments == ["a.jpg"])
        #expect(messages[0].likes == 1)
        #expect(messages[0].time.milliseconds == 1_717_243_200_000)
        #expect(messages[1].status == .deleted)
    }

    @Test func `a cut file is refused`() throws {
        let bytes = try exportFixture("messenger-spoiled-letters-newest-first.json")
        #expect(throws: ExportError.truncated(place: "byte 900")) {
            try Reading(bytes: Array(bytes[..<900]), MessengerReader.self)
        }
    }
}
