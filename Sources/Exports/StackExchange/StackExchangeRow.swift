/// A `<row>` of a table of the dump: its columns are attributes.
struct StackExchangeRow {
    let place: ExportPlace
    private let columns: [XMLAttribute]

    init(_ element: XMLElement) {
        columns = element.attributes
        place = ExportPlace(unit: .line, number: element.line, byteOffset: element.offset)
    }

    /// A column's text; nil: it is not there, or empty.
    subscript(column: String) -> String? {
        columns.first { $0.name == column }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }
}

/// Goes through a table row by row.
struct StackExchangeRows {
    /// Bytes that one column may have: a post of 30,000 characters, its markup, and much more.
    static let columnLimit = 4 * 1024 * 1024

    /// The name of the table: `posts`, `comments`, `users`.
    private(set) var table = ""
    private var scanner = XMLScanner()

    init() { scanner.valueLimit = Self.columnLimit }

    /// The next row; nil at the end of the document.
    mutating func next(_ source: inout some XMLByteSupply) throws(ExportError) -> StackExchangeRow? {
        while true {
            switch try scanner.next(&source) {
            case .start(let element):
                if element.depth == 1 { table = element.local }
                if element.depth == 2, element.local == "row" { return StackExchangeRow(element) }
            case .end: break
            case .endOfDocument: return nil
            }
        }
    }

    /// The table that begins here, and its first row, as far as the first bytes show them.
    static func first(_ head: ArraySlice<UInt8>) -> (table: String, row: StackExchangeRow?) {
        guard head.drop(while: XMLCharacters.isBlank).prefix(2).contains(UInt8(ascii: "<")),
            var source = try? ByteSource(bytes: Array(head))
        else { return ("", nil) }
        var rows = StackExchangeRows()
        let row = try? rows.next(&source)
        return (rows.table, row ?? nil)
    }
}
