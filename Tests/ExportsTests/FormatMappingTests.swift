import Testing

@testable import Exports

@Suite struct FormatMappingTests {
    static func forum() throws -> FormatMapping {
        try FormatMapping(
            entries: [
                FormatEntry(key: "summary", value: .text("Unser Forum")),
                FormatEntry(key: "platform", value: .text("forum")),
                FormatEntry(key: "kind", value: .text("json")), FormatEntry(key: "list", value: .text("pages.rows")),
                FormatEntry(key: "marks", value: .list(["nr", "msg.html"])),
                FormatEntry(key: "time", value: .text("dd/MM/yyyy h:mm a")),
                FormatEntry(key: "html", value: .flag(true)),
                FormatEntry(key: "roles.id", value: .text("nr")),
                FormatEntry(key: "roles.text", value: .text("msg.html")),
                FormatEntry(key: "roles.author", value: .text("user.nick")),
                FormatEntry(key: "roles.author_id", value: .text("user.uid")),
                FormatEntry(key: "roles.time", value: .text("on")),
                FormatEntry(key: "roles.parent", value: .text("re")),
                FormatEntry(key: "roles.attachments", value: .text("pics")),
                FormatEntry(key: "roles.likes", value: .text("up.0")),
                FormatEntry(key: "fixed.channel", value: .text("Forum")),
                FormatEntry(key: "fixed.private", value: .flag(true)),
            ], stem: "unser-forum")
    }

    static func table() throws -> FormatMapping {
        try FormatMapping(
            name: "tabelle", platform: "tabelle", kind: .csv, marks: ["worte", "Wann"],
            roles: [.id: "ref", .author: "Wer", .time: "wann", .text: "Worte", .likes: "Herzen"],
            times: [try TimePattern("dd.MM.yy HH:mm", key: "time")])
    }

    private func read(
        _ bytes: [UInt8], _ mappings: [FormatMapping], chunkSize: Int = ByteSource.defaultChunkSize
    ) throws -> Reading {
        let format = try ExportFormats.detect(ByteSource(bytes: bytes), mappings: mappings)
        guard case .mapped = format else { throw ExportError.unknownFormat(hint: format.format) }
        var source = try ByteSource(bytes: bytes, chunkSize: chunkSize)
        var reading = Reading()
        try format.read(&source, options: ExportOptions(zone: "UTC", stem: "x")) { reading.take($0) }
        return reading
    }

    @Test(arguments: [1, ByteSource.defaultChunkSize])
    func `JSON is read along dotted paths, over pages, with HTML and its own times`(_ chunkSize: Int) throws {
        let reading = try read(
            exportFixture("mapping-forum-pages.json"), [Self.table(), Self.forum()], chunkSize: chunkSize)
        #expect(reading.messages.map(\.id) == ["1", "2", "3"])
        #expect(reading.messages.map(\.text) == ["Hallo & los", "", "drei\u{2400}"])
        #expect(reading.messages[0].markup == "<p>Hallo &amp; <b>los</b></p>")
        #expect(reading.messages[0].account == ExportedAccount(id: "u1", name: "jule"))
        #expect(reading.messages[0].time.milliseconds == 1_712_168_100_000)
        #expect(reading.messages[0].time.zoneIsKnown)
        #expect(reading.messages[0].attachments == ["a.png", "b.jpg"])
        #expect(reading.messages[0].likes == 5)
        #expect(reading.messages[2].parent == "1")
        #expect(reading.messages.allSatisfy { $0.isPrivate && $0.channel.key == "Forum" })
        #expect(reading.messages.allSatisfy { $0.channel.platform == "forum" })
        #expect(reading.messages[2].place.description == "pages[1].rows[0]")
        #expect(reading.skipped.map(\.place) == ["pages[0].rows[2]", "pages[1].rows[1]"])
        #expect(reading.repaired.map(\.reason) == ["time unknown", "U+0000 became U+2400"])
    }

    @Test func `a table is read by its columns, and what is not there is noted`() throws {
        let reading = try read(exportFixture("mapping-table-day-first.csv"), [Self.table()])
        #expect(reading.messages.map(\.id) == ["1", "2"])
        #expect(reading.messages.map(\.text) == ["Moin", "zwei\nZeilen"])
        #expect(reading.messages.map(\.time.milliseconds) == [1_712_308_020_000, nil])
        #expect(reading.notes.last == "Columns that are not there: Herzen.")
        #expect(reading.skipped.map(\.place) == ["line 5"])
        #expect(reading.repaired.map(\.reason) == ["time unknown"])
    }

