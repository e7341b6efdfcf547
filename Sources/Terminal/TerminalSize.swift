import Glibc
import Screen

/// How large the terminal is.
nonisolated enum TerminalSize {
    /// Larger than any screen; keeps a liar (65535 x 65535) from costing gigabytes.
    static let maximum = 1000
    static let usual = Size(columns: 80, rows: 24)

    /// What the kernel says of a descriptor's terminal; nil: nothing. Serial lines and some SSH clients say 0 x 0.
    static func reported(by descriptor: Int32) -> Size? {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// The size to use: what is reported, for a missing side `$COLUMNS` and `$LINES`, else 80 x 24.
    static func resolve(reported: Size?, environment: [String: String]) -> Size {
        Size(
            columns: side(reported?.columns, environment["COLUMNS"], usual.columns),
            rows: side(reported?.rows, environment["LINES"], usual.rows))
    }

    private static func side(_ reported: Int?, _ variable: String?, _ usual: Int) -> Int {
        let given = [reported, variable.flatMap { Int($0) }].compactMap(\.self).first { $0 > 0 }
        return min(given ?? usual, maximum)
    }
}
