/// A bar that lies, in eighths of a cell; in ASCII in whole ones.
package enum ChartBar {
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// - Parameters:
    ///   - value: not below 0; what is more than `largest` is as long as that.
    ///   - largest: fills all columns.
    /// - Returns: at most `columns` wide; something for every value over 0, where there is a column.
    package static func text(_ value: Int, of largest: Int, columns: Int, repertoire: Repertoire) -> SafeText {
        guard value > 0, largest > 0, columns > 0 else { return SafeText() }
        let steps = repertoire == .unicode ? 8 : 1
        // Sums of counts may be large, and so may the product.
        let share = min(1, Double(value) / Double(largest))
        let filled = min(max(Int((share * Double(columns * steps)).rounded()), 1), columns * steps)
        let (whole, rest) = filled.quotientAndRemainder(dividingBy: steps)
        let full = String(repeating: repertoire == .unicode ? "█" : "#", count: whole)
        return SafeText(full + (rest > 0 ? eighths[rest] : ""), repertoire: repertoire)
    }
}