    @Test func `lines are read too, and only with all marks`() throws {
        let mapping = try FormatMapping(
            name: "zeilen", platform: "zeilen", kind: .jsonl, marks: ["a.b"], roles: [.text: "a.b"])
        let reading = try read(Array("{\"a\":{\"b\":\"x\"}}\n[]\n{\"a\":1}\n{\"a.b\":\"y\"}\n".utf8), [mapping])
        #expect(reading.messages.map(\.text) == ["x", "y"])
        #expect(reading.skipped.map(\.reason) == ["an array, not an object", "no text"])
        let other = try ByteSource(bytes: Array("{\"a\":{\"c\":1},\"text\":\"x\"}\n".utf8))
        #expect(try ExportFormats.detect(other, mappings: [mapping]).format == "jsonl")
    }

    @Test func `a mapping takes no fixture of lotse's formats, and two that are sure make it ambiguous`() throws {
        let mappings = [try Self.forum(), try Self.table()]
        for name in ["json-object-with-list.json", "csv-german-excel.csv", "steam-response-markup.json"] {
            let source = try ByteSource(bytes: exportFixture(name))
            #expect(try ExportFormats.detect(source, mappings: mappings).format == ExportFormats.detect(source).format)
        }
        let steam = try FormatMapping(
            name: "dampf", platform: "steam", kind: .json, list: "reviews", marks: ["recommendationid"],
            roles: [.text: "review"])
        let source = try ByteSource(bytes: exportFixture("steam-response-markup.json"))
        #expect(throws: ExportError.ambiguous(candidates: ["steam", "dampf"])) {
            try ExportFormats.detect(source, mappings: [steam])
        }
        #expect(ExportFormats.named("dampf", mappings: [steam])?.format == "dampf")
        #expect(ExportFormats.named("steam", mappings: [steam])?.summary == SteamReader.summary)
    }

    @Test func `a list or a text column that is not there is said`() throws {
        var source = try ByteSource(bytes: Array(#"{"pages":3}"#.utf8))
        let forum = ExportFormat.mapped(try Self.forum())
        #expect(throws: ExportError.mapping(reason: "there is no list 'pages.rows'", columns: [])) {
            try forum.read(&source, options: ExportOptions()) { _ in }
        }
        var table = try ByteSource(bytes: Array("a;b\n1;2\n".utf8))
        let mapped = ExportFormat.mapped(try Self.table())
        #expect(
            throws: ExportError.mapping(
                reason: "there is no column 'Worte' for roles.text of 'tabelle'", columns: ["a", "b"])
        ) { try mapped.read(&table, options: ExportOptions()) { _ in } }
    }

    @Test func `cut files and hostile nesting end in an error`() throws {
        let forum = ExportFormat.mapped(try Self.forum())
        let bytes = try exportFixture("mapping-forum-pages.json")
        for end in stride(from: 0, to: bytes.count - 2, by: 5) {
            var source = try ByteSource(bytes: Array(bytes[..<end]))
            #expect(throws: ExportError.self) { try forum.read(&source, options: ExportOptions()) { _ in } }
        }
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        for text in [deep, "{\"pages\":\(deep)}", "{\"pages\":[{\"rows\":\(deep)}]}"] {
            var source = try ByteSource(bytes: Array(text.utf8))
            var count = 0
            _ = Result { try forum.read(&source, options: ExportOptions()) { if case .message = $0 { count += 1 } } }
            #expect(count == 0)
        }
    }

    @Test(
        arguments: [
            ([("kind", .text("xml"))], .badChoice(key: "kind", value: "xml", choices: ["csv", "jsonl", "json"])),
            ([], .missing(key: "kind")), ([("kind", .text("csv"))], .missing(key: "roles.text")),
            ([("kind", .flag(true))], .wrongType(key: "kind", wanted: "a text in quotes")),
            ([("html", .other)], .wrongType(key: "html", wanted: "true or false")),
            ([("color", .text("x"))], .unknownKey(key: "color")),
            ([("roles.farbe", .text("x"))], .unknownRole(key: "roles.farbe")),
            (
                [("kind", .text("csv")), ("list", .text("a")), ("roles.text", .text("t"))],
                .notForKind(key: "list", kind: .csv)
            ),
            ([("kind", .text("json")), ("roles.text", .text("a..b"))], .badPath(key: "roles.text", value: "a..b")),
            ([("kind", .text("csv")), ("roles.text", .text("--"))], .badPath(key: "roles.text", value: "--")),
            (
                [("kind", .text("csv")), ("roles.text", .text("t")), ("fixed.text", .text("x"))],
                .roleTwice(key: "fixed.text")
            ),
            (
                [("kind", .text("csv")), ("roles.text", .text("t")), ("fixed.id", .text("x"))],
                .cannotBeFixed(key: "fixed.id")
            ),
            (
                [("kind", .text("csv")), ("name", .text("Mein Forum")), ("roles.text", .text("t"))],
                .badName(key: "name", value: "Mein Forum")
            ),
            (
                [("time", .text("MM/yyyy"))],
                .badTime(key: "time", value: "MM/yyyy", reason: "year, month and day are needed")
            ),
        ] as [([(String, FormatEntry.Value)], FormatMappingFault)])
    func `a fault names its key and what to do`(
        _ entries: [(String, FormatEntry.Value)], _ fault: FormatMappingFault
    ) {
        #expect(throws: fault) {
            try FormatMapping(entries: entries.map { FormatEntry(key: $0.0, value: $0.1) }, stem: "forum")
        }
        #expect(!fault.key.isEmpty)
        #expect(fault.remedy.hasSuffix("."))
    }

    @Test func `names are there once`() throws {
        let table = try Self.table()
        #expect(try ExportFormats.checked([table]) == [table])
        #expect(throws: FormatMappingFault.nameTaken(key: "name", value: "tabelle")) {
            try ExportFormats.checked([table, table])
        }
        let csv = try FormatMapping(name: "csv", platform: "x", kind: .csv, roles: [.text: "t"])
        #expect(throws: FormatMappingFault.nameTaken(key: "name", value: "csv")) { try ExportFormats.checked([csv]) }
    }
}

