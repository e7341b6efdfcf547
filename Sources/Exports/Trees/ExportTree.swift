/// One regular file of a folder or an archive.
package struct ExportEntry: Hashable, Sendable {
    /// Its name inside, parts separated by `/`; what is not UTF-8 is U+FFFD. Outside text: never a path to open or
    /// write.
    package let path: String
    /// Bytes when unpacked; nil: not said. An archive may lie.
    package let size: Int?
    /// Its number in the tree, counted from 0.
    package let index: Int

    package init(path: String, size: Int?, index: Int) {
        self.path = path
        self.size = size
        self.index = index
    }

    /// The last part of the name.
    package var name: Substring { path.split(separator: "/").last ?? "" }

    /// The parts of the name, the folders first.
    package var parts: [Substring] { path.split(separator: "/") }
}

/// The files of a folder or an archive, read without unpacking. One entry is read at a time; reading them in the
/// order of `entries` is what an archive does best.
package protocol ExportTree {
    /// Regular files only, in the order of the archive, or of their names in a folder.
    var entries: [ExportEntry] { get }

    /// What is there and never read: links, devices, names that lead out of the folder.
    var passedOver: [PassedOver] { get }

    /// Opens one entry; an entry that was opened before must not be read any further.
    /// Throws `ExportError` where the archive is broken or over its limits.
    func open(_ entry: ExportEntry) throws(ExportError) -> ByteSource
}

extension ExportTree {
    package var passedOver: [PassedOver] { [] }

    /// The entry with this path below `root`, without regard to case; nil: there is none.
    package func entry(_ path: String, below root: String = "") -> ExportEntry? {
        let wanted = (root + path).lowercased()
        return entries.first { $0.path.lowercased() == wanted }
    }

    /// The folder (ending in `/`, or empty) that holds a file of this name, the shortest one; nil: there is none.
    /// Without regard to case: exports are wrapped in a folder now and then.
    package func root(of name: String) -> String? {
        let wanted = name.lowercased()
        return entries.map(\.path)
            .filter { $0.lowercased() == wanted || $0.lowercased().hasSuffix("/" + wanted) }
            .map { String($0.dropLast(name.count)) }
            .min { ($0.count, $0) < ($1.count, $1) }
    }
}

/// An export that is many files: a folder or an archive with a layout of its own. A reader is one small folder with
/// one line in `ExportFormats.trees`.
package protocol TreeReader: Sendable {
    /// The format's name on the command line and in batches.
    static var format: String { get }
    /// One line for the list of formats.
    static var summary: String { get }
    /// What the format cannot give, one line for the list of formats; empty: nothing is missing.
    static var lacks: String { get }

    /// Judges the names of the entries, and the heads of a few where names do not settle it.
    static func detect(_ tree: any ExportTree) -> DetectionConfidence

    /// Reads the export in bounded memory and hands each event to `yield`, places with their entry; what `yield`
    /// throws ends the reading. Throws `ExportError` where the container is broken.
    static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws
}
