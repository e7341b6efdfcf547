import Testing

@testable import Exports

@Suite struct InstagramDYIReaderTests {
    @Test func `keys in any language give comment, owner and time`() throws {
        let reading = try Reading(fixture: "instagram-dyi-reels-dutch.json")
        #expect(
            reading.messages.map(\.text) == ["ok", "Olá 😀", "\u{1B}]0;x\u{07} kein Name \u{202E}", ""])
        #expect(reading.messages.map(\.thread?.title) == ["de_lange_naam.van_de_eigenaar", "rio", "nama", nil])
        #expect(
            reading.messages.map(\.time.milliseconds) == [1_717_228_800_000, 1_717_228_801_000, nil, 1_717_228_802_000])
        #expect(reading.messages[3].attachments == ["a.gif"])
        #expect(reading.messages.allSatisfy { $0.id == nil && $0.account == nil && $0.channel.platform == "instagram" })
        #expect(reading.skipped.map(\.place) == ["comments_reels_comments[3]", "comments_reels_comments[4]"])
        #expect(reading.repaired.map(\.reason) == ["time unknown"])
    }

    @Test func `an old time has no zone unless one is named`() throws {
        let message = try #require(try Reading(fixture: "instagram-dyi-bare-old-time.json").messages.first)
        #expect(message.text == "Schön!")
        #expect(message.time.milliseconds == 1_492_616_100_000 && !message.time.zoneIsKnown)
        let berlin = try Reading(
            fixture: "instagram-dyi-bare-old-time.json", options: ExportOptions(zone: "Europe/Berlin"))
        #expect(berlin.messages[0].time.milliseconds == 1_492_608_900_000 && berlin.messages[0].time.zoneIsKnown)
    }

    @Test(
        arguments: [
            ("Apr 19, 2017, 12:05 AM", 1_492_560_300_000), ("Apr 19, 2017, 12:05\u{202F}PM", 1_492_603_500_000),
            ("Apr 31, 2017, 1:05 AM", nil), ("Apr 19, 2017, 13:05 PM", nil), ("Apri 19 2017", nil), ("", nil),
            ("See you at 5, bye, 3:35 AM", nil), ("May 99999999999999999999, 2017, 3:35 AM", nil),
        ] as [(String, Int64?)])
    func `times of older downloads`(_ written: String, _ expected: Int64?) {
        #expect(instagramTime(written, in: nil)?.milliseconds == expected)
    }

    @Test func `logins are not claimed`() {
        let logins = #"[{"title":"x","string_map_data":{"IP Address":{"value":"192.0.2.1"}}}]"#
        #expect(InstagramDYIReader.detect(Array(logins.utf8)[...]) == .no)
    }

    @Test(arguments: [#"{"comments_media_comments":[{}"#, "[{", "7", "[]x"])
    func `a download that is cut short is refused`(_ json: String) {
        #expect(throws: ExportError.self) { try Reading(json, InstagramDYIReader.self) }
    }
}
