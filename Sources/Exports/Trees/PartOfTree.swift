/// Some entries of a tree, as if they were all.
struct PartOfTree: ExportTree {
    let entries: [ExportEntry]
    private let whole: any ExportTree
    /// What stands before the names here in the names of the whole.
    private let prefix: String

    /// - Parameters:
    ///   - entries: of `whole`.
    ///   - folder: with `/` at its end, or empty: begins the name of each of them and is left out here.
    init(_ whole: any ExportTree, entries: [ExportEntry], below folder: String = "") {
        self.whole = whole
        prefix = folder
        self.entries = entries.map {
            ExportEntry(path: String($0.path.dropFirst(folder.count)), size: $0.size, index: $0.index)
        }
    }

    func open(_ entry: ExportEntry) throws(ExportError) -> ByteSource {
        try whole.open(ExportEntry(path: prefix + entry.path, size: entry.size, index: entry.index))
    }
}
