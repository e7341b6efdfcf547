/// In which order a file writes day, month and year in figures; the raw value is what `--map dates=` takes.
enum DateOrder: String, CaseIterable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"
    case yearFirst = "ymd"

    /// The order that the person who imports names; nil: none is named. Throws `ExportError.mapping` for another word.
    static func named(by options: ExportOptions) throws(ExportError) -> DateOrder? {
        guard let word = options.mapping["dates"], !word.isEmpty else { return nil }
        guard let order = DateOrder(rawValue: word.lowercased()) else {
            throw .mapping(reason: "'dates' is dmy, mdy or ymd", columns: allCases.map(\.rawValue))
        }
        return order
    }
}
