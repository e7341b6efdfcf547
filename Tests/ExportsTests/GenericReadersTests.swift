import Testing

@testable import Exports

@Suite struct GenericReadersTests {
    @Test func `a German table from a spreadsheet is understood`() throws {
        let reading = try Reading(
            fixture: "csv-german-excel.csv", options: ExportOptions(mapping: ["id": "Nr."], stem: "treff"))
        #expect(reading.messages.map(\.id) == ["1", "2"])
        #expect(reading.messages.map(\.text) == ["Hallo; \"alle\"\nzusammen", "Moin"])
        #expect(reading.messages.map(\.account?.name) == ["Jule", "Oskar"])
        #expect(reading.messages.map(\.parent) == [nil, "1"])
        #expect(reading.messages.map(\.likes) == [3, nil])
        #expect(reading.messages.map(\.channel.key) == ["Treff", "Treff"])
        #expect(reading.messages[0].time.milliseconds == 1_714_557_600_000)
        #expect(reading.messages.map(\.place.description) == ["line 3", "line 5"])
    }

    @Test func `objects as authors and keys that come late are understood`() throws {
        let reading = try Reading(
            fixture: "jsonl-author-object-late-keys.jsonl", options: ExportOptions(channel: "Treff", platform: "forum"))
        #expect(reading.messages.map(\.id) == ["7", "8", "9"])
        #expect(
            reading.messages[0].account == ExportedAccount(id: "9007199254740993", handle: "jule", name: "Jule B."))
        #expect(reading.messages[0].channel == ExportedChannel(platform: "forum", key: "Treff", name: "Treff"))
        #expect(reading.messages[1].parent == "7")
        #expect(reading.messages[1].attachments == ["b.png", "c.jpg"])
        #expect(reading.messages[1].status == .spam)
        #expect(reading.messages[1].rating == 5)
        #expect(reading.messages[1].isPrivate)
        #expect(reading.messages[2].account == nil)
        #expect(reading.messages[2].text == "")
        #expect(reading.skipped.map(\.place) == ["line 5"])
        #expect(reading.skipped.map(\.reason) == ["no text"])
    }

    @Test(
        arguments: [
            ("a,text\n1,x\n", ","), ("a;text\n1,5;x\n", ";"), ("a\ttext\n", "\t"), ("a|text\n", "|"),
            ("\"a;b;c\",text\n", ","), ("sep=;\na;text\n", ";"),
        ])
    func `the delimiter is found in the header`(_ table: String, _ delimiter: String) throws {
        let head = try #require(CSVHead(Array(table.utf8)[...]))
        #expect(head.delimiter == delimiter.utf8.first)
        #expect(head.columns.last == "text")
    }

    @Test func `a row with other columns than the header is passed over`() throws {
        let reading = try Reading("id,text\n1,a\n2\n3,b,c\n4,d\n", CommaSeparatedReader.self)
        #expect(reading.messages.map(\.id) == ["1", "4"])
        #expect(reading.skipped.map(\.place) == ["line 3", "line 4"])
    }

    @Test(
        arguments: [
            ("03/15/2024 10:05 am", "mdy", "2024-03-15T10:05:00Z"), ("03/04/2024", "dmy", "2024-04-03T00:00:00Z"),
            ("2024-03-15", "dmy", "2024-03-15T00:00:00Z"), ("03/15/2024 10:05 am", "dmy", nil),
            ("03/04/2024", nil, nil),
        ] as [(String, String?, String?)])
    func `the order of day and month can be said for tables too`(_ date: String, _ order: String?, _ time: String?)
        throws
    {
        let mapping = order.map { ["dates": $0] } ?? [:]
        let table = "date,text\n\(date),x\n"
        let reading = try Reading(table, CommaSeparatedReader.self, options: ExportOptions(mapping: mapping))
        #expect(reading.messages.map(\.time.milliseconds) == [time.flatMap { exportedTime($0, in: nil)?.milliseconds }])
        let line = "{\"date\":\"\(date)\",\"text\":\"x\"}"
        let other = try Reading(line, JSONLinesReader.self, options: ExportOptions(mapping: mapping))
        #expect(other.messages.map(\.time) == reading.messages.map(\.time))
    }

    @Test func `a table with too many columns is refused`() {
        let header = (0...1024).map { "c\($0)" }.joined(separator: ",")
        #expect(throws: ExportError.tooLarge(what: "columns", limit: 1024)) {
            try Reading("\(header)\n", CommaSeparatedReader.self)
        }
    }

    @Test func `the last line of a file that was cut costs itself only`() throws {
        let reading = try Reading("{\"text\":\"a\"}\n{\"text\":\"b", JSONLinesReader.self)
        #expect(reading.messages.map(\.text) == ["a"])
        #expect(reading.skipped.map(\.reason) == ["unterminated string"])
    }

    @Test func `lines and records that cross chunks are whole`() throws {
        let text = String(repeating: "ä", count: 1001)
        let lines = (0..<400).map { "{\"id\":\($0),\"text\":\"\(text)\"}" }.joined(separator: "\r\n")
        let reading = try Reading(lines, JSONLinesReader.self)
        #expect(reading.messages.count == 400)
        #expect(reading.messages.allSatisfy { $0.text == text })
        #expect(reading.skipped.isEmpty)
    }
}
