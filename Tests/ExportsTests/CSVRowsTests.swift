import Testing

@testable import Exports

@Suite struct CSVRowsTests {
    @Test(
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("a,\"x\r\ny\",b\n", [["a", "x\r\ny", "b"]]),
            ("\"a\"\"b\",c\n", [["a\"b", "c"]]), ("say \"hi\",5\" disk\n", [["say \"hi\"", "5\" disk"]]),
            ("\"ok\"x,y\n", [["okx", "y"]]), ("a,\n\n\n,b\n", [["a", ""], ["", "b"]]), ("\"\",\"\"\n", [["", ""]]),
            ("a", [["a"]]), ("", []), ("\n\r\n\r", []),
        ] as [(String, [[String]])], [1, 2, 3, 1000])
    func `rows are cut at any chunk boundary`(_ table: (String, [[String]]), _ chunkSize: Int) throws {
        #expect(try rows(table.0, chunkSize: chunkSize).map(\.cells) == table.1)
    }

    @Test func `rows know the line on which they begin`() throws {
        let found = try rows("h,i\r\n1,\"a\r\nb\nc\rd\"\r\n\r\n2,x\r3,y\n")
        #expect(found.map(\.line) == [1, 2, 7, 8])
    }

    @Test func `a quote that is never closed is named by its line`() {
        #expect(throws: ExportError.malformed(place: "line 3", reason: "a quote opens here and is never closed")) {
            try rows("a,b\n\"x\ny\",\"never\nc,d\n")
        }
    }

    @Test(arguments: ["x", "\"\""])
    func `a row that is too large does not cost its neighbours`(_ unit: String) throws {
        let large = "\"" + String(repeating: unit, count: ByteWindow.recordLimit + 2) + "\""
        #expect(try rows("a,b\nc,\(large)\nd,e\n").map(\.cells) == [["a", "b"], ["oversized"], ["d", "e"]])
    }

    private func rows(_ text: String, chunkSize: Int = 1000) throws -> [(line: Int, cells: [String])] {
        var rows = try CSVRows(ByteSource(bytes: Array(text.utf8), chunkSize: chunkSize), delimiter: UInt8(ascii: ","))
        var found: [(line: Int, cells: [String])] = []
        var repairs: Repairs = []
        while true {
            switch try rows.next() {
            case .end: return found
            case .oversized: found.append((rows.row.line, ["oversized"]))
            case .row: found.append((rows.row.line, (0..<rows.row.count).map { rows.row.cell($0, repairs: &repairs) }))
            }
        }
    }
}
