import Conversations
import Dashboard
import Exports
import Foundation
import Screen
import Store
import Synchronization

/// An import beside the dashboard, on threads of its own and with connections of its own: the inbox stays as quick
/// as it is. Tells how far it is, and how it came out.
nonisolated final class BackgroundImport: Sendable {
    private let storePath: String
    private let options: StoreOptions
    private let mailbox: Mailbox
    private let catalogue: Catalogue
    private let cancellation = Cancellation()
    private let hasEnded = Mutex(false)

    /// How long a write of the import waits for the moderator's, in milliseconds.
    private static let busyTimeout = 30_000
    /// Places that are named of skipped and repaired records.
    private static let placeLimit = 50

    init(store: Store, mailbox: Mailbox, catalogue: Catalogue) {
        storePath = store.path
        var options = store.options
        options.busyTimeout = Self.busyTimeout
        self.options = options
        self.mailbox = mailbox
        self.catalogue = catalogue
    }

    /// Whether nothing is under way any more.
    var isEnded: Bool { hasEnded.withLock { $0 } }

    func start(_ argument: String, choices: ImportChoices, clock: Moment) {
        let thread = Thread { [self] in
            let outcome = run(argument, choices: choices, now: clock)
            hasEnded.withLock { $0 = true }
            mailbox.post(.imported(outcome))
        }
        thread.name = "lotse import reader"
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Ends it; nothing of it is published.
    func stop() {
        cancellation.cancel()
    }

    /// Every file of a folder is an import of its own; one that is refused does not stop the others.
    private func run(_ argument: String, choices: ImportChoices, now: Moment) -> ImportOutcome {
        var outcome = ImportOutcome(path: argument, sentences: [], isFailure: false)
        do throws(StoreError) {
            let store = try Store.open(storePath, options: options)
            let paths = ImportPath.expand([Self.expandingHome(argument)])
            var failed = 0
            var looked = 0
            for path in paths where !cancellation.isCancelled {
                looked += 1
                failed += take(path, store, choices, now, &outcome) ? 0 : 1
            }
            if paths.count > 1 {
                outcome.sentences.insert(
                    catalogue.say(Self.sum(files: paths.count, looked: looked, failed: failed)), at: 0)
            }
            store.checkpointIfNeeded(above: 1)
        } catch {
            outcome.isFailure = true
            outcome.sentences.append(catalogue.say(error.sentence))
        }
        return outcome
    }

    private func take(
        _ path: ImportPath, _ store: Store, _ choices: ImportChoices, _ now: Moment, _ outcome: inout ImportOutcome
    ) -> Bool {
        var job = ImportJob(store: store, choices: choices, now: now, cancellation: cancellation)
        let meter = ImportMeter(path: path.shown, start: Date.now.timeIntervalSinceReferenceDate)
        job.onProgress = { [mailbox] progress in
            mailbox.post(.importing(meter.step(progress, at: Date.now.timeIntervalSinceReferenceDate)))
        }
        var guess: MappingGuess?
        job.onMapping = { mapping, _ in guess = mapping }
        do throws(ImportFailure) {
            let summary = try job.run(path)
            outcome.sentences += (sentences(of: summary) + [guess?.sentence].compactMap(\.self)).map(catalogue.say)
            return true
        } catch {
            outcome.isFailure = true
            outcome.sentences.append(catalogue.say(error.sentence(file: path.shown)))
            return false
        }
    }

    /// What became of several files; what each came to follows it.
    private static func sum(files: Int, looked: Int, failed: Int) -> Phrase {
        looked < files
            ? Phrase(
                one: "stopped: %1 file imported, %2 refused, %3 not looked at",
                other: "stopped: %1 files imported, %2 refused, %3 not looked at", count: looked - failed, failed,
                files - looked)
            : Phrase(
                one: "%1 file imported, %2 refused; I shows them",
                other: "%1 files imported, %2 refused; I shows them", count: looked - failed, failed)
    }

    private func sentences(of summary: ImportSummary) -> [Phrase] {
        let team = summary.teamCandidates.flatMap { [$0.sentence, Phrase("If this account is yours: %1", $0.command)] }
        return [summary.sentence] + [summary.calmSentence].compactMap(\.self)
            + summary.placeSentences(limit: Self.placeLimit) + summary.notes.map { Phrase("note: %1", $0) } + team
    }

    /// `~` as a shell has it.
    private static func expandingHome(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/") else { return path }
        return NSHomeDirectory() + path.dropFirst()
    }
}

/// Makes rate and remaining time of how far an import is.
nonisolated struct ImportMeter: Sendable {
    let path: String
    /// Seconds of the same clock as `step` is given.
    let start: Double

    /// Before this many seconds a rate says nothing.
    private static let warmUp = 0.5

    func step(_ progress: ImportProgress, at now: Double) -> ImportStep {
        var step = ImportStep(path: path, messages: progress.messages, percent: nil, rate: nil, secondsLeft: nil)
        if let size = progress.size, size > 0 { step.percent = min(100, progress.bytes * 100 / size) }
        let elapsed = now - start
        guard elapsed >= Self.warmUp else { return step }
        step.rate = Int(Double(progress.messages) / elapsed)
        if let size = progress.size, progress.bytes > 0, size >= progress.bytes {
            step.secondsLeft = Int((Double(size - progress.bytes) * elapsed / Double(progress.bytes)).rounded(.up))
        }
        return step
    }
}
