import Testing

@testable import Screen

@Suite struct CellGridTests {
    private func grid(_ columns: Int, _ rows: Int = 1, _ texts: (String, Int)...) -> CellGrid {
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        for (text, column) in texts { grid.put(SafeText(text), at: Point(column: column, row: 0), style: .standard) }
        return grid
    }

    @Test(arguments: [
        ("abc", 0, "abc   "), ("abcdefgh", 0, "abcdef"), ("abc", 4, "    ab"), ("abc", -1, "bc    "),
        ("abc", -3, "      "),
        ("abc", 6, "      "), ("漢字", 3, "   漢 "), ("漢字", -1, " 字   "), ("漢", 5, "      "), ("漢", -1, "      "),
        ("abc", .min, "      "), ("abc", .max, "      "),
    ])
    func `a text is clipped to the grid`(raw: String, column: Int, shown: String) {
        #expect(grid(6, 1, (raw, column)).text == [shown])
    }

    @Test(arguments: [
        ("x", 0, "x 字ab"), ("x", 1, " x字ab"), ("漢", 1, " 漢 ab"), ("漢", 3, "漢 漢b"), ("", 1, "漢字ab"),
    ])
    func `half of a wide glyph goes when the other half is overwritten`(raw: String, column: Int, shown: String) {
        #expect(grid(6, 1, ("漢字ab", 0), (raw, column)).text == [shown])
    }

    @Test func `a limit cuts, and says what was used`() {
        var grid = CellGrid(size: Size(columns: 6, rows: 1))
        let text = SafeText("a漢字")
        #expect(grid.put(text, at: Point(column: 0, row: 0), style: .standard, width: 4) == 4)
        #expect(grid.text == ["a漢   "])
        #expect(grid.put(text, at: Point(column: 0, row: 0), style: .standard, width: 0) == 0)
        #expect(grid.put(text, at: Point(column: 0, row: 0), style: .standard, width: -2) == 0)
        #expect(grid.put(text, at: Point(column: 0, row: 7), style: .standard) == 5)
    }

    @Test(arguments: [0, 1, 2], [0, 1, 2])
    func `no coordinate crashes, however small the grid`(columns: Int, rows: Int) {
        for column in [Int.min, -2, -1, 0, 1, 2, Int.max] {
            for row in [Int.min, -1, 0, 1, Int.max] {
                var grid = CellGrid(size: Size(columns: columns, rows: rows))
                let point = Point(column: column, row: row)
                grid.put(SafeText("漢a字"), at: point, style: .standard)
                grid.putRule("│", from: point, length: 3, isVertical: true, style: .standard)
                grid.putRule("─", from: point, length: .max, style: .standard)
                grid.fill(Rect(origin: point, size: Size(columns: .max, rows: .max)), style: Style(bold: true))
                grid.restyle(Rect(origin: point, size: Size(columns: 1, rows: 1))) { $0 }
                #expect(grid.text.count == rows)
                #expect(grid.styleLetters.allSatisfy { $0.count == columns })
                if !grid.bounds.contains(point) { #expect(grid[point] == .blank) }
            }
        }
    }

    @Test func `a negative size is nothing`() {
        let grid = CellGrid(size: Size(columns: -1, rows: -5))
        #expect(grid.size == Size(columns: 0, rows: 0))
        #expect(grid.text.isEmpty)
        #expect(grid.ansi().isEmpty)
    }

    @Test func `filling blanks the halves at its edges`() {
        var filled = grid(6, 1, ("漢字漢", 0))
        filled.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), style: Style(reverse: true))
        #expect(filled.text == ["    漢"])
        #expect(filled.styleLetters == [".aa..."])
        #expect(filled.styleLegend == ["a reverse"])
    }

    @Test func `restyling takes a wide glyph as a whole`() {
        var restyled = grid(6, 1, ("漢字漢", 0))
        restyled.restyle(Rect(column: 1, row: 0, columns: 2, rows: 1)) { Style(bold: true).over($0) }
        #expect(restyled.text == ["漢字漢"])
        #expect(restyled.styleLetters == ["aaaa.."])
    }

    @Test func `rules run across and down`() {
        var grid = CellGrid(size: Size(columns: 3, rows: 3))
        grid.putRule("─", from: Point(column: -1, row: 1), length: 3, style: .standard)
        grid.putRule("│", from: Point(column: 2, row: 0), length: 9, isVertical: true, style: .standard)
        grid.putRule("漢", from: Point(column: 0, row: 0), length: 9, style: .standard)
        #expect(grid.text == ["  │", "──│", "  │"])
    }

    @Test func `SGR is sent where the style changes, and reset at the line's end`() {
        var grid = CellGrid(size: Size(columns: 4, rows: 1))
        let red = Style(foreground: .ansi(9), background: .indexed(208), bold: true)
        grid.put(SafeText("漢a"), at: Point(column: 0, row: 0), style: red)
        #expect(grid.ansi() == "\u{1B}[0;1;91;48;5;208m漢a\u{1B}[0m \u{1B}[0m\n")
    }

    @Test func `in ASCII every column stays`() {
        let ascii = grid(8, 1, ("Jö漢│…x", 0)).ascii()
        #expect(ascii.text == ["Jo??|.x "])
    }

    @Test func `random drawing keeps the grid whole`() {
        var generator = NastyText.Generator(state: 7)
        var grid = CellGrid(size: Size(columns: 13, rows: 2))
        for _ in 0..<2_000 {
            let point = Point(column: Int(generator.next() % 20) - 4, row: Int(generator.next() % 3))
            let limit = Int(generator.next() % 16)
            grid.put(SafeText(generator.text()), at: point, style: .standard, width: limit)
            for row in 0..<2 {
                let cells = Array(grid.row(row))
                #expect(cells.reduce(0) { $0 + $1.width } == 13)
                for (index, cell) in cells.enumerated() where cell.width == 2 {
                    #expect(cells.indices.contains(index + 1) && cells[index + 1].isContinuation)
                }
            }
        }
    }
}
