import Foundation
import Logging

/// Where the dashboard's log goes: a private file, never the terminal. Texts of messages are not logged.
nonisolated package struct LogFile: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info
    private let descriptor: Int32
    private let label: String

    /// Opens or makes `lotse.log` (0600) in a folder of our own (0700).
    /// - Returns: nil where that is not possible; the program works without a log.
    package init?(folder: String, label: String) {
        PrivateFiles.makeFolder(folder)
        descriptor = open(
            folder + "/lotse.log", O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0o600)
        self.label = label
        if descriptor < 0 { return nil }
    }

    /// A logger for the dashboard; where no file can be had, it is silent.
    package static func logger(folder: String) -> Logger {
        Logger(label: "lotse") { label in
            LogFile(folder: folder, label: label).map { $0 as any LogHandler } ?? SwiftLogNoOpLogHandler()
        }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let stamp = Date().formatted(.iso8601)
        let text = "\(stamp) \(event.level) \(label)[\(getpid())] \(EscapedText.line(event.message.description))\n"
        // One write a line: several processes append to the same file.
        _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
}
