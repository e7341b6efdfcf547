import Conversations
import Screen

/// The imports of this store: the one that runs here, what ended here, and what the store remembers.
package struct ImportPane: Equatable, Sendable {
    /// How far the running import has come; nil: none runs here.
    package internal(set) var progress: ImportStep?
    /// What ended since the dashboard was opened, newest first.
    package internal(set) var results: [ImportOutcome] = []
    /// As the store remembers them, newest first.
    package internal(set) var batches: [ImportedBatch] = []

    /// Whoever quits was told that an import runs.
    var isQuitWarned = false

    /// Results that are kept.
    static let resultLimit = 20

    package init() {}

    mutating func take(_ outcome: ImportOutcome) {
        progress = nil
        isQuitWarned = false
        results = Array(([outcome] + results).prefix(Self.resultLimit))
    }

    /// What the sheet of imports says.
    func entries(zoneOffset: Int) -> [Sheet.Entry] {
        running
            + results.flatMap { result -> [Sheet.Entry] in
                [.heading(Phrase("%1", result.sentences.first ?? result.path))]
                    + result.sentences.dropFirst().map { .text($0) } + [.blank]
            } + remembered(zoneOffset)
    }

    private var running: [Sheet.Entry] {
        guard let progress else {
            return [.line("no import runs here; :import FILE begins one"), .blank]
        }
        return [
            .heading("Running"), .quote("file", progress.path), .fact("so far", progress.phrase),
            .line("x stops it; nothing of it is shown before it is whole"), .blank,
        ]
    }

    private func remembered(_ zoneOffset: Int) -> [Sheet.Entry] {
        guard !batches.isEmpty else { return [.line("the store remembers no import")] }
        return [.heading("Imports that the store remembers")]
            + batches.map { batch in
                .quote(
                    Phrase("%1", "\(batch.number)"),
                    "\(LocalTime(batch.importedAt, zoneOffset: zoneOffset).text)  \(batch.format)  \(batch.messages)  "
                        + batch.path)
            } + [.line("lotse import undo NUMBER takes one back")]
    }
}

/// How far an import has come that the dashboard runs.
package struct ImportStep: Equatable, Sendable {
    package var path: String
    package var messages: Int
    /// In percent; nil: the file does not say how long it is.
    package var percent: Int?
    /// Messages a second since it began; nil: not yet known.
    package var rate: Int?
    /// Seconds that are left at this rate; nil: not known.
    package var secondsLeft: Int?

    package init(path: String, messages: Int, percent: Int?, rate: Int?, secondsLeft: Int?) {
        self.path = path
        self.messages = messages
        self.percent = percent
        self.rate = rate
        self.secondsLeft = secondsLeft
    }

    /// In words, for the status line and the sheet.
    package var phrase: Phrase {
        if percent == 100 { return Phrase("%1 messages read; putting them in place", messages) }
        guard let percent, let rate, let secondsLeft else {
            return Phrase(one: "%1 message", other: "%1 messages", count: messages)
        }
        return Phrase("%1 %%, %2 messages, %3 a second, %4 s left", percent, messages, rate, secondsLeft)
    }
}

/// How an import that the dashboard ran came out.
package struct ImportOutcome: Equatable, Sendable {
    package var path: String
    /// Sentences in the interface's language: the result first, then what there is to know.
    package var sentences: [String]
    package var isFailure: Bool

    package init(path: String, sentences: [String], isFailure: Bool) {
        self.path = path
        self.sentences = sentences
        self.isFailure = isFailure
    }
}
