import Testing

@testable import Exports

@Suite struct TelegramReaderTests {
    private let name = "telegram-links-service-local-time.json"

    @Test func `the real address of a link is shown`() throws {
        let message = try Reading(fixture: name).messages[1]
        #expect(message.text == "Siehe https://bank.example (http://falle.example) https://a.example\u{B}!")
        #expect(message.likes == 2)
        #expect(message.editedAt == 1_685_602_900_000)
        #expect(message.account == ExportedAccount(id: "user501", name: "Mia Sommer"))
        #expect(message.channel == ExportedChannel(platform: "telegram", key: "4400000001", name: "Gartenverein"))
    }

    @Test func `service messages are readable notices of the system`() throws {
        let messages = try Reading(fixture: name).messages
        #expect(messages[0].text == "invite members: Piet")
        #expect(messages.map(\.kind) == [.system, .message, .message, .message, .system, .message])
    }

    @Test func `UTC is preferred, and local times have an unknown zone unless one is named`() throws {
        let unknown = try Reading(fixture: name)
        #expect(unknown.messages[0].time.milliseconds == 1_685_602_800_000)
        #expect(unknown.messages[2].time.zoneIsKnown == false)
        #expect(unknown.messages[4].time == .unknown)
        #expect(unknown.notes.count == 2)
        let berlin = try Reading(fixture: name, options: ExportOptions(zone: "Europe/Berlin"))
        #expect(berlin.messages[2].time.milliseconds == 1_559_372_520_000)
        #expect(berlin.messages[2].time.zoneIsKnown)
        #expect(berlin.notes.count == 1)
    }

    @Test func `parents are of the same chat only`() throws {
        #expect(try Reading(fixture: name).messages.map(\.parent) == [nil, nil, "2", nil, nil, nil])
    }

    @Test func `who writes as the chat itself is its owner`() throws {
        let reading = try Reading(fixture: name)
        #expect(reading.owners.map(\.id) == ["channel4400000001"])
        #expect(reading.messages.map { $0.account?.isOwner ?? false } == [false, false, false, true, false, false])
        #expect(reading.messages[2].account == ExportedAccount(id: "user502", name: ""))
    }

    @Test func `files are names, and a poll is a text`() throws {
        let messages = try Reading(fixture: name).messages
        #expect(messages[2].attachments == ["photo"])
        #expect(messages[3].attachments == ["plan (1).pdf"])
        #expect(messages[5].text == "Wann?\n- Mo\n- Di")
    }

    @Test func `an account's chats are told apart by their ids`() throws {
        let reading = try Reading(fixture: "telegram-account-with-two-chats.json")
        #expect(reading.messages.map(\.channel.key) == ["1", "2", "3"])
        #expect(reading.messages.map(\.channel.name) == ["Piet", "chat 2", "Alt"])
        #expect(reading.messages.map(\.channel.grouping) == [.byTime, .byTime, .byReply])
        #expect(reading.skipped.map(\.place) == ["chats.list[1].messages[1]"])
    }
}
