import Foundation
import Testing

@testable import Exports

@Suite struct CommentoReaderTests {
    private let garden: Reading
    private let odd: Reading

    init() throws {
        garden = try Reading(fixture: "commento-gartenblog.json")
        odd = try Reading(fixture: "commento-commenters-first-bad-records.json")
    }

    @Test func `all fields of a comment are taken over`() throws {
        let message = try #require(garden.messages.first)
        #expect(message.channel == ExportedChannel(platform: "commento", key: "garten.example", name: "garten.example"))
        #expect(
            message.thread == ExportedThread(id: "/beete/tomaten", link: "https://garten.example/beete/tomaten"))
        #expect(message.id == "aa01")
        #expect(message.account == ExportedAccount(id: "c0ffee01", name: "Alma Grün"))
        #expect(message.time.milliseconds == 1_680_426_930_123)
        #expect(message.text == "Wann **pflanzt** ihr?" && message.markup == nil)
        #expect(message.likes == 3)
        #expect(message.permalink == "https://garten.example/beete/tomaten#commento-aa01")
        #expect(garden.skipped.isEmpty && garden.repaired.isEmpty)
    }

    @Test func `html is read where there is no markdown`() {
        #expect(garden.messages[1].text == "Mitte Mai & später")
        #expect(garden.messages[1].markup == "<p>Mitte Mai &amp; später</p>")
        #expect(garden.messages[1].likes == nil)
    }

    @Test func `states and deletions are flagged, and nothing is dropped`() {
        #expect(garden.messages.map(\.status) == [.published, .pending, .spam, .deleted])
        #expect(garden.messages.map(\.parent) == [nil, "aa01", nil, "gone99"])
    }

    @Test func `guests are nobody and moderators are owners`() {
        #expect(garden.messages[2].account == nil)
        #expect(garden.messages[1].account?.isOwner == true)
        #expect(garden.owners == [ExportedAccount(id: "c0ffee02", name: "Bodo Beet", isOwner: true)])
        #expect(!String(describing: garden).contains("@garten"))
    }

    @Test func `commenters may come first, and bad records are skipped with their place`() {
        #expect(odd.messages.map(\.id) == ["b1", nil, "b3"])
        #expect(odd.messages.map(\.account?.name) == ["Cleo", "", "Cleo"])
        #expect(
            odd.skipped.map(\.place) == ["commenters[1]", "commenters[2]", "comments[1]", "comments[2]", "comments[3]"])
        #expect(odd.repaired.map(\.reason) == ["time unknown", "time unknown, no usable id"])
        #expect(odd.notes.contains { $0.contains("version 2") })
    }

    @Test func `zero times are unknown and odd pages give no address`() {
        #expect(odd.messages[0].time.milliseconds == nil && odd.messages[0].status == nil)
        #expect(odd.messages[0].permalink == nil && odd.messages[0].parent == nil)
        #expect(odd.messages[2].time.milliseconds == 1_709_200_800_000)
        #expect(odd.messages[2].permalink == "https://x.example/p#commento-b3")
    }

    @Test func `when too many comments wait for names, they go on with ids, and it is said`() throws {
        var walker = JSONWalker(try ByteSource(bytes: exportFixture("commento-gartenblog.json")))
        var document = CommentoDocument(options: ExportOptions(), waiting: 1500)
        var names: [String?] = []
        var notes: [String] = []
        try document.read(&walker) { event in
            if case .message(let message) = event { names.append(message.account?.name) }
            if case .note(let note) = event { notes.append(note) }
        }
        #expect(names == ["", "", nil, ""])
        #expect(notes.count == 1)
    }

    @Test(arguments: [40, 400, 1200, 1600])
    func `a file that is cut is refused`(_ length: Int) throws {
        let bytes = Array(try exportFixture("commento-gartenblog.json").prefix(length))
        #expect(throws: ExportError.self) { try Reading(bytes: bytes, CommentoReader.self) }
    }

    @Test func `lists that Go left out are empty`() throws {
        let reading = try Reading(#"{"version":1,"comments":null,"commenters":null}"#, CommentoReader.self)
        #expect(reading.messages.isEmpty)
    }

    @Test(
        arguments: [
            #"{"version":1,"comments":[{"id":1}]}"#, #"{"comments":[],"commenters":[]}"#,
            #"{"version":1,"text":"\"commentHex\" comments"}"#, #"[{"commentHex":"1"}]"#, "commentHex,comments\n",
            #"{"version":1,"users":[],"posts":[]}"#,
        ])
    func `other files are not taken`(_ text: String) {
        #expect(CommentoReader.detect(Array(text.utf8)[...]) == .no)
    }

    @Test func `a head that ends inside the comments is enough`() {
        let head = #"{"version":1,"comments":[{"commentHex":"a","markdown":"x"#
        #expect(CommentoReader.detect(Array(head.utf8)[...]) == .certain)
    }

    @Test(arguments: ["commento-gartenblog.json", "commento-commenters-first-bad-records.json"])
    func `reading twice and in pieces gives the same events`(_ name: String) throws {
        let bytes = try exportFixture(name)
        let whole = try exportEvents(bytes, CommentoReader.self)
        #expect(try exportEvents(bytes, CommentoReader.self) == whole)
        #expect(try exportEvents(bytes, CommentoReader.self, chunkSize: 1) == whole)
    }

    @Test func `no single wrong byte does worse than an error`() throws {
        try expectNoCrash(exportFixture("commento-gartenblog.json"), CommentoReader.self, atMost: 4)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: sample)))
    func `the sample of remark42's migrator gives all three comments`() throws {
        let reading = try Reading(ByteSource(path: sample))
        #expect(reading.messages.count == 3 && reading.skipped.isEmpty)
        #expect(reading.messages.allSatisfy { $0.status == .published })
        #expect(reading.messages.count { $0.parent != nil } == 1)
        #expect(reading.messages.count { $0.account == nil } == 1)
        #expect(Set(reading.messages.compactMap(\.account?.name)) == ["User5276", "Saturnin Uf"])
        #expect(Set(reading.messages.compactMap(\.thread?.id)).count == 2)
        let times = reading.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == 1_615_548_116_000 && times.max() == 1_620_747_781_852)
    }
}

private let sample = "/work/shared/samples/social/commento/remark42-migrator-commento.json"
