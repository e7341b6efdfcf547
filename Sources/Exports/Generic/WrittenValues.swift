/// A count or rating: a whole number, or one with decimals that is rounded (`4.5`, `4,5`); nil: anything else.
func writtenCount(_ written: String) -> Int? {
    var text = written
    return text.withUTF8 { bytes in
        var scanner = TimeScanner(bytes: bytes)
        guard let whole = scanner.number(digits: 1...15) else { return nil }
        guard !scanner.isAtEnd else { return Int(whole) }
        guard scanner.take(UInt8(ascii: ".")) || scanner.take(UInt8(ascii: ",")) else { return nil }
        guard let thousandths = scanner.fraction(), scanner.isAtEnd else { return nil }
        return Int(whole) + (thousandths >= 500 ? 1 : 0)
    }
}

/// `true`, `1`, `yes`, `ja`.
func isYes(_ written: String?) -> Bool {
    guard let written else { return false }
    return ["true", "1", "yes", "ja", "wahr"].contains(written.lowercased())
}

/// The words that platforms use for what they show.
func writtenStatus(_ written: String) -> ExportedMessage.Status? {
    switch written.lowercased() {
    case "published", "approved", "visible", "public", "freigegeben", "veröffentlicht", "sichtbar": .published
    case "pending", "hold", "held", "moderation", "unapproved", "queued", "ausstehend", "wartend": .pending
    case "hidden", "rejected", "versteckt", "verborgen", "abgelehnt": .hidden
    case "spam": .spam
    case "deleted", "removed", "trash", "gelöscht", "entfernt", "papierkorb": .deleted
    default: nil
    }
}

/// Several names in one cell: one a line, or with `|` or `;` between them.
func writtenNames(_ written: String) -> [String] {
    written.split { $0 == "|" || $0 == ";" || $0.isNewline }
        .map { $0.drop(while: { $0 == " " }) }
        .filter { !$0.isEmpty }
        .map(String.init)
}
