/// One row of a heat map: how much there is by how dark a cell is, without colours.
package enum HeatRow {
    private static let shades = ["░", "▒", "▓", "█"]
    private static let marks = [".", ":", "=", "#"]

    /// How dark a value is: 0 for nothing, 1 ... 4 by quarters of the largest.
    package static func shade(_ value: Int, of largest: Int) -> Int {
        guard value > 0, largest > 0 else { return 0 }
        return min(max(Int((Double(value) / Double(largest) * 4).rounded(.up)), 1), 4)
    }

    /// - Parameter cell: columns of each value, at least 1.
    /// - Returns: exactly as wide as all values together.
    package static func text(_ values: [Int], of largest: Int, cell: Int, repertoire: Repertoire) -> SafeText {
        let text = values.map { value in
            String(repeating: sign(shade(value, of: largest), repertoire), count: max(1, cell))
        }
        return SafeText(text.joined(), repertoire: repertoire)
    }

    /// The signs from least to most, for a legend.
    package static func signs(_ repertoire: Repertoire) -> [String] {
        (1...4).map { sign($0, repertoire) }
    }

    private static func sign(_ shade: Int, _ repertoire: Repertoire) -> String {
        guard shade > 0 else { return " " }
        return (repertoire == .unicode ? shades : marks)[shade - 1]
    }
}
