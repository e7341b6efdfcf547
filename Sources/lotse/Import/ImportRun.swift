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
    private var remembered: RememberedMappings
    private(set) var failed = false
    private(set) var status = ExitStatus.failed
    private var candidates: [TeamCandidate] = []
    private var tookStandardInput = false

    init(
        invocation: Invocation, store: Store, choices: ImportChoices, isJSON: Bool, remembered: RememberedMappings,
        cancellation: Cancellation
    ) {
        self.invocation = invocation
        self.store = store
        self.choices = choices
        self.isJSON = isJSON
        self.cancellation = cancellation
        self.remembered = remembered
    }

    /// - Throws: what ends the whole command: an interrupt, output that cannot be written.
    mutating func take(_ path: ImportPath) throws {
        tookStandardInput = tookStandardInput || path == .standardInput
        var job = ImportJob(store: store, choices: choices, now: invocation.now, cancellation: cancellation)
        var mapping: MappingGuess?
        var header: (columns: [String], format: String)?
        job.onMapping = { guess, format in
            mapping = guess
            header = (guess.columns, format)
        }
        job.onProgress = { [invocation] progress in
            invocation.err.progress(path.shown + ": " + invocation.catalogue.say(progress.sentence))
        }
        let result = Result { () throws(ImportFailure) in try job.run(path) }
        invocation.err.endProgress()
        store.checkpointIfNeeded(above: 1)
        switch result {
        case .success(let summary):
            if let header, !choices.options.mapping.isEmpty, !choices.isRehearsal {
                remembered.remember(choices.options.mapping, for: header.columns, format: header.format)
            }
            try report(summary, mapping)
        case .failure(let failure): try report(failure, path, mapping)
        }
    }

    private mutating func report(_ summary: ImportSummary, _ mapping: MappingGuess?) throws {
        candidates += summary.teamCandidates.filter { candidate in
            !candidates.contains { $0.account == candidate.account }
        }
        if isJSON { return try invocation.out.json(BatchLine.line(summary, mapping: mapping)) }
        try invocation.say(summary.sentence)
        if let mapping { invocation.warn(mapping.sentence) }
        for phrase in [summary.calmSentence].compactMap(\.self) + summary.placeSentences() {
            invocation.warn(phrase)
        }
        for note in summary.notes { invocation.warn(Phrase("note: %1", note)) }
    }

    private mutating func report(_ failure: ImportFailure, _ path: ImportPath, _ mapping: MappingGuess?) throws {
        failed = true
        let sentence = failure.sentence(file: path.shown)
        if isJSON {
            try invocation.out.json(
                BatchLine.failure(path: path.shown, sentence: invocation.catalogue.say(sentence)))
        }
        invocation.warn(Phrase("lotse: %1", sentence))
        if let mapping { invocation.warn(mapping.sentence) }
        if failure == .export(.cancelled) {
            throw CommandFailure(nil, status: ExitStatus.interrupted)
        }
        if case .store(let error) = failure { status = ErrorReport.status(of: error) }
    }

    /// Names the likeliest accounts of ours; on a terminal it asks, elsewhere it says how.
    func askForTeam() throws {
        guard !candidates.isEmpty, !isJSON else { return }
        let asks = !tookStandardInput && isatty(0) == 1 && invocation.err.isTerminal
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
