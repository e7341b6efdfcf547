import Foundation
import Testing

@testable import Exports

@Suite struct DisqusReaderTests {
    private let forum: Reading
    private let odd: Reading

    init() throws {
        forum = try Reading(fixture: "disqus-hafenforum.xml")
        odd = try Reading(fixture: "disqus-orphans-without-id-prefix.xml")
    }

    private func document(_ posts: String) -> String {
        #"<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">\#n\#(posts)</disqus>"#
    }

    @Test func `all fields of a post are taken over`() throws {
        let message = try #require(forum.messages.first)
        #expect(message.channel == ExportedChannel(platform: "disqus", key: "hafenforum", name: "hafenforum"))
        #expect(
            message.thread == ExportedThread(id: "5001", title: "Ebbe & Flut", link: "https://hafen.example/ebbe/"))
        #expect(message.id == "7001")
        #expect(message.account == ExportedAccount(id: "user:wiebke_h", handle: "wiebke_h", name: "Wiebke Harms"))
        #expect(message.time.milliseconds == 1_709_294_400_000)
        #expect(message.text == "Wann läuft die Fähre?\n\nPlan: hier (https://plan.example/a?x=1&y=2)")
        #expect(message.markup?.hasPrefix("<p>Wann läuft die <b>") == true)
        #expect(message.permalink == "https://hafen.example/ebbe/#comment-7001")
        #expect(message.place.description == "line 11")
        #expect(forum.skipped.isEmpty && forum.repaired.isEmpty)
    }

    @Test func `an address is told apart by its digest, and neither it nor the network's is kept`() {
        #expect(forum.messages[1].account?.id == MailDigest.account("tjark@example.org"))
        #expect(forum.messages[2].account == ExportedAccount(id: nil, name: "Uhrenlager"))
        let said = String(describing: forum).lowercased()
        #expect(!said.contains("tjark@example") && !said.contains("192.0.2.7"))
    }

    @Test func `spam and deleted posts are kept and flagged`() {
        #expect(forum.messages.map(\.status) == [.published, .published, .spam])
        #expect(odd.messages.map(\.status) == [.deleted, .deleted, nil, .published, nil])
        #expect(odd.messages[1].text.isEmpty)
    }

    @Test func `orphans keep the number of the thread or parent that is not there`() {
        #expect(forum.messages.map(\.parent) == [nil, "7001", nil])
        #expect(odd.messages.map(\.parent) == [nil, "20", "999", nil, nil])
        #expect(odd.messages[2].thread == ExportedThread(id: "404"))
    }

    @Test func `a thread that is an id alone does not hide the one that has a title`() {
        #expect(odd.messages[0].thread?.title == "Deichbruch")
        #expect(odd.messages[0].permalink == "https://deich.example/a#comment-20")
        #expect(odd.messages[4].permalink == nil)
    }

    @Test func `each forum is a channel, and the first one has the orphans`() {
        #expect(odd.messages.map(\.channel.key) == ["deich", "deich", "deich", "watt", "watt"])
    }

    @Test func `what is missing is reported with its line`() {
        #expect(
            odd.repaired.map(\.reason) == [
                "time without a zone", "time unknown", "no post id", "post answers itself",
            ])
        #expect(odd.skipped.map(\.place) == ["line 12"])
        #expect(odd.messages[1].account == nil)
    }

    @Test func `a forum that nobody names is called as the options say`() throws {
        let text = document(#"<post dsq:id="1"><message>x</message></post>"#)
        let options = ExportOptions(channel: "Nordforum")
        #expect(try Reading(text, DisqusReader.self, options: options).messages.map(\.channel.key) == ["Nordforum"])
    }

    @Test func `a zone makes a local time known`() throws {
        let text = document(
            #"<post dsq:id="1"><message>x</message><createdAt>2024-07-01T12:00:00</createdAt></post>"#)
        let message = try Reading(text, DisqusReader.self, options: ExportOptions(zone: "Europe/Berlin")).messages[0]
        #expect(message.time.milliseconds == 1_719_828_000_000 && message.time.zoneIsKnown)
    }

    @Test func `a post beyond 4 MiB is skipped between its neighbours`() throws {
        let big = String(repeating: "a", count: 4 * 1024 * 1024 + 1)
        let text = document(
            """
            <post dsq:id="1"><message>a</message></post>
            <post dsq:id="2"><message>\(big)</message></post>
            <post dsq:id="3"><message>c</message></post>
            """)
        let reading = try Reading(text, DisqusReader.self)
        #expect(reading.messages.map(\.id) == ["1", "3"])
        #expect(reading.skipped.map(\.place) == ["line 3"])
    }

    @Test(arguments: [100, 700, 1500, 1800])
    func `a file that is cut is refused`(_ length: Int) throws {
        let bytes = try exportFixture("disqus-hafenforum.xml").prefix(length)
        #expect(throws: ExportError.self) { try Reading(bytes: Array(bytes), DisqusReader.self) }
    }

    @Test(
        arguments: [
            "<disqus/>", "<rss><channel>&lt;disqus xmlns=\"http://disqus.com\"></channel></rss>",
            "<disqus xmlns=\"http://disqus.example\"/>", "<disqus.com/>", "{\"disqus\":1}",
        ])
    func `other files are not taken`(_ text: String) {
        #expect(DisqusReader.detect(Array(text.utf8)[...]) == .no)
        #expect(throws: ExportError.self) { try Reading(text, DisqusReader.self) }
    }

    @Test(arguments: ["disqus-hafenforum.xml", "disqus-orphans-without-id-prefix.xml"])
    func `reading twice and in pieces gives the same events`(_ name: String) throws {
        let bytes = try exportFixture(name)
        let whole = try exportEvents(bytes, DisqusReader.self)
        #expect(try exportEvents(bytes, DisqusReader.self) == whole)
        #expect(try exportEvents(bytes, DisqusReader.self, chunkSize: 1) == whole)
    }

    @Test func `no single wrong byte does worse than an error`() throws {
        try expectNoCrash(exportFixture("disqus-hafenforum.xml"), DisqusReader.self, atMost: 3)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: sample)))
    func `the sample of isso gives all six posts`() throws {
        let reading = try Reading(ByteSource(path: sample))
        #expect(reading.messages.count == 6 && reading.skipped.isEmpty)
        #expect(reading.messages.count { $0.status == .deleted } == 1)
        #expect(reading.messages.count { $0.parent != nil } == 2)
        #expect(Set(reading.messages.compactMap(\.thread?.id)) == ["2", "7", "1337"])
        // Two addresses in the list of samples; the two users among them are accounts of their own.
        #expect(Set(reading.messages.compactMap(\.account?.id)).count == 3)
        let times = reading.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == 1_381_432_829_000 && times.max() == 1_381_474_353_000)
    }
}

private let sample = "/work/shared/samples/social/disqus/isso-disqus.xml"
