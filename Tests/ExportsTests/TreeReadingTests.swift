import Testing

@testable import Exports

@Suite struct TreeReadingTests {
    private static let lines = "{\"id\":\"1\",\"author\":\"Mia\",\"text\":\"Hallo\"}\n{broken\n"
    private static let table = "id,author,text\n1,Ole,Moin\n"

    private func read(
        _ tree: any ExportTree, format: String? = nil, options: ExportOptions = ExportOptions()
    ) throws -> (format: String, reading: Reading) {
        var reading = Reading()
        let word = try ExportFormats.readTree(tree, options: options, format: format) { reading.take($0) }
        return (word, reading)
    }

    @Test func `each file is read by its content and places name it`() throws {
        let tree = MemoryTree(texts: [("x/a.jsonl", Self.lines), ("x/b.csv", Self.table), ("x/c.jsonl", Self.lines)])
        let (word, reading) = try read(tree)
        #expect(word == "jsonl+csv")
        #expect(reading.messages.map(\.text) == ["Hallo", "Moin", "Hallo"])
        #expect(reading.messages.map(\.place.entry) == ["x/a.jsonl", "x/b.csv", "x/c.jsonl"])
        #expect(reading.skipped.map(\.place) == ["x/a.jsonl: line 2", "x/c.jsonl: line 2"])
        #expect(try read(MemoryTree(texts: [("a", Self.table), ("b", Self.table)])).format == "csv")
    }

    @Test func `a channel is named as if its file stood alone`() throws {
        let alone = try Reading(ByteSource(bytes: Array(Self.table.utf8)), options: ExportOptions(stem: "Hafen"))
        let zipped = try archiveTree(ArchiveWriter.archive(.zip, texts: [("in/Hafen.csv", Self.table)]))
        #expect(try read(zipped).reading.messages.map(\.channel) == alone.messages.map(\.channel))
        #expect(alone.messages[0].channel.name == "Hafen")
    }

    @Test func `files of no known format are counted and five are named`() throws {
        let strangers = (1...7).map { ("p\($0)\u{1B}[2J\u{202E}.jpg", "\u{0}\u{1}\u{2}") }
        let (_, reading) = try read(MemoryTree(texts: [("a.csv", Self.table), ("empty", "")] + strangers))
        let note = try #require(reading.notes.last)
        #expect(note.hasPrefix("8 files of no known format passed over: empty, p1\u{FFFD}[2J\u{FFFD}.jpg, "))
        #expect(note.hasSuffix("p4\u{FFFD}[2J\u{FFFD}.jpg, ..."))
    }

