/// What was repaired in one mail, so that it could be taken over.
struct MailRepairs: OptionSet, Equatable {
    let rawValue: UInt16

    static let nul = MailRepairs(rawValue: 1 << 0)
    static let invalidBytes = MailRepairs(rawValue: 1 << 1)
    static let guessedCharset = MailRepairs(rawValue: 1 << 2)
    static let encodedWord = MailRepairs(rawValue: 1 << 3)
    static let transferEncoding = MailRepairs(rawValue: 1 << 4)
    static let timeFromReceived = MailRepairs(rawValue: 1 << 5)
    static let timeFromSeparator = MailRepairs(rawValue: 1 << 6)
    static let timeUnknown = MailRepairs(rawValue: 1 << 7)
    static let noBlankLine = MailRepairs(rawValue: 1 << 8)
    static let tooDeep = MailRepairs(rawValue: 1 << 9)
    static let tooManyParts = MailRepairs(rawValue: 1 << 10)
    static let textCut = MailRepairs(rawValue: 1 << 11)
    static let openComment = MailRepairs(rawValue: 1 << 12)

    private static let names: [(MailRepairs, String)] = [
        (.nul, Repairs.nul.description),
        (.invalidBytes, "bytes that are not of the charset became U+FFFD"),
        (.guessedCharset, "no usable charset: read as windows-1252"),
        (.encodedWord, "broken encoded words in a header"),
        (.transferEncoding, "transfer encoding not understood: shown as it is"),
        (.timeFromReceived, "Date is no time: taken from Received"),
        (.timeFromSeparator, "Date is no time: taken from the From_ line"),
        (.timeUnknown, Repairs.timeUnknown.description),
        (.noBlankLine, "no blank line before the From_ line"),
        (.tooDeep, "parts nested too deeply to show"),
        (.tooManyParts, "too many parts to show"),
        (.textCut, "text cut at 4 MiB"),
        (.openComment, "a comment in Date that is left open"),
    ]
}

extension MailRepairs: CustomStringConvertible {
    /// For `ExportEvent.repaired`.
    var description: String {
        Self.names.lazy.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
    }
}
