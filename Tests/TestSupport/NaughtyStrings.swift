import Foundation

/// Strings that parsers stumble over: what is here, and the Big List of Naughty Strings (github.com/minimaxir/
/// big-list-of-naughty-strings, MIT) where it lies beside the repository.
package enum NaughtyStrings {
    /// The hostile texts, a few of other kinds, and the big list.
    package static let all: [String] = HostileTexts.terminal + HostileTexts.unicode + few + bigList()

    private static let few = [
        "", " ", "\"", "'''", "\"\"\"", "\\", "]", "[[", "= =", "\u{0}", "NaN", "-inf", "-0", "1e999", "0x", "null",
        "true", "../../etc/passwd", "$(touch PWNED)", "`id`", "%s%n%x", "{0}", "a.b.c", "#", "\r\n", "ctrl-",
        "alt-alt-x",
        "x\u{0}y", "/(a+)+$/", "from:", "((((((((", "-", "--", "\u{D7FF}\u{E000}\u{10FFFF}",
    ]

    private static func bigList() -> [String] {
        let named = ProcessInfo.processInfo.environment["LOTSE_HOSTILE"]
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/hostile").path
        for folder in [named, beside, "/work/shared/hostile"].compactMap({ $0 }) {
            guard let data = FileManager.default.contents(atPath: folder + "/blns.json"),
                let list = try? JSONDecoder().decode([String].self, from: data)
            else { continue }
            return list
        }
        return []
    }
}
