import Testing

@testable import Exports

@Suite struct FeedReaderTests {
    @Test func `a feed of Reddit has the ids of Reddit's other formats`() throws {
        let reading = try Reading(fixture: "feed-reddit-thread.atom")
        #expect(reading.messages.map(\.id) == ["t3_k1r", "t1_aa1", "t1_bb2"])
        #expect(reading.messages.map(\.parent) == [nil, nil, "t1_aa1"])
        #expect(Set(reading.messages.map(\.thread)) == [ExportedThread(id: "t3_k1r", title: "Lift?")])
        #expect(Set(reading.messages.map(\.channel)).map(\.key) == ["hafenkran"])
        #expect(reading.messages.map(\.text) == ["Lift?\n\nWer hebt?", "Ich & du", "a <b> c"])
        #expect(reading.messages.map(\.account?.id) == ["mara_l", "ole77", "jo"])
        #expect(reading.messages[1].time.milliseconds == 1_714_548_600_000)
        #expect(reading.messages[2].time.milliseconds == nil && reading.repaired.map(\.reason) == ["time unknown"])
        #expect(reading.exportedAt == 1_714_644_000_000)
    }

    @Test func `comments of a blog lose the title that says only who wrote`() throws {
        let reading = try Reading(fixture: "feed-wordpress-comments.rss")
        #expect(reading.messages.map(\.text) == ["Der Steg wackelt", "nein", "Nur ein Titel"])
        #expect(reading.messages[0].id == "https://steg.example/?p=3#comment-7")
        #expect(reading.messages[1].id == "https://steg.example/2024/der-steg/#comment-8")
        #expect(reading.messages[0].account == ExportedAccount(id: nil, name: "Mara & Ole"))
        #expect(reading.messages[1].account?.name == "\u{241B}[31mrot")
        #expect(reading.messages[0].thread?.title == "Der Steg")
        #expect(reading.messages[0].thread == reading.messages[1].thread)
        #expect(reading.messages[0].markup == "<p>Der <b>Steg</b> wackelt</p>")
        #expect(reading.skipped.map(\.reason) == ["no id and no content"])
        #expect(reading.messages[0].channel.key == "https://steg.example/2024/der-steg/")
    }

    @Test(
        arguments: [
            ("Tue, 27 Feb 2024 14:56:57 +0100", 1_709_042_217_000), ("27 Feb 2024 15:00 EST", 1_709_064_000_000),
            ("27 Feb 24 15:00:00 GMT", 1_709_046_000_000), ("2024-02-27T15:00:00Z", 1_709_046_000_000),
            ("Di, 99 Feb 2024 15:00:00 +0000", nil), ("27 Feb 2024", nil), ("27 Feb 2024 15:00:00 +9999", nil),
            ("", nil),
        ] as [(String, Int64?)])
    func `times of feeds are those of RFC 822 and RFC 3339`(_ written: String, _ milliseconds: Int64?) {
        #expect(FeedTime.time(written, in: nil)?.milliseconds == milliseconds)
    }

    @Test func `a time without a zone takes the zone that was named`() throws {
        let zone = try #require(LocalZone(identifier: "Europe/Berlin"))
        #expect(FeedTime.time("27 Feb 2024 15:00:00", in: nil)?.zoneIsKnown == false)
        #expect(FeedTime.time("27 Feb 2024 15:00:00", in: zone)?.milliseconds == 1_709_042_400_000)
    }

    @Test func `an entry that answers itself answers nothing`() throws {
        let feed = #"""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry>
            <id>a</id><content>x</content><thr:in-reply-to ref="a"/></entry></feed>
            """#
        let reading = try Reading(feed, FeedReader.self)
        #expect(reading.messages.map(\.parent) == [nil])
        #expect(reading.repaired.map(\.reason) == ["time unknown; answers itself"])
    }
}
