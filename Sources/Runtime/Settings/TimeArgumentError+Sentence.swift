import Screen

nonisolated extension TimeArgumentError {
    /// What is wrong with the time, and how to write it.
    package var sentence: Phrase {
        switch self {
        case .unreadable(let text):
            Phrase("%1 is no time that lotse reads. Write 2026-11-01T12:00:00Z or 2026-11-01.", text)
        case .noSuchTime(let text):
            Phrase("There is no such time as %1.", text)
        case .withoutOffset(let text):
            Phrase("%1 says no time zone. Add Z for UTC, or an offset as +01:00.", text)
        }
    }
}
