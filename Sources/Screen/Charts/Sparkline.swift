/// A course of numbers in one row, each as a column of eight heights; in ASCII of four.
package enum Sparkline {
    private static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let marks = ["_", "-", "=", "#"]

    /// - Parameters:
    ///   - values: not below 0. More than there are columns are added up in neighbours, so that none is lost.
    ///   - largest: what is as high as it goes; nil: the largest column.
    /// - Returns: as wide as there are values, at most `columns`. 0 is a dot, so that it is not taken for a little.
    package static func text(_ values: [Int], columns: Int, largest: Int? = nil, repertoire: Repertoire) -> SafeText {
        let sums = gathered(values, columns: columns)
        let top = max(largest ?? sums.max() ?? 0, 1)
        let signs = repertoire == .unicode ? blocks : marks
        let text = sums.map { value in
            guard value > 0 else { return repertoire == .unicode ? "·" : "." }
            let height = Int((min(1, Double(value) / Double(top)) * Double(signs.count)).rounded(.up))
            return signs[min(max(height, 1), signs.count) - 1]
        }
        return SafeText(text.joined(), repertoire: repertoire)
    }

    /// The values in at most so many sums of neighbours; the last may be of fewer.
    package static func gathered(_ values: [Int], columns: Int) -> [Int] {
        guard columns > 0, !values.isEmpty else { return [] }
        let width = (values.count + columns - 1) / columns
        return stride(from: 0, to: values.count, by: width).map { start in
            values[start..<min(start + width, values.count)].reduce(0, +)
        }
    }
}
