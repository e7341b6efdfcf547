import Conversations
import Screen

extension TimePhraseError {
    /// The fact as a sentence.
    var phrase: Phrase {
        switch self {
        case .unknown(let part): Phrase("%1 is no time; try 2h, tomorrow, mon or 2026-12-01 09:00", part)
        case .noSuchDate(let part): Phrase("there is no date %1", part)
        case .noSuchTime(let part): Phrase("there is no time %1", part)
        case .missingTime(let part): Phrase("%1 needs a time of day", part)
        case .past(let part): Phrase("%1 is over already", part)
        }
    }
}
