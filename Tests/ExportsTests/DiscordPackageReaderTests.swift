import Foundation
import Testing

@testable import Exports

@Suite struct DiscordPackageReaderTests {
    private static let files = [
        (
            "Account/user.json",
            #"{"id":"300","username":"mira","discriminator":"0","global_name":"Mira","email":"m@e.org"}"#
        ),
        ("Messages/index.json", #"{"111":"general in Garten in Hof","222":"Direct Message with jonas#0","333":null}"#),
        (
            "Messages/c111/channel.json",
            #"{"id":"111","type":"GUILD_TEXT","name":"general","guild":{"id":"77","name":"Garten in Hof"}}"#
        ),
        (
            "Messages/c111/messages.json",
            #"""
            [{"ID":900100200300400501,"Timestamp":"2026-01-05 12:00:00","Contents":"hallo",
              "Attachments":"https://cdn.example.org/a/b/pic.png?ex=1&hm=2 https://cdn.example.org/a/b/two.png"},
             {"ID":},
             {"ID":"900100200300400502","Timestamp":"2026-01-05 12:01:00.123000+00:00","Contents":"\u001b[2J","Attachments":""}]
            """#
        ),
        ("Messages/222/messages.json", #"[{"ID":"800100200300400500","Timestamp":"?","Contents":"privat"}]"#),
        ("Messages/c333/messages.json", #"[{"ID":"x","Timestamp":"","Contents":"ohne"},{"ID":"","Contents":""}]"#),
    ]

    private let tree = MemoryTree(texts: Self.files)

    @Test func `what the owner wrote is taken over with the ids of Discord`() throws {
        let reading = try Reading(tree, DiscordPackageReader.self)
        let messages = reading.messages
        #expect(messages.map(\.id) == ["900100200300400501", "900100200300400502", "800100200300400500", nil])
        #expect(messages.map(\.channel.key) == ["111", "111", "222", "333"])
        #expect(messages[0].channel.name == "Garten in Hof / general")
        #expect(messages[0].attachments == ["pic.png", "two.png"])
        #expect(messages[0].time.milliseconds == 1_767_614_400_000)
        #expect(messages[0].time.zoneIsKnown)
        #expect(messages[0].permalink == "https://discord.com/channels/77/111/900100200300400501")
        #expect(messages[0].account == ExportedAccount(id: "300", handle: "mira", name: "Mira"))
        #expect(messages[2].isPrivate && messages[2].channel.grouping == .byTime)
        #expect(messages[2].permalink == "https://discord.com/channels/@me/222/800100200300400500")
        #expect(reading.owners.count == 3)
        #expect(
            reading.skipped.map(\.place) == [
                "Messages/c111/messages.json: messages[1]", "Messages/c333/messages.json: messages[1]",
            ])
        #expect(reading.repaired.map(\.reason) == ["time taken from the id", "time unknown, no usable id"])
    }

    @Test func `the same channel and message as in an export of DiscordChatExporter`() throws {
        let other = try Reading(
            #"""
            {"guild":{"id":"77","name":"Garten in Hof"},"channel":{"id":"111","type":"GuildTextChat","name":"general"},
            "messages":[{"id":"900100200300400501","timestamp":"2026-01-05T12:00:00+00:00","content":"hallo",
            "author":{"id":"300","name":"mira","discriminator":"0000","nickname":"Mira"}}]}
            """#, DiscordReader.self
        ).messages[0]
        let message = try Reading(tree, DiscordPackageReader.self).messages[0]
        #expect(message.channel == other.channel)
        #expect(message.id == other.id)
        #expect(message.account == other.account)
        #expect(message.time.milliseconds == other.time.milliseconds)
        #expect(message.permalink == other.permalink)
    }

    @Test func `the table of older packages gives the same`() throws {
        let files = [
            ("package/messages/index.json", #"{"111":"hof"}"#),
            (
                "package/messages/111/messages.csv",
                "ID,Timestamp,Contents,Attachments\r\n"
                    + "600100200300400500,2020-05-01 10:00:00,\"zwei\nZeilen\",https://x.example/y/z.jpg\r\n"
                    + ",,,\r\n600100200300400501,2020-05-01 10:00:01,\"offen"
            ),
        ]
        let reading = try Reading(MemoryTree(texts: files), DiscordPackageReader.self)
        #expect(reading.messages.map(\.text) == ["zwei\nZeilen"])
        #expect(reading.messages[0].attachments == ["z.jpg"])
        #expect(reading.messages[0].account == nil)
        #expect(reading.messages[0].channel.name == "hof")
        #expect(
            reading.skipped.map(\.reason) == [
                "no id and no content", "a quote opens here and is never closed at line 5",
            ])
        #expect(reading.notes.count == 2)
    }

    @Test func `a cut file of one channel costs no other`() throws {
        let cut = try tree.replacing("Messages/c111/messages.json") { Array($0.dropLast(40)) }
        let reading = try Reading(cut, DiscordPackageReader.self)
        #expect(reading.messages.map(\.channel.key) == ["111", "222", "333"])
        #expect(reading.skipped.contains { $0.reason.hasPrefix("cut short") })
    }

    @Test func `a damaged account or index costs names and no messages`() throws {
        let damaged = try tree.replacing("Account/user.json") { _ in Array("{".utf8) }
            .replacing("Messages/index.json") { _ in Array("[]".utf8) }
        let reading = try Reading(damaged, DiscordPackageReader.self)
        #expect(reading.messages.count == 4)
        #expect(reading.messages.allSatisfy { $0.account == nil })
    }

    @Test(
        arguments: [
            ("messages/c1/messages.json", DetectionConfidence.certain), ("a/b/Messages/1/messages.csv", .certain),
            ("messages/cx/messages.json", .no), ("messages/c1/other.json", .no), ("c1/messages.json", .no),
        ])
    func `packages are known by their folders`(_ path: String, _ confidence: DetectionConfidence) {
        #expect(DiscordPackageReader.detect(MemoryTree(texts: [(path, "[]")])) == confidence)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: chatSamples)),
        arguments: [("discord_data_package/sys_dev", 3), ("discord_data_package/sys_csv_dev", 1)])
    func `samples give the counts of their list`(_ name: String, _ count: Int) throws {
        let tree = try #require(MemoryTree(folder: "\(chatSamples)/\(name)"))
        #expect(DiscordPackageReader.detect(tree) == .certain)
        let reading = try Reading(tree, DiscordPackageReader.self)
        #expect(reading.messages.count == count)
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }
}

let chatSamples = "/work/shared/samples/chat"
