extension ExportFormats {
    /// Files beside a folder with a layout that are looked into, at most.
    private static let looked = 200

    /// Subfolders in subfolders that are gone into.
    private static let deepest = 16

    /// Whether a folder is one export, and not a place where exports lie: it has a layout, and that is not only one
    /// of its subfolders' own. Archives of accounts have everything in a subfolder, beside pages to look at it: such
    /// a folder is one as long as nothing beside the subfolder can be imported, and the subfolder is one itself.
    package static func isOneExport(_ tree: any ExportTree) -> Bool {
        guard hasLayout(tree) else { return false }
        var tree = tree
        for _ in 0..<deepest {
            let (exports, rest) = parts(of: tree)
            if exports.isEmpty || hasLayout(PartOfTree(tree, entries: rest)) { return true }
            guard exports.count == 1, let only = exports.first,
                !rest.prefix(looked).contains(where: { isExport($0, of: tree) })
            else { return false }
            tree = only
        }
        return false
    }

    /// The subfolders with a layout, and all other entries.
    private static func parts(of tree: any ExportTree) -> (exports: [PartOfTree], rest: [ExportEntry]) {
        var rest: [ExportEntry] = []
        var folders: [Substring: [ExportEntry]] = [:]
        for entry in tree.entries {
            let parts = entry.parts
            if parts.count > 1, let first = parts.first {
                folders[first, default: []].append(entry)
            } else {
                rest.append(entry)
            }
        }
        var exports: [PartOfTree] = []
        for (name, entries) in folders {
            let part = PartOfTree(tree, entries: entries, below: name + "/")
            if hasLayout(part) { exports.append(part) } else { rest += entries }
        }
        return (exports, rest)
    }

    /// Several layouts that fit equally well are one that must be told.
    private static func hasLayout(_ tree: any ExportTree) -> Bool {
        guard !tree.entries.isEmpty else { return false }
        do throws(ExportError) {
            return try treeReader(for: tree) != nil
        } catch {
            return true
        }
    }

    /// By shape alone, scripts and pages pass for tables: those need the right name.
    private static func isExport(_ entry: ExportEntry, of tree: any ExportTree) -> Bool {
        guard let source = try? tree.open(entry), let reader = try? detect(source, nameEnding: entry.ending) else {
            return false
        }
        return reader.detect(source.head) == .certain || entry.ending == reader.format
    }
}
