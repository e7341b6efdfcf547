import Testing

@testable import Exports

@Suite struct DiscordReaderTests {
    @Test func `all fields of a message are taken over`() throws {
        let reading = try Reading(fixture: "discord-reply-forward-embed-system.json")
        let message = try #require(reading.messages.first)
        #expect(
            message.channel
                == ExportedChannel(
                    platform: "discord", key: "810000000000000002", name: "Fahrradfreunde / werkstatt"))
        #expect(message.id == "1230000000000000001")
        #expect(
            message.account == ExportedAccount(id: "710000000000000001", handle: "jule#0042", name: "Jule Brandt"))
        #expect(message.time.milliseconds == 1_714_550_400_250)
        #expect(message.editedAt == 1_714_550_700_000)
        #expect(message.text == "Wer hat einen Kettennieter? 🚲")
        #expect(message.attachments == ["SPOILER_kette.jpg", "plan.pdf"])
        #expect(message.likes == 7)
        #expect(
            message.permalink
                == "https://discord.com/channels/810000000000000001/810000000000000002/1230000000000000001")
        #expect(reading.exportedAt == 1_714_629_600_500)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `replies have a parent and forwards have none`() throws {
        let messages = try Reading(fixture: "discord-reply-forward-embed-system.json").messages
        #expect(messages.map(\.parent) == [nil, "1230000000000000001", nil, nil, nil])
        #expect(messages[3].text == "weitergeleitet")
        #expect(messages[3].attachments == ["fremd.png"])
    }

    @Test func `a bot's embeds are its text and notices are of the system`() throws {
        let messages = try Reading(fixture: "discord-reply-forward-embed-system.json").messages
        #expect(messages[2].text == "Wetter\nRegen\nWind: 5")
        #expect(messages[2].account?.isBot == true)
        #expect(messages.map(\.kind) == [.message, .message, .message, .message, .system])
    }

    @Test func `direct chats group by time, and a missing time comes from the id or is unknown`() throws {
        let reading = try Reading(fixture: "discord-direct-chat-time-missing.json")
        #expect(reading.messages.allSatisfy { $0.channel.grouping == .byTime && $0.isPrivate })
        #expect(reading.messages[0].permalink?.hasPrefix("https://discord.com/channels/@me/") == true)
        #expect(reading.messages[0].time.milliseconds == 1_713_325_252_294)
        #expect(reading.messages[1].time == ExportedTime(milliseconds: nil, written: "soon", zoneIsKnown: false))
        #expect(
            reading.repaired.map(\.reason) == [
                "time taken from the id", "time unknown, no usable author", "the export says 3 messages, 2 are there",
            ])
        #expect(reading.notes.contains("the export says 3 messages, 2 are there"))
    }

    @Test(
        arguments: [
            ("Default", .message), ("Reply", .message), ("20", .message), ("7", .system), ("ThreadCreated", .system),
            ("\u{1B}c", .message), ("", .message),
        ] as [(String, ExportedMessage.Kind)])
    func `types are sorted into kinds`(_ type: String, _ kind: ExportedMessage.Kind) {
        #expect(DiscordMessageType(type).kind == kind)
    }

    @Test func `ids that are no numbers never become an address`() throws {
        let json = #"{"guild":{"id":"../x"},"channel":{"id":"1"},"messages":[{"id":"2","content":"x"}]}"#
        #expect(try Reading(json, DiscordReader.self).messages.map(\.permalink) == [nil])
    }
}
