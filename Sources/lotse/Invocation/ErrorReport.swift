import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

/// The one place where errors become sentences on standard error and exit statuses.
enum ErrorReport {
    static func report(_ error: any Error) -> Int32 {
        let (sentence, status) = judge(error)
        if let sentence {
            say("lotse: " + Surroundings.catalogueOfErrors.say(sentence))
            return status
        }
        if error is CommandFailure { return status }
        return reportParsing(error)
    }

    private static func judge(_ error: any Error) -> (Phrase?, Int32) {
        switch error {
        case let failure as CommandFailure: (failure.sentence, failure.status)
        case let error as StoreError: (error.sentence, status(of: error))
        case let refusal as Refusal: (refusal.sentence, ExitStatus.failed)
        case let failure as OutboxExport.Failure: (failure.sentence, status(of: failure))
        case let error as OutputError:
            (Phrase("Writing failed: %1.", SystemError.words(error.errno)), ExitStatus.failed)
        case let failure as ImportFailure: (failure.sentence(file: "-"), ExitStatus.failed)
        case let error as QueryError: (error.phrase, ExitStatus.failed)
        case let error as TimeArgumentError: (error.sentence, ExitStatus.failed)
        case let error as TimePhraseError: (error.sentence, ExitStatus.failed)
        case let error as ConfigurationError: (error.sentence, ExitStatus.failed)
        default: (nil, ExitStatus.failed)
        }
    }

    static func status(of error: StoreError) -> Int32 {
        error == .busy || error == .importRunning ? ExitStatus.tryAgain : ExitStatus.failed
    }

    private static func status(of failure: OutboxExport.Failure) -> Int32 {
        if case .store(let error) = failure { return status(of: error) }
        return ExitStatus.failed
    }

    /// Help, versions and completion scripts are errors that succeed; a wrong command line is 64 (`EX_USAGE`).
    private static func reportParsing(_ error: any Error) -> Int32 {
        let code = Lotse.exitCode(for: error)
        let output = code.isSuccess ? TextOutput.standardOutput() : TextOutput.standardError()
        let text = Lotse.fullMessage(for: error)
        if !text.isEmpty { try? output.lines(text) }
        return code.rawValue
    }

    private static func say(_ text: String) {
        try? TextOutput.standardError().line(text)
    }
}
