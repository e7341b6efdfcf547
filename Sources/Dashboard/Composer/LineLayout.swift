import Screen

/// The rows of one line of a text in a field of some columns. Offsets count from the line's beginning.
struct LineLayout {
    /// Without gaps, at least one.
    let rows: [Range<Int>]
    private let fieldColumns: Int
    private let content: Content

    private enum Content {
        /// Printable ASCII, one column each: most lines, and far cheaper.
        case plain(String)
        case measured(GraphemeColumns)
    }

    init(_ line: ArraySlice<Character>, columns: Int) {
        fieldColumns = max(1, columns)
        // The last column is the cursor's, so that it has a place behind a full row.
        let wrapColumns = max(1, fieldColumns - 1)
        let text = String(line)
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            content = .plain(text)
            rows =
                line.count <= wrapColumns
                ? [0..<line.count]
                : TextWrap.rows(of: text.utf8.map { .init(width: 1, isBlank: $0 == 0x20) }, columns: wrapColumns)
        } else {
            let measured = GraphemeColumns(text)
            content = .measured(measured)
            rows = measured.rows(columns: wrapColumns)
        }
    }

    /// The row in which the cursor stands at an offset; between two rows it stands in the lower one.
    func row(of offset: Int) -> Int {
        var low = 0
        var high = rows.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if rows[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The cursor's column in its row; among blanks that hang over the edge it stays in the last one.
    func column(of offset: Int) -> Int {
        let start = rows[row(of: offset)].lowerBound
        return min(lineColumn(offset) - lineColumn(start), fieldColumns - 1)
    }

    /// The offset in a row whose character covers a column, or the last one at which the cursor stands there.
    func offset(row: Int, column: Int) -> Int {
        let range = rows[row]
        let last = row == rows.count - 1 ? range.upperBound : max(range.lowerBound, range.upperBound - 1)
        let start = lineColumn(range.lowerBound)
        var low = range.lowerBound
        var high = last
        while low < high {
            let middle = (low + high + 1) / 2
            if lineColumn(middle) - start <= column { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// What is drawn for a row.
    func text(row: Int) -> SafeText {
        let range = rows[row]
        let text: SafeText
        switch content {
        case .plain(let line):
            let bytes = line.utf8.dropFirst(range.lowerBound).prefix(range.count)
            text = SafeText(String(decoding: bytes, as: UTF8.self))
        case .measured(let line):
            text = line.entries[range].reduce(into: SafeText()) { $0 += $1.text }
        }
        return text.prefix(columns: fieldColumns)
    }

    private func lineColumn(_ offset: Int) -> Int {
        switch content {
        case .plain: offset
        case .measured(let line): line.column(at: offset)
        }
    }
}
