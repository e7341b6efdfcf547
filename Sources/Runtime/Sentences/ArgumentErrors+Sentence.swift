import Dashboard
import Screen

extension TimePhraseError {
    nonisolated package var sentence: Phrase {
        switch self {
        case .unknown(let text): Phrase("%1 is no time. Write 2h, 3d, tomorrow 9:30 or 2026-12-01.", text)
        case .noSuchDate(let text): Phrase("%1: the calendar has no such day.", text)
        case .noSuchTime(let text): Phrase("%1: the clock has no such time.", text)
        case .missingTime(let text): Phrase("%1 needs a time, such as 18:00.", text)
        case .past(let text): Phrase("%1 is over already.", text)
        }
    }
}
