import Foundation

/// The tool that knows what ncurses may send to which terminal. It lies beside the repository, or where
/// `LOTSE_SHARED` says, as for `.ci/promises`.
package enum ScreenJudge {
    private static let shared: String =
        ProcessInfo.processInfo.environment["LOTSE_SHARED"]
        ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared").path

    /// Absolute.
    package static let path = shared + "/tools/screen_safe.py"

    /// Whether tests that need it can run.
    package static var isThere: Bool { FileManager.default.isReadableFile(atPath: path) }
}
