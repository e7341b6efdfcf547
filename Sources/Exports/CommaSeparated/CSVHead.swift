/// What the first bytes of a table tell: its delimiter and its columns.
struct CSVHead {
    private(set) var delimiter: UInt8
    private(set) var columns: [String]
    /// Rows that are no header yet: Excel's line `sep=;`, a title, the days of a report.
    private(set) var rowsBeforeHeader = 0

    private static let titleLimit = 5

    private static let delimiters = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    /// nil: there is no header. The delimiter is the one that gives the most columns a meaning, then the one that
    /// gives the most columns.
    init?(_ head: ArraySlice<UInt8>) {
        if let declared = Self.declaredDelimiter(head), let columns = Self.columns(head, declared, rows: 2) {
            (delimiter, self.columns, rowsBeforeHeader) = (declared, columns, 1)
            return
        }
        var best: (delimiter: UInt8, columns: [String], rank: (Int, Int))?
        for delimiter in Self.delimiters {
            guard let columns = Self.columns(head, delimiter, rows: 1) else { continue }
            let rank = (Self.meaningful(columns), columns.count)
            if let found = best, found.rank >= rank { continue }
            best = (delimiter, columns, rank)
        }
        guard let best else { return nil }
        (delimiter, columns) = (best.delimiter, best.columns)
        passTitles(head)
    }

    /// Where the first row has one filled cell that means nothing, the header is the next row that means something.
    private mutating func passTitles(_ head: ArraySlice<UInt8>) {
        guard Self.isTitle(columns) else { return }
        for delimiter in Self.delimiters {
            for before in 1..<Self.titleLimit {
                guard let later = Self.columns(head, delimiter, rows: before + 1) else { break }
                guard !Self.isTitle(later) else { continue }
                if Self.meaningful(later) > 0 {
                    (self.delimiter, columns, rowsBeforeHeader) = (delimiter, later, before)
                    return
                }
                break
            }
        }
    }

    private static func isTitle(_ columns: [String]) -> Bool {
        columns.count { !$0.isEmpty } <= 1 && meaningful(columns) == 0
    }

    private static func declaredDelimiter(_ head: ArraySlice<UInt8>) -> UInt8? {
        guard head.starts(with: Array("sep=".utf8)), let byte = head.dropFirst(4).first else { return nil }
        guard let after = head.dropFirst(5).first, after == 0x0A || after == 0x0D else { return nil }
        return byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") || byte == 0x09 ? byte : nil
    }

    private static func columns(_ head: ArraySlice<UInt8>, _ delimiter: UInt8, rows count: Int) -> [String]? {
        guard let source = try? ByteSource(bytes: Array(head)) else { return nil }
        var rows = CSVRows(source, delimiter: delimiter)
        for _ in 0..<count {
            guard let outcome = try? rows.next(), outcome == .row else { return nil }
        }
        var repairs: Repairs = []
        return (0..<rows.row.count).map { rows.row.cell($0, repairs: &repairs) }
    }

    private static func meaningful(_ columns: [String]) -> Int {
        let headers = Set(columns.map(comparableHeader))
        return Role.allCases.count { role in role.headers.contains(where: headers.contains) }
    }
}
