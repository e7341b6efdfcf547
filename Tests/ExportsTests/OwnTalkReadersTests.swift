import Testing

@testable import Exports

@Suite struct DiscourseArchiveReaderTests {
    @Test func `posts have their topic, their place in it and their forum`() throws {
        let reading = try Reading(
            fixture: "discourse-archive-private-relative-hostile.csv",
            options: ExportOptions(mapping: ["owner": "jule"], stem: "user_archive"))
        let messages = reading.messages
        #expect(messages.map(\.id) == ["12/1", "12/7", "40/2", nil])
        #expect(messages.map(\.thread?.id) == ["12", "12", "40", "99"])
        #expect(
            messages.map(\.channel.key) == [
                "forum.hafen.example", "forum.hafen.example", "user_archive", "forum.hafen.example",
            ])
        #expect(messages[0].text == "Wer **hilft**\nbeim Aufbau?")
        #expect(messages[0].markup == "<p>Wer <strong>hilft</strong><br>beim Aufbau?</p>")
        #expect(messages[0].likes == 3)
        #expect(messages[0].permalink == "https://forum.hafen.example/t/-/12/1")
        #expect(messages[0].account?.name == "jule")
        #expect(messages[0].time.milliseconds == 1_777_622_400_000)
        #expect(messages.map(\.isPrivate) == [false, false, true, false])
        #expect(messages[2].permalink == nil)
        #expect(reading.repaired.count == 1)
        #expect(reading.skipped.map(\.place) == ["line 7"])
    }

    @Test func `the older header is known too`() throws {
        let message = try #require(try Reading(fixture: "discourse-archive-old-header.csv").messages.first)
        #expect(message.text == "Der Mast ist \"neu\"")
        #expect(message.id == "3/2")
        #expect(message.channel.key == "werft.example")
        #expect(message.permalink == "https://werft.example/forum/t/-/3/2")
    }

    @Test(
        arguments: [
            ("/t/5/2", "5/2"), ("/t/slug/5/2", "5/2"), ("/t/2026/5/2", "5/2"), ("/t/slug/5?u=x", nil), ("/t/slug", nil),
            ("https://a.example/t/-/5/2#x", "5/2"), ("javascript:/t/a b/5/2", nil), ("/u/slug/5/2", nil),
        ] as [(String, String?)])
    func `an address names topic and post`(_ url: String, _ id: String?) {
        #expect(DiscoursePostAddress(url)?.id == id)
    }
}

@Suite struct LinkedInMessagesReaderTests {
    @Test func `conversations are channels, and profiles tell people apart`() throws {
        let reading = try Reading(fixture: "linkedin-messages-markup-subject.csv")
        let messages = reading.messages
        #expect(messages.map(\.channel.key) == ["dm:2-AAAA==", "dm:2-AAAA==", "dm:2-BBBB=="])
        #expect(messages.map(\.account?.id) == ["jule-kahn", "ole-steg", nil])
        #expect(
            messages.map(\.text) == [
                "Moin, wann ist\ndie Probe?", "Um acht", "Stelle als Bootsbauer\n\nGuten Tag & moin",
            ])
        #expect(messages[1].attachments == ["https://files.example/plan.pdf"])
        #expect(messages[2].markup == "<p>Guten Tag &amp; <b>moin</b></p>")
        #expect(messages[0].time.milliseconds == 1_772_359_200_000)
        #expect(messages.allSatisfy { $0.isPrivate && $0.id == nil && $0.time.zoneIsKnown })
        #expect(messages[2].channel.name == "Werft AG")
        #expect(reading.skipped.map(\.place) == ["line 6"])
    }

    @Test func `columns may be missing, and a strange address names nobody`() throws {
        let reading = try Reading(fixture: "linkedin-messages-few-columns.csv")
        #expect(reading.messages.map(\.account) == [ExportedAccount(id: nil, name: "LinkedIn Member")])
        #expect(reading.messages.first?.time.milliseconds == nil)
        #expect(reading.repaired.map(\.reason) == ["time unknown"])
    }
}

@Suite struct RedditGDPRMessagesReaderTests {
    @Test func `letters have the ids of the API and answer the first of their thread`() throws {
        let reading = try Reading(fixture: "reddit-gdpr-messages-thread.csv")
        let messages = reading.messages
        #expect(messages.map(\.id) == ["t4_aa1", "t4_aa2", "t4_aa3"])
        #expect(messages.map(\.parent) == [nil, "t4_aa1", nil])
        #expect(messages.map(\.account?.id) == ["jule_r", "mod_kai", nil])
        #expect(messages.map(\.text) == ["Warum bin ich\ngesperrt?", "Ein Versehen", "Hallo"])
        #expect(messages.allSatisfy { $0.isPrivate && $0.channel.key == "private messages" && $0.personal.isEmpty })
        #expect(messages[0].time.milliseconds == 1_769_940_000_000)
        #expect(reading.repaired.map(\.reason) == ["time unknown"])
        let kept = try Reading(
            fixture: "reddit-gdpr-messages-thread.csv", options: ExportOptions(keepsPersonal: true))
        #expect(kept.messages.first?.personal == [PersonalDetail(.ip, "192.0.2.9")].compactMap(\.self))
    }

    @Test func `chats are told apart by their address`() throws {
        let messages = try Reading(fixture: "reddit-gdpr-chat-edited-parent.csv").messages
        #expect(messages.map(\.id) == ["chat:$m1", "chat:$m2", "chat:$m3"])
        #expect(messages.map(\.parent) == [nil, "chat:$m1", nil])
        #expect(messages.map(\.channel.name) == ["Reddit chat", "Reddit chat", "r/Radtreff Treffen"])
        #expect(Set(messages.map(\.channel.key)).count == 2)
        #expect(messages[0].editedAt == nil)
        #expect(messages[1].editedAt == 1_770_106_140_000)
    }
}

private let ownTalk: [(fixture: String, reader: any ExportReader.Type)] = [
    ("discourse-archive-private-relative-hostile.csv", DiscourseArchiveReader.self),
    ("discourse-archive-old-header.csv", DiscourseArchiveReader.self),
    ("linkedin-messages-markup-subject.csv", LinkedInMessagesReader.self),
    ("linkedin-messages-few-columns.csv", LinkedInMessagesReader.self),
    ("reddit-gdpr-messages-thread.csv", RedditGDPRMessagesReader.self),
    ("reddit-gdpr-chat-edited-parent.csv", RedditGDPRMessagesReader.self),
]

@Suite struct OwnTalkTests {
    @Test(arguments: ownTalk.indices)
    func `each is known by its content, reads the same in single bytes, and survives damage`(_ index: Int) throws {
        let (fixture, reader) = ownTalk[index]
        let bytes = try exportFixture(fixture)
        #expect(try ExportFormats.detect(ByteSource(bytes: bytes)).format == reader.format)
        #expect(try exportEvents(bytes, reader, chunkSize: 1) == exportEvents(bytes, reader))
        try expectNoCrash(bytes, reader, atMost: 8)
    }
}
