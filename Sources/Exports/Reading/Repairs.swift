/// What was repaired in one record, so that it could be taken over.
struct Repairs: OptionSet, Equatable {
    let rawValue: UInt16

    static let invalidBytes = Repairs(rawValue: 1 << 0)
    static let loneSurrogate = Repairs(rawValue: 1 << 1)
    static let rawControl = Repairs(rawValue: 1 << 2)
    static let nul = Repairs(rawValue: 1 << 3)
    static let duplicateKey = Repairs(rawValue: 1 << 4)
    static let timeUnknown = Repairs(rawValue: 1 << 5)
    static let timeFromID = Repairs(rawValue: 1 << 6)
    static let unusableID = Repairs(rawValue: 1 << 7)
    static let unusableAuthor = Repairs(rawValue: 1 << 8)
    static let oddText = Repairs(rawValue: 1 << 9)

    private static let names: [(Repairs, String)] = [
        (.invalidBytes, "invalid UTF-8 became U+FFFD"),
        (.loneSurrogate, "lone surrogates became U+FFFD"),
        (.rawControl, "raw control bytes in a string"),
        (.nul, "U+0000 became U+2400"),
        (.duplicateKey, "a repeated key: the last counts"),
        (.timeUnknown, "time unknown"),
        (.timeFromID, "time taken from the id"),
        (.unusableID, "no usable id"),
        (.unusableAuthor, "no usable author"),
        (.oddText, "odd parts in the text"),
    ]
}

extension Repairs: CustomStringConvertible {
    /// For `ExportEvent.repaired`.
    var description: String {
        Self.names.lazy.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
    }
}
