import Foundation
import Runtime
import Screen
import Terminal

/// `lotse doctor --terminal`: what the terminal of this process can do, and what to set.
@MainActor
struct TerminalExamination {
    let invocation: Invocation
    let isJSON: Bool
    /// A text is sent to the clipboard, to see whether a paste brings it.
    let copies: Bool

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// - Parameter signals: opened before the first thread was made.
    /// - Throws: `OutputError`; `CommandFailure` when something is wrong or it was stopped.
    func run(signals: Signals?) throws {
        var report = TerminalReport(out: invocation.out, catalogue: invocation.catalogue, isJSON: isJSON)
        let claims = claims()
        try report.add(claims.verdicts)
        if isJSON || !claims.isTerminal {
            try report.add([claims.directColorVerdict(nil)])
        } else {
            try examine(claims, signals, &report)
        }
        try report.close()
        guard report.wrongCount == 0 else { throw CommandFailure(nil) }
    }

    private func claims() -> TerminalClaims {
        var claims = TerminalClaims.ofProcess(environment: environment)
        claims.wantsDirectColor = invocation.configuration.colors == .rgb
        // $TMUX names a tmux of this machine; over SSH there is none to ask.
        if claims.multiplexer == .tmux, environment["TMUX"] != nil {
            let tmux = Runtime.Program(
                ["tmux", "display-message", "-p", TmuxOptions.format], path: environment["PATH"] ?? "")
            claims.tmux = tmux?.answer(environment: environment).flatMap(TmuxOptions.init(answer:))
        }
        return claims
    }

    private func examine(_ claims: TerminalClaims, _ signals: Signals?, _ report: inout TerminalReport) throws {
        var ending: Signals.Signal?
        let examiner = TerminalExaminer(
            claims,
            signals: signals.map { signals in
                EndingSignals(fileDescriptor: signals.fileDescriptor) {
                    ending = signals.read().first(where: Self.ends)
                    return ending != nil
                }
            })
        do {
            // A terminal without a cursor to place would print the questions.
            if claims.description?.placesCursor == true {
                let answers = try examiner.interview()
                try report.add([claims.directColorVerdict(answers)])
                try report.add(answers.verdicts(claims, isXterm: examiner.isXterm))
            }
            let escape = try examiner.tryEscape { prompt("Press Esc and at once j. Any other key leaves this out.") }
            try report.add([TerminalVerdict(escape, claims)])
            let copied = try copy(examiner)
            let paste = try examiner.tryPaste(expected: copied) {
                prompt(
                    copied == nil
                        ? Phrase("Paste something, of two characters at least. Any key leaves this out.")
                        : Phrase("A text was sent to the clipboard; paste it. Any key leaves this out."))
            }
            try report.add([TerminalVerdict(paste)])
        } catch let failure as TerminalExaminer.Failure {
            throw Self.ended(failure, by: ending)
        }
    }

    /// Where it cannot be written, the terminal is gone, which the trial finds.
    private func prompt(_ phrase: Phrase) {
        try? invocation.say(phrase)
    }

    /// - Returns: what was sent to the clipboard; nil: nothing.
    private func copy(_ examiner: TerminalExaminer) throws -> String? {
        guard copies else { return nil }
        let text = "lotse \(UInt16.random(in: 1000...9999))"
        switch invocation.desktop.way {
        case .terminal: try examiner.copy(text)
        case .program(let program), .tmux(let program):
            guard program.take(text, environment: environment) else { return nil }
        case .off: return nil
        }
        return text
    }

    private static func ends(_ signal: Signals.Signal) -> Bool {
        switch signal {
        case .terminate, .hangup, .interrupt: true
        case .windowChanged, .stop, .resume: false
        }
    }

    /// - Parameter signal: nil: a key did.
    private static func ended(_ failure: TerminalExaminer.Failure, by signal: Signals.Signal?) -> CommandFailure {
        let isInterrupt = failure == .stopped && (signal ?? .interrupt) == .interrupt
        return CommandFailure(nil, status: isInterrupt ? ExitStatus.interrupted : ExitStatus.terminated)
    }
}
