import Glibc
import Screen
import Terminal

/// What the demo shows.
enum DemoText {
    static let styles = [
        Style.standard, Style(foreground: .ansi(1), bold: true), Style(foreground: .indexed(208)),
        Style(foreground: .rgb(10, 120, 200), background: .ansi(7)), Style(underline: true), Style(italic: true),
        Style(foreground: .ansi(12), dim: true), Style(reverse: true),
    ]

    /// `shown`: how many of the last keys.
    static func lines(_ terminal: Terminal, isGuarded: Bool, keys: [String], shown: Int) -> [String] {
        [
            "ready \(terminal.size.columns)x\(terminal.size.rows) colors \(terminal.colors)",
            "wide 日本語|",
            "marks e\u{301}n\u{303}|",
            "emoji 👍🏽👨‍👩‍👧|",
            "arabic مرحبا|",
            "hostile \u{1B}[31m\u{202E}\u{9B}\rx|",
            "new \u{1FAE9}|",
            "pid \(getpid()) guarded \(isGuarded) utf8 \(terminal.isUTF8)",
            "notice \(terminal.notice.map { "\($0)" } ?? "none")",
            "environment \(isClean ? "clean" : "leaks")",
            "keys \(keys.count)",
        ] + keys.suffix(shown)
    }

    /// The guard's variables are not for programs that we start.
    private static var isClean: Bool {
        (["LOTSE_GUARD_FD", "SWIFT_BACKTRACE"] as [String]).allSatisfy { name in getenv(name) == nil }
    }
}
