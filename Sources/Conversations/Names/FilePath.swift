/// Paths as text; the file system is not asked. Foundation's `deletingLastPathComponent` traps on paths such as `x`
/// (swift-corelibs-foundation 6.3), and joins `/` with a mark that follows it.
package enum FilePath {
    private static let slash = UInt8(ascii: "/")

    /// The folder that a path lies in: `a` for `a/b` and `a/b/`, `/` for `/a` and `/`; empty for `a`, which lies in the
    /// working folder.
    package static func parent(of path: String) -> String {
        let name = withoutEnd(path[...])
        if name.isEmpty { return path.isEmpty ? "" : "/" }
        guard let last = name.utf8.lastIndex(of: slash) else { return "" }
        let parent = withoutEnd(name[..<last])
        return parent.isEmpty ? "/" : String(parent)
    }

    /// Without slashes at its end; a path of slashes alone is empty.
    private static func withoutEnd(_ path: Substring) -> Substring {
        guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return "" }
        return Substring(path.utf8[...last])
    }
}
