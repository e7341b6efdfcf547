import Screen

/// A command did not do what was asked: a sentence for standard error and an exit status.
struct CommandFailure: Error {
    /// nil: everything was said already.
    var sentence: Phrase?
    var status = ExitStatus.failed

    init(_ sentence: Phrase?, status: Int32 = ExitStatus.failed) {
        self.sentence = sentence
        self.status = status
    }
}
