import Testing

@testable import Exports

@Suite struct MappingGuessTests {
    @Test func `headers are understood in English and German, and the specific win`() throws {
        let columns = [
            "Kommentar-ID", "Verfasser", "user id", "Veröffentlicht am", "message", "Full Text", "in_reply_to",
        ]
        let guess = try MappingGuess(columns: columns, corrections: [:])
        #expect(guess.pairs.map(\.role) == [.id, .author, .authorID, .time, .text, .parent])
        #expect(
            guess.pairs.map(\.column) == [
                "Kommentar-ID", "Verfasser", "user id", "Veröffentlicht am", "Full Text", "in_reply_to",
            ])
    }

    @Test func `corrections move roles and take them away`() throws {
        let guess = try MappingGuess(
            columns: ["id", "text", "note", "likes"], corrections: ["text": "NOTE", "author-id": "id", "likes": ""])
        #expect(guess.columnOfRole == [.id: 0, .authorID: 0, .text: 2])
    }

    @Test(
        arguments: [
            (["color": "text"], "there is no role 'color'"), (["author": "who"], "there is no column 'who' for author"),
        ])
    func `a correction that cannot be followed lists the columns`(_ corrections: [String: String], _ reason: String) {
        #expect(throws: ExportError.mapping(reason: reason, columns: ["id", "text"])) {
            try MappingGuess(columns: ["id", "text"], corrections: corrections)
        }
    }

    @Test func `a column that is there twice is refused`() {
        #expect(throws: ExportError.self) { try MappingGuess(columns: ["id", "text", "text"], corrections: [:]) }
    }

    @Test(arguments: ["te\u{202E}xt", "text\u{200B}", "text\u{1B}[1m"])
    func `a header with invisible characters is not the one without`(_ header: String) throws {
        let guess = try MappingGuess(columns: ["id", header], corrections: [:])
        #expect(throws: ExportError.self) { try guess.requireText() }
    }

    @Test func `the guess can be shown before the import`() throws {
        let source = try ByteSource(bytes: Array("Autor;Datum;Inhalt\nJule;1.5.2024;x\n".utf8))
        let guess = try #require(
            try ExportFormats.mapping(of: source, format: CommaSeparatedReader.self, options: ExportOptions()))
        #expect(guess.pairs.map(\.role.name) == ["author", "time", "text"])
        #expect(guess.pairs.map(\.column) == ["Autor", "Datum", "Inhalt"])
    }

    @Test func `each header means one role only`() {
        let headers = Role.allCases.flatMap(\.headers)
        #expect(Set(headers).count == headers.count)
        #expect(headers.allSatisfy { comparableHeader($0) == $0 })
    }
}
