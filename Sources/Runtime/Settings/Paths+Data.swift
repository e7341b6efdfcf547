import Foundation

/// What lotse reads at run time: themes, catalogues, the demo's exports.
nonisolated extension Paths {
    /// A folder with data, and how it is laid out.
    package struct DataFolder: Equatable, Sendable {
        /// Without a slash at its end.
        package var path: String
        /// The source tree keeps catalogues and demo beside the code that they belong to.
        package var isSourceTree: Bool

        /// Where in this folder something is, given where it is in an installed one (`demo/posts.json`).
        func place(of relative: String) -> String {
            guard isSourceTree else { return joined(path, relative) }
            let parts = relative.split(separator: "/", maxSplits: 1)
            guard let first = parts.first, let moved = Self.sourceFolders[String(first)] else {
                return joined(path, relative)
            }
            return joined(path, parts.dropFirst().reduce(moved) { joined($0, String($1)) })
        }

        /// Folders in `share/lotse` that have another place in the source tree; `.ci/install` copies them.
        private static let sourceFolders = [
            "catalogues": "Sources/Screen/Catalogues",
            "demo": "Sources/lotse/Demo",
        ]
    }

    /// Where data is searched, first the first: `$LOTSE_DATA`, the settings' folder, `share/lotse` beside the
    /// program's `bin`, the source tree that the program was built in.
    package func dataFolders(exists: (String) -> Bool = Self.isThere) -> [DataFolder] {
        let program = executable.flatMap(Self.parent)
        let installed = program.flatMap(Self.parent).map { Self.joined($0, "share/lotse") }
        var folders = [givenDataFolder, configFolder, installed].compactMap { $0 }
            .map { DataFolder(path: $0, isSourceTree: exists(Self.joined($0, "Package.swift"))) }
        var folder = program
        while let path = folder {
            if exists(Self.joined(path, "Package.swift")), exists(Self.joined(path, "themes")) {
                folders.append(DataFolder(path: path, isSourceTree: true))
                break
            }
            folder = Self.parent(path)
        }
        return folders
    }

    /// The first file or folder with a path as in `share/lotse` (`themes/dark.toml`); nil: none, or the path leads
    /// out of the folder.
    package func find(_ relative: String, exists: (String) -> Bool = Self.isThere) -> String? {
        guard !relative.isEmpty, !relative.utf8.contains(0) else { return nil }
        let parts = relative.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
        return dataFolders(exists: exists).lazy.map { $0.place(of: relative) }.first(where: exists)
    }

    /// The folder with the exports of the invented community.
    package func demoFolder(exists: (String) -> Bool = Self.isThere) -> String? {
        find("demo", exists: exists)
    }

    /// The gettext catalogue of a language (`de`).
    package func catalogue(_ language: String, exists: (String) -> Bool = Self.isThere) -> String? {
        Self.isName(language) ? find("catalogues/\(language).po", exists: exists) : nil
    }

    /// The file of a theme (`dark`).
    package func theme(_ name: String, exists: (String) -> Bool = Self.isThere) -> String? {
        Self.isName(name) ? find("themes/\(name).toml", exists: exists) : nil
    }

    /// What the theme in a file is called: the file's name without `.toml`.
    static func themeName(ofFile path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
    }

    /// Whether there is a file or folder.
    package static func isThere(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }
}