@Suite struct TimePatternTests {
    @Test(
        arguments: [
            ("dd/MM/yyyy", "03/04/2024", 1_712_102_400_000, false),
            ("M/d/yy H:mm", "4/3/24 6:05", 1_712_124_300_000, false),
            ("MMM d, yyyy h:mm a", "Apr 5, 2024 6:15\u{202F}PM", 1_712_340_900_000, false),
            ("d. MMMM yyyy HH:mm:ss.SSS", "5. März 2024 06:00:01.5", 1_709_618_401_500, false),
            ("EEE MMM dd HH:mm:ss Z yyyy", "Wed Nov 15 12:00:45 +1000 2023", 1_700_013_645_000, true),
            ("yyyy-MM-dd'T'HH:mmX", "2024-04-03T06:05Z", 1_712_124_300_000, true),
            ("yyyy MM dd h a", "2024 04 03 12 am", 1_712_102_400_000, false),
            ("seconds", "1712102400.25", 1_712_102_400_250, true),
            ("milliseconds", "1712102400250", 1_712_102_400_250, true),
            ("microseconds", "1712102400250999", 1_712_102_400_250, true),
            ("iso", "2024-04-03", 1_712_102_400_000, false),
        ])
    func `times are read as the pattern says`(_ pattern: String, _ text: String, _ time: Int64, _ zone: Bool) throws {
        let found = try #require(try TimePattern(pattern, key: "time").time(text, in: nil))
        #expect(found == ExportedTime(milliseconds: time, written: text, zoneIsKnown: zone))
    }

    @Test(
        arguments: [
            ("dd/MM/yyyy", "03/13/2024"), ("dd/MM/yyyy", "3/4/24"), ("dd/MM/yyyy", "03/04/2024x"), ("dd/MM/yyyy", ""),
            ("yyyy MM dd h a", "2024 04 03 13 am"), ("yyyy MM dd HH", "2024 04 03 24"), ("seconds", "x"),
            ("seconds", "99999999999999999"), ("MMM d yyyy", "Ap 5 2024"), ("yyyy-MM-dd Z", "2024-04-03 +99:00"),
        ])
    func `what is not of the form is no time`(_ pattern: String, _ text: String) throws {
        #expect(try TimePattern(pattern, key: "time").time(text, in: nil) == nil)
    }

    @Test func `a named zone is used where the pattern has none`() throws {
        let zone = LocalZone(identifier: "Europe/Berlin")
        let time = try TimePattern("dd/MM/yyyy HH:mm", key: "time").time("03/07/2024 12:00", in: zone)
        #expect(time?.milliseconds == 1_720_000_800_000)
        #expect(time?.zoneIsKnown == true)
    }

    @Test(arguments: ["", "QQ/MM/yyyy dd", "yyyy-MM-dd 'at", "yyyy-MM-dd hh", "yyyy-MM-dd HH a", "MMMMM"])
    func `a pattern that means nothing is refused`(_ pattern: String) {
        #expect(throws: FormatMappingFault.self) { try TimePattern(pattern, key: "time") }
    }
}