    @Test func `nothing to import is an error`() throws {
        #expect(throws: ExportError.empty) { try read(MemoryTree(texts: [])) }
        #expect(throws: ExportError.empty) {
            try read(archiveTree(ArchiveWriter.archive(.zip, items: [.folder("f/")])))
        }
        let links = try archiveTree(ArchiveWriter.archive(.ustar, items: [.symbolicLink("a", to: "/etc/passwd")]))
        #expect(throws: ExportError.nothingUsable(skipped: 1, place: "entry a", reason: "a symbolic link")) {
            try read(links)
        }
        let error = #expect(throws: ExportError.self) { try read(MemoryTree(texts: [("a.html", "<html>")])) }
        guard case .unknownFormat(let hint) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.hasPrefix("a.html: an HTML page"))
    }

    @Test func `what stands before a cut is salvaged, and the files behind it too`() throws {
        let cut = #"{"guild":{"id":"1","name":"g"},"channel":{"id":"2","name":"c"},"messages":[{"id":"3""#
        let tree = MemoryTree(texts: [("a.csv", Self.table), ("d/cut.json", cut), ("e.csv", Self.table)])
        let reading = try read(tree, options: ExportOptions(salvages: true)).reading
        #expect(reading.messages.map(\.place.entry) == ["a.csv", "e.csv"])
        #expect(reading.notes.contains { $0.hasPrefix("Cut short at d/cut.json: ") })
    }

    @Test func `a broken file ends the import and is named`() throws {
        let cut = #"{"guild":{"id":"1","name":"g"},"channel":{"id":"2","name":"c"},"messages":[{"id":"3""#
        let error = #expect(throws: ExportError.self) {
            try read(MemoryTree(texts: [("a.csv", Self.table), ("d/cut.json", cut)]))
        }
        guard case .inEntry("d/cut.json", .truncated) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `the checksum of a file counts also behind its last record`() throws {
        var archive = ArchiveWriter.archive(.storedZip, texts: [("a.csv", Self.table)])
        let place = try #require(archive.firstRange(of: Array("Moin".utf8)))
        archive[place.lowerBound] ^= 1
        #expect(throws: ExportError.self) { try read(archiveTree(archive)) }
    }

    @Test func `a note that every file gives is given once`() throws {
        let discord = String(decoding: try exportFixture("discord-reply-forward-embed-system.json"), as: UTF8.self)
        let (word, reading) = try read(MemoryTree(texts: [("a.json", discord), ("b.json", discord)]))
        #expect(word == "discord")
        #expect(Set(reading.notes).count == reading.notes.count)
    }

    @Test func `a table of something else is no message and no error`() throws {
        let tree = MemoryTree(texts: [("connections.csv", "First Name,Company\nMia,Hafen\n"), ("b.csv", Self.table)])
        let (_, reading) = try read(tree)
        #expect(reading.messages.map(\.text) == ["Moin"])
        #expect(reading.notes.contains("1 file of no known format passed over: connections.csv"))
    }

    @Test func `a layout that one reader knows best is read by it alone`() throws {
        let tree = MemoryTree(texts: [("index.txt", ""), ("a.csv", Self.table)])
        var notes: [String] = []
        let word = try ExportFormats.readTree(tree, options: ExportOptions(), layouts: [Shape.self, Album.self]) {
            if case .note(let note) = $0 { notes.append(note) }
        }
        #expect(word == "album")
        #expect(notes == ["album"])
        #expect(
            try ExportFormats.treeReader(for: tree, format: "shape", layouts: [Shape.self, Album.self])?.format
                == "shape")
        let other = MemoryTree(texts: [("a.csv", Self.table)])
        #expect(try ExportFormats.treeReader(for: other, layouts: [Album.self]) == nil)
    }

    @Test func `a layout that two readers know equally well is ambiguous`() throws {
        let tree = MemoryTree(texts: [("index.txt", "")])
        #expect(throws: ExportError.ambiguous(candidates: ["album", "album"])) {
            try ExportFormats.treeReader(for: tree, layouts: [Album.self, Shape.self, Album.self])
        }
    }

    @Test func `a format that is not there is an error`() throws {
        #expect(throws: ExportError.unknownFormat(hint: "no format is called fax")) {
            try read(MemoryTree(texts: [("a.csv", Self.table)]), format: "fax")
        }
    }

    @Test func `what is stopped while it is unpacked says so`() throws {
        var limits = ContainerLimits()
        limits.isCancelled = { true }
        let archive = ArchiveWriter.archive(.pax, .gzip, texts: [("a.csv", Self.table)])
        #expect(throws: ExportError.cancelled) { try archiveTree(archive, limits: limits) }
    }

    @Test func `a format can be told`() throws {
        let tree = MemoryTree(texts: [("a.csv", Self.table), ("b.jsonl", Self.lines)])
        #expect(try read(tree, format: "csv").reading.messages.map(\.text) == ["Moin"])
    }

    @Test func `what was passed over is reported with its name`() throws {
        let tree = try archiveTree(
            ArchiveWriter.archive(
                .pax, items: [.file("a.csv", Array(Self.table.utf8)), .symbolicLink("l", to: "/etc")]))
        let (_, reading) = try read(tree)
        #expect(reading.skipped.map(\.place) == ["entry l"])
        #expect(reading.skipped.map(\.reason) == ["a symbolic link"])
    }

    @Test(arguments: [
        ("a/b/Chat.txt", "Chat"), ("Chat.json.gz", "Chat"), ("\u{1B}x\u{202E}.csv", "x"), (".csv", ".csv"),
        ("", "export"),
        ("  zwei Worte .md", "zwei Worte"),
    ])
    func `a stem is printable`(_ path: String, _ stem: String) {
        #expect(ExportStem.of(ExportEntry(path: path, size: nil, index: 0).name) == stem)
    }
}

private enum Album: TreeReader {
    static let format = "album"
    static let summary = "for tests"
    static let lacks = ""

    static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        tree.entry("index.txt") == nil ? .no : .certain
    }

    static func read(_ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void) throws {
        try yield(.note("album"))
    }
}

private enum Shape: TreeReader {
    static let format = "shape"
    static let summary = "for tests"
    static let lacks = ""

    static func detect(_ tree: any ExportTree) -> DetectionConfidence { .possible }

    static func read(_ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void) throws {
        try yield(.note("shape"))
    }
}
