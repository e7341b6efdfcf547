import Glibc
import Screen

/// Examines the terminal of this process on its usual screen. It is in raw mode only while a method runs.
package struct TerminalExaminer {
    /// Why an examination ended early.
    nonisolated package enum Failure: Error, Equatable {
        /// `^C`, or a signal that ends programs.
        case stopped
        /// The terminal is gone, or there was none.
        case gone
    }

    private static let pasteOn = Array("\u{1B}[?2004h".utf8)
    private static let lineStart = [UInt8(ascii: "\r")]
    private static let pasteOff = Array("\u{1B}[?2004l".utf8)

    private let claims: TerminalClaims
    private let signals: EndingSignals?

    /// - Parameter signals: tell when the program is to end; nil: signals do as they always do.
    package init(_ claims: TerminalClaims, signals: EndingSignals?) {
        self.claims = claims
        self.signals = signals
    }

    /// Whether it takes what xterm takes; others might print it.
    package var isXterm: Bool { TerminalName(name: claims.described).isLikeXterm }

    /// Asks the terminal. - Throws: `Failure`.
    package func interview() throws(Failure) -> TerminalAnswers {
        // A pending rendition or half of a sample must not stay behind.
        let farewell = isXterm ? Array("\u{1B}[0m\r\u{1B}[K".utf8) : Self.lineStart
        let size = claims.size ?? TerminalSize.usual
        return try inRawMode(farewell: farewell) { (terminal) throws(RawTerminal.End) in
            var interview = TerminalInterview(terminal)
            return try interview.ask(isXterm: isXterm, isUTF8: claims.isUTF8, size: size)
        }
    }

    /// Sees how Esc and a key after it arrive. - Parameter prompt: says what to press. - Throws: `Failure`.
    package func tryEscape(prompt: () -> Void) throws(Failure) -> EscapeTrial.Outcome {
        try inRawMode(farewell: Self.lineStart) { (terminal) throws(RawTerminal.End) in
            prompt()
            try terminal.write(Self.lineStart)
            var trial = EscapeTrial()
            var patience = -1
            while true {
                let bytes = try terminal.read(patience: patience < 0 ? Int(Int32.max) : patience)
                if let bytes, bytes.contains(0x03) { throw .stopped }
                if let bytes { trial.take(bytes, now: RawTerminal.milliseconds) } else { trial.timeOut() }
                if let outcome = trial.outcome { return outcome }
                patience = EscapeTrial.patience
            }
        }
    }

    /// Sees how a paste arrives. - Parameters: `expected` was copied before; `prompt` says what to do.
    /// - Throws: `Failure`.
    package func tryPaste(expected: String?, prompt: () -> Void) throws(Failure) -> PasteTrial.Outcome {
        try inRawMode(farewell: isXterm ? Self.pasteOff : Self.lineStart) { (terminal) throws(RawTerminal.End) in
            if isXterm { try terminal.write(Self.pasteOn) }
            // Said in raw mode, so that nobody is quicker than the trial; line ends lack their CR there.
            prompt()
            try terminal.write(Self.lineStart)
            var trial = PasteTrial(expected: expected)
            var decoder = KeyDecoder()
            while trial.outcome == nil {
                let bytes = try terminal.read(patience: decoder.timeout ?? Int(Int32.max))
                // Before the decoder, to which it is text as long as a paste has no end.
                if let bytes, bytes.contains(0x03) { throw .stopped }
                trial.take(bytes.map { decoder.decode($0) } ?? decoder.timeOut())
            }
            return trial.outcome ?? .skipped
        }
    }

    /// Sends a text to the terminal's clipboard (OSC 52). - Throws: `Failure`.
    package func copy(_ text: String) throws(Failure) {
        guard isXterm, let bytes = ClipboardSequence.bytes(of: text) else { return }
        try inRawMode(farewell: Self.lineStart) { (terminal) throws(RawTerminal.End) in try terminal.write(bytes) }
    }

    private func inRawMode<Result>(
        farewell: [UInt8], _ body: (RawTerminal) throws(RawTerminal.End) -> Result
    ) throws(Failure) -> Result {
        guard let terminal = RawTerminal(signals: signals, farewell: farewell) else { throw .gone }
        defer { terminal.restore() }
        do {
            return try body(terminal)
        } catch .stopped {
            throw .stopped
        } catch {
            throw .gone
        }
    }
}
