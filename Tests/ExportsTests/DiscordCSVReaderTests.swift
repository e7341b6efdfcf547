import Testing

@testable import Exports

@Suite struct DiscordCSVReaderTests {
    @Test func `a row is a message without an id`() throws {
        let reading = try Reading(
            fixture: "discord-csv-us-dates-damaged-hostile.csv",
            options: ExportOptions(stem: "Fahrradfreunde - Text - werkstatt [810000000000000002]"))
        let message = try #require(reading.messages.first)
        #expect(
            message.channel
                == ExportedChannel(
                    platform: "discord", key: "810000000000000002", name: "Fahrradfreunde / werkstatt",
                    grouping: .byTime))
        #expect(message.id == nil)
        #expect(message.account == ExportedAccount(id: "710000000000000001", handle: "jule#0042", name: "jule"))
        #expect(message.text == "Wer hat \"Zeit\"?\nAm Samstag")
        #expect(
            message.time
                == ExportedTime(
                    milliseconds: exportedTime("2023-10-06T00:37:00Z", in: nil)?.milliseconds,
                    written: "10/6/2023 12:37 AM",
                    zoneIsKnown: false))
        #expect(message.attachments == ["kette.jpg", "plan.pdf"])
        #expect(message.likes == 4)
        #expect(reading.messages.map(\.account?.name) == ["jule", "oskar", "Deleted User"])
        #expect(reading.messages[2].text == "\u{1B}[31m\u{202E}rot\u{2400}")
        #expect(reading.skipped.map(\.place) == ["line 5"])
        #expect(reading.repaired.map(\.place) == ["line 6"])
    }

    @Test func `names of months and ISO times need no order`() throws {
        let messages = try Reading(fixture: "discord-csv-month-names-iso.csv").messages
        #expect(messages[0].time.milliseconds == exportedTime("2020-01-01T01:33:00Z", in: nil)?.milliseconds)
        #expect(messages[0].account?.handle == "jule")
        #expect(messages[1].time.milliseconds == exportedTime("2023-09-23T10:15:48.379Z", in: nil)?.milliseconds)
        #expect(messages[1].time.zoneIsKnown)
        #expect(messages[1].attachments == ["bild 1.png", "b.png"])
        #expect(messages[1].likes == nil)
    }

    @Test func `dates that fit two orders are asked for`() throws {
        let table =
            "AuthorID,Author,Date,Content,Attachments,Reactions\n1,a,3/4/2023 10:00,x,,\n1,a,4/5/2023 10:00,y,,\n"
        #expect(throws: ExportError.self) { try Reading(table, DiscordCSVReader.self) }
        let reading = try Reading(table, DiscordCSVReader.self, options: ExportOptions(mapping: ["dates": "dmy"]))
        #expect(reading.messages[0].time.milliseconds == exportedTime("2023-04-03T10:00:00Z", in: nil)?.milliseconds)
    }

    @Test(
        arguments: [
            ("Guild - Cat - chan [123] [part 2]", "123", "Guild / chan"), ("chan", "chan", "chan"),
            ("Guild - chan [x]", "Guild - chan [x]", "Guild / chan [x]"), ("[12]", "12", ""),
        ])
    func `the file's name is that of the channel`(_ stem: String, _ key: String, _ name: String) {
        let channel = DiscordFileName(stem).channel(named: nil)
        #expect(channel.key == key)
        #expect(channel.name == name)
    }
}
