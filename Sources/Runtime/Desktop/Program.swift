import Glibc

/// A program of this machine with its arguments. It is started without a shell.
nonisolated package struct Program: Equatable, Sendable {
    /// A path.
    let file: String
    /// The name first, as programs expect it.
    let words: [String]

    /// What to call it.
    package var name: String { file.split(separator: "/").last.map(String.init) ?? file }

    /// - Parameters:
    ///   - words: the first is a path, or a name that is looked for in `path`.
    ///   - path: folders with colons between them; empty ones are passed over.
    /// - Returns: nil: there is no such program.
    package init?(_ words: [String], path: String) {
        guard let first = words.first, !first.isEmpty else { return nil }
        let places = first.contains("/") ? [first] : path.split(separator: ":").map { "\($0)/\(first)" }
        guard let file = places.first(where: Self.isProgram) else { return nil }
        self.file = file
        self.words = words
    }

    private static func isProgram(_ file: String) -> Bool {
        var status = stat()
        return stat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(file, X_OK) == 0
    }
}
