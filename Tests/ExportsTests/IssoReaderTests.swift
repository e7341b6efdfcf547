import Testing

@testable import Exports

@Suite struct IssoReaderTests {
    @Test func `ids count in their thread, whose address comes behind`() throws {
        let reading = try Reading(fixture: "isso-ids-repeat-comments-first.json")
        #expect(reading.messages.map(\.id) == ["/steg/#0", "/steg/#1", "/boot/#0"])
        #expect(reading.messages.map(\.thread?.title) == ["Der Steg & das Boot", "Der Steg & das Boot", "Boot"])
        #expect(reading.messages[0].text == "Der Steg wackelt")
        #expect(
            reading.messages[0].account == ExportedAccount(id: MailDigest.account("mara@steg.example"), name: "Mara"))
        #expect(reading.messages[1].account == nil && !reading.messages[1].text.contains("\0"))
        #expect(
            reading.skipped.map(\.place)
                == ["threads[0].comments[2]", "threads[0].comments[3]", "threads[0].comments[4]", "threads[2]"])
    }

    @Test func `times are local, in the zone that was named`() throws {
        let name = "isso-ids-repeat-comments-first.json"
        let unknown = try Reading(fixture: name).messages[2].time
        #expect(unknown.milliseconds == 1_404_216_000_000 && !unknown.zoneIsKnown)
        let known = try Reading(fixture: name, options: ExportOptions(zone: "Europe/Berlin")).messages[2].time
        #expect(known.milliseconds == 1_404_208_800_000 && known.zoneIsKnown)
    }
}

@Suite struct IssoDatabaseReaderTests {
    private static let name = "isso-comments.db"

    @Test func `comments of the database become messages`() throws {
        let reading = try Reading(fixture: Self.name)
        #expect(reading.messages.map(\.id) == ["1", "2", "3", "4"])
        #expect(reading.messages.map(\.parent) == [nil, "1", "1", nil])
        #expect(reading.messages.map(\.status) == [.published, .pending, .deleted, .published])
        #expect(reading.messages.map(\.thread?.title) == ["Der Steg", "Der Steg", "Der Steg", ""])
        #expect(reading.messages[0].time.milliseconds == 1_709_280_000_500 && reading.messages[0].likes == 3)
        #expect(reading.messages[1].editedAt == 1_709_280_120_250)
        #expect(reading.messages[1].text == "Seit wann?" && reading.messages[1].markup == "Seit <i>wann</i>?")
        #expect(reading.messages[0].account?.id == MailDigest.account("mara@steg.example"))
        #expect(reading.repaired.map(\.place) == ["comments[3]"])
        #expect(reading.notes.isEmpty)
    }

    @Test func `a database with a log beside it is read as it is, with a note`() throws {
        var bytes = try exportFixture(Self.name)
        (bytes[18], bytes[19]) = (2, 2)
        let reading = try Reading(ByteSource(bytes: bytes))
        #expect(reading.messages.count == 4)
        #expect(reading.notes.contains { $0.contains("-wal") })
    }

    @Test func `other databases are refused as what they are`() throws {
        let source = try ByteSource(bytes: Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 1000))
        #expect(throws: ExportError.unknownFormat(hint: "a SQLite database")) { try ExportFormats.detect(source) }
    }

    @Test func `a damaged database gives an error and never crashes`() throws {
        let bytes = try exportFixture(Self.name)
        for (step, index) in stride(from: 0, to: bytes.count, by: 5).enumerated() {
            var broken = bytes
            broken[index] = [0x00, 0xFF, 0x80, 0x7F, 0x01][step % 5]
            switch Result(catching: { try Reading(bytes: broken, IssoDatabaseReader.self) }) {
            case .success(let reading): #expect(reading.messages.count <= 4)
            case .failure(let error): #expect(error is ExportError)
            }
        }
        for count in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: ExportError.self) {
                try Reading(bytes: Array(bytes.prefix(count)), IssoDatabaseReader.self)
            }
        }
    }
}
