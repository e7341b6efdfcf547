import Exports
import Screen

extension DetectedExport {
    /// One line about what an export is.
    nonisolated package func sentence(file: String) -> Phrase {
        let sure: Phrase =
            switch confidence {
            case .certain: "certain"
            case .possible: "by its shape"
            case .no, nil: "by its files"
            }
        let count: Phrase =
            isWhole
            ? Phrase(one: "%1 message", other: "%1 messages", count: messages)
            : Phrase(one: "%1 message and more", other: "%1 messages and more", count: messages)
        let places = channels.prefix(5).joined(separator: ", ") + (channels.count > 5 ? ", …" : "")
        return Phrase("%1: %2 (%3); channel: %4; %5, %6 skipped.", file, format, sure, places, count, skipped)
    }
}
