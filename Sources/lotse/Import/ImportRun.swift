import Conversations
import Exports
import Foundation
import Runtime
import Screen
import Store

/// The imports of one command: a file that is refused does not stop the others.
struct ImportRun {
    let invocation: Invocation
    let store: Store
    let choices: ImportChoices
    let isJSON: Bool
    let cancellation: Cancellation
    /// Whether the person may be asked; nothing is asked where nobody sits at a terminal.
    let mayAsk: Bool
    private var remembered: RememberedMappings
    private(set) var failed = false
    private(set) var status = ExitStatus.failed
    private var candidates: [TeamCandidate] = []
    private var tookStandardInput = false

    init(
        invocation: Invocation, store: Store, choices: ImportChoices, isJSON: Bool, remembered: RememberedMappings,
        cancellation: Cancellation, mayAsk: Bool
    ) {
        self.invocation = invocation
        self.store = store
        self.choices = choices
        self.isJSON = isJSON
        self.cancellation = cancellation
        self.mayAsk = mayAsk
        self.remembered = remembered
    }

    private var asks: Bool {
        mayAsk && !isJSON && !tookStandardInput && isatty(0) == 1 && invocation.err.isTerminal
    }

    /// - Throws: what ends the whole command: an interrupt, output that cannot be written.
    /// - Returns: false where the same may work in a moment: somebody else imports, or the file is still written.
    @discardableResult
    mutating func take(_ path: ImportPath) throws -> Bool {
        tookStandardInput = tookStandardInput || path == .standardInput
        let attempt = attempt(path, choices)
        guard case .failure(.export(.ambiguous(let formats))) = attempt.result, asks else {
            try report(attempt, path)
            return attempt.isFinal
        }
        let question = FormatQuestion(candidates: formats)
        switch question.ask(file: path.shown, say: invocation.warn, read: { readLine() }) {
        case .format(let format):
            var choices = choices
            choices.format = format
            try report(self.attempt(path, choices), path)
        case .skip: invocation.warn(Phrase("%1: left out.", path.shown))
        case .none: try report(attempt, path)
        }
        return true
    }

    /// What one import came to, and what the columns of its table were taken for.
    private struct Attempt {
        var result: Result<ImportSummary, ImportFailure>
        var mapping: MappingGuess?
        var format = ""

        /// Whether trying again cannot help.
        var isFinal: Bool {
            switch result {
            case .failure(.store(.importRunning)), .failure(.store(.busy)), .failure(.store(.diskFull)),
                .failure(.export(.changedWhileReading)):
                false
            default: true
            }
        }
    }

    private func attempt(_ path: ImportPath, _ choices: ImportChoices) -> Attempt {
        var job = ImportJob(store: store, choices: choices, now: invocation.now, cancellation: cancellation)
        var mapping: MappingGuess?
        var format = ""
        job.onMapping = { [invocation, isJSON] in
            (mapping, format) = ($0, $1)
            // Before anything is imported: a wrong guess can be stopped with ^C.
            if !isJSON { invocation.warn($0.sentence) }
        }
        if !isJSON { job.onProgress = progress(of: path) }
        let result = Result { () throws(ImportFailure) in try job.run(path) }
        invocation.err.endProgress()
        store.checkpointIfNeeded(above: 1)
        return Attempt(result: result, mapping: mapping, format: format)
    }

    /// Draws how far it is, ten times a second at most; on a terminal alone.
    private func progress(of path: ImportPath) -> (ImportProgress) -> Void {
        let (err, catalogue, clock) = (invocation.err, invocation.catalogue, ContinuousClock())
        guard err.isTerminal else { return { _ in } }
        let start = clock.now
        var pace = DrawingPace()
        return { progress in
            let seconds = (clock.now - start) / .seconds(1)
            guard pace.isDue(at: seconds) || progress.isPublishing else { return }
            let line = ProgressLine(name: path.shownName, progress: progress, seconds: seconds)
            // The last column stays free: some terminals go to the next line when it is written.
            err.progress(line.text(columns: err.columns - 1, repertoire: err.repertoire, catalogue: catalogue))
        }
    }

    private mutating func report(_ attempt: Attempt, _ path: ImportPath) throws {
        switch attempt.result {
        case .success(let summary):
            if let mapping = attempt.mapping, !choices.options.mapping.isEmpty, !choices.isRehearsal {
                remembered.remember(choices.options.mapping, for: mapping.columns, format: attempt.format)
            }
            try report(summary, attempt.mapping)
        case .failure(let failure): try report(failure, path)
        }
    }

    private mutating func report(_ summary: ImportSummary, _ mapping: MappingGuess?) throws {
        candidates += summary.teamCandidates.filter { candidate in
            !candidates.contains { $0.account == candidate.account }
        }
        if isJSON { return try invocation.out.json(BatchLine.line(summary, mapping: mapping)) }
        try invocation.say(summary.sentence)
        for phrase in [summary.calmSentence].compactMap(\.self) + summary.placeSentences() {
            invocation.warn(phrase)
        }
        for note in summary.notes { invocation.warn(Phrase("note: %1", note)) }
    }

    private mutating func report(_ failure: ImportFailure, _ path: ImportPath) throws {
        failed = true
        let sentence = failure.sentence(file: path.shown)
        if isJSON {
            try invocation.out.json(
                BatchLine.failure(path: path.shown, sentence: invocation.catalogue.say(sentence)))
        }
        invocation.warn(Phrase("lotse: %1", sentence))
        if failure == .export(.cancelled) {
            throw CommandFailure(nil, status: ExitStatus.interrupted)
        }
        if case .store(let error) = failure { status = ErrorReport.status(of: error) }
    }

    /// Names the likeliest accounts of ours; on a terminal it asks, elsewhere it says how.
    func askForTeam() throws {
        guard !candidates.isEmpty, !isJSON else { return }
        for candidate in candidates {
            invocation.warn(candidate.sentence)
            guard asks else {
                invocation.warn(Phrase("If this account is yours: %1", candidate.command))
                continue
            }
            if YesNoQuestion.ask("Is this account yours? (y/n)", invocation) {
                try store.setTeam(candidate.account, isTeam: true, now: invocation.now)
            }
        }
    }
}

/// A question on a terminal.
enum YesNoQuestion {
    /// Anything that is not a clear yes is a no; so is the end of input.
    static func ask(_ question: Phrase, _ invocation: Invocation) -> Bool {
        try? invocation.err.write(invocation.err.safe(invocation.catalogue.say(question)) + " ")
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        return ["y", "yes", "j", "ja"].contains(answer)
    }
}
