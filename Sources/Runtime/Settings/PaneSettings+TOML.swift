import Dashboard

nonisolated extension PaneSettings {
    /// `layout` and `[panes]` of the whole document. A size that fits no screen is no error: the layout bounds it.
    init(_ root: SettingsTable) throws(ConfigurationError) {
        self.init()
        if let word = try root.string("layout") {
            guard let arrangement = PaneArrangement(rawValue: word) else {
                throw root.unknownValue(word, of: "layout", known: PaneArrangement.allCases.map(\.rawValue))
            }
            self.arrangement = arrangement
        }
        guard let table = try root.section("panes") else { return }
        try table.refuseKeys(outside: ["inbox_columns", "inbox_rows"])
        inboxColumns = try table.integer("inbox_columns", in: 1...10_000)
        inboxRows = try table.integer("inbox_rows", in: 1...10_000)
    }
}
