import Screen
import TestSupport
import Testing

/// Bars, courses and heat maps: what they are worth, to the cell.
@Suite struct ChartTests {
    private static let repertoires = [Repertoire.unicode, .ascii]

    /// Eighths of a cell that a bar fills.
    private static func filled(_ bar: SafeText) -> Int {
        bar.plain.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar {
            case "#", "█": sum + 8
            default: sum + Int(0x2590 - scalar.value)
            }
        }
    }

    @Test func `a bar is as long as its share, in eighths of a cell`() {
        #expect(ChartBar.text(10, of: 10, columns: 4, repertoire: .unicode).plain == "████")
        #expect(ChartBar.text(5, of: 10, columns: 3, repertoire: .unicode).plain == "█▌")
        #expect(ChartBar.text(1, of: 8, columns: 1, repertoire: .unicode).plain == "▏")
        #expect(ChartBar.text(7, of: 8, columns: 1, repertoire: .unicode).plain == "▉")
        #expect(ChartBar.text(5, of: 10, columns: 4, repertoire: .ascii).plain == "##")
    }

    @Test(arguments: repertoires)
    func `no bar is wider than its place, and none is missing`(_ repertoire: Repertoire) {
        var numbers = SplitMix64(seed: 7)
        for _ in 0..<2000 {
            let columns = Int(numbers.next() % 60)
            let largest = Int(numbers.next() % 1_000_000)
            let value = Int(numbers.next() % 1_500_000)
            let bar = ChartBar.text(value, of: largest, columns: columns, repertoire: repertoire)
            #expect(bar.columns <= columns)
            #expect(bar.isEmpty == (value == 0 || largest == 0 || columns == 0))
            guard value <= largest, repertoire == .unicode, !bar.isEmpty else { continue }
            let exact = Double(value) / Double(largest) * Double(columns * 8)
            #expect(abs(Double(Self.filled(bar)) - max(exact, 1)) <= 1)
        }
        #expect(ChartBar.text(.max, of: .max, columns: 40, repertoire: repertoire).columns == 40)
        #expect(ChartBar.text(1, of: .max, columns: 40, repertoire: repertoire).columns == 1)
    }

    @Test func `a course shows nothing as a dot and the most as a full column`() {
        #expect(Sparkline.text([0, 1, 4, 8], columns: 10, repertoire: .unicode).plain == "·▁▄█")
        #expect(Sparkline.text([0, 1, 4, 8], columns: 10, repertoire: .ascii).plain == "._-#")
        #expect(Sparkline.text([0, 0, 0], columns: 10, repertoire: .unicode).plain == "···")
        #expect(Sparkline.text([1, 1, 1_000_000], columns: 3, repertoire: .unicode).plain == "▁▁█")
        #expect(Sparkline.text([2, 4], columns: 3, largest: 8, repertoire: .unicode).plain == "▂▄")
    }

    @Test func `a course that is too long is added up, and nothing is lost`() {
        var numbers = SplitMix64(seed: 11)
        for _ in 0..<500 {
            let values = (0..<Int(numbers.next() % 400)).map { _ in Int(numbers.next() % 1000) }
            let columns = Int(numbers.next() % 100) + 1
            let sums = Sparkline.gathered(values, columns: columns)
            #expect(sums.reduce(0, +) == values.reduce(0, +))
            #expect(sums.count <= columns)
            let text = Sparkline.text(values, columns: columns, repertoire: .unicode)
            #expect(text.columns == sums.count)
        }
        #expect(Sparkline.text([1, 2], columns: 0, repertoire: .unicode).isEmpty)
    }

    @Test(arguments: repertoires, [1, 2, 3])
    func `a row of a heat map is exactly as wide as its cells`(_ repertoire: Repertoire, cell: Int) {
        var numbers = SplitMix64(seed: 13)
        for _ in 0..<200 {
            let values = (0..<24).map { _ in Int(numbers.next() % 5) * Int(numbers.next() % 5000) }
            let row = HeatRow.text(values, of: values.max() ?? 0, cell: cell, repertoire: repertoire)
            #expect(row.columns == 24 * cell)
        }
    }

    @Test func `a heat map has four shades, and nothing is empty`() {
        #expect((0...8).map { HeatRow.shade($0, of: 8) } == [0, 1, 1, 2, 2, 3, 3, 4, 4])
        #expect(HeatRow.shade(0, of: 0) == 0)
        #expect(HeatRow.shade(1, of: .max) == 1)
        #expect(HeatRow.text([0, 1, 2, 3, 4], of: 4, cell: 1, repertoire: .unicode).plain == " ░▒▓█")
        #expect(HeatRow.text([0, 1, 2, 3, 4], of: 4, cell: 1, repertoire: .ascii).plain == " .:=#")
    }
}
