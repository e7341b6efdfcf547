import Foundation
import Screen

/// Standard output or standard error. Everything that leaves goes through here: on a terminal as `SafeText`,
/// elsewhere with controls escaped, raw only where the person asked for it.
nonisolated package struct TextOutput: Sendable {
    package let descriptor: Int32
    package let isTerminal: Bool
    package let repertoire: Repertoire
    /// `--raw`: outside text as it is. Never on a terminal.
    package let isRaw: Bool

    package init(descriptor: Int32, isTerminal: Bool, repertoire: Repertoire = .unicode, isRaw: Bool = false) {
        self.descriptor = descriptor
        self.isTerminal = isTerminal
        self.repertoire = repertoire
        self.isRaw = isRaw && !isTerminal
    }

    package static func standardOutput(raw: Bool = false) -> TextOutput {
        TextOutput(descriptor: 1, isTerminal: isatty(1) == 1, repertoire: .ofLocale, isRaw: raw)
    }

    package static func standardError() -> TextOutput {
        TextOutput(descriptor: 2, isTerminal: isatty(2) == 1, repertoire: .ofLocale)
    }

    /// What may be sent of one line of outside text.
    package func safe(_ text: String) -> String {
        if isTerminal { return SafeText(text, repertoire: repertoire).plain }
        return isRaw ? text : EscapedText.line(text)
    }

    /// Writes one line.
    /// - Throws: `OutputError`.
    package func line(_ text: String) throws(OutputError) {
        try write(safe(text) + "\n")
    }

    /// Writes a text of our own making that may have several lines (help, completion scripts): their ends and tabs
    /// stay.
    package func lines(_ text: String) throws(OutputError) {
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        try write(parts.map(line(keepingTabs:)).joined(separator: "\n") + "\n")
    }

    private func line(keepingTabs line: Substring) -> String {
        if isTerminal { return safe(String(line)) }
        return String(
            String.UnicodeScalarView(line.unicodeScalars.filter { $0 == "\t" || !EscapedText.isUnsafe($0) }))
    }

    /// Writes cells with their colours (`screen --ansi`): made of `SafeText` only.
    package func styled(_ grid: CellGrid) throws(OutputError) {
        try write(grid.ansi() + "\n")
    }

    /// Writes a JSON line, which is safe already.
    package func json(_ line: JSONLine) throws(OutputError) {
        try write(line.text + "\n")
    }

    /// Shows how far something is, in place of what stood there; only on a terminal.
    package func progress(_ text: SafeText) {
        guard isTerminal else { return }
        try? write("\r" + text.plain + "\u{1B}[K")
    }

    /// The terminal's width now; 80 where there is none or it does not say.
    package var columns: Int {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    package func endProgress() {
        guard isTerminal else { return }
        try? write("\r\u{1B}[K")
    }

    /// Writes bytes as they are. - Throws: `OutputError`.
    package func write(_ text: String) throws(OutputError) {
        try OutputBytes.write(Array(text.utf8), to: descriptor)
    }
}

/// Writing did not work: a full disk, a closed pipe.
nonisolated package struct OutputError: Error, Equatable, Sendable {
    package var errno: Int32
}

nonisolated enum OutputBytes {
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw OutputError(errno: errno)
            }
        }
    }
}

extension Repertoire {
    /// What the locale's character set can show.
    nonisolated package static var ofLocale: Repertoire {
        InterfaceLanguage.isUTF8Locale(ProcessInfo.processInfo.environment) ? .unicode : .ascii
    }
}
