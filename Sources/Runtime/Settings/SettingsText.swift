import Foundation
import TOMLKit

/// The text of a settings or theme file, with the file's name for errors.
nonisolated package struct SettingsText: Equatable, Sendable {
    /// The document, TOML 1.0.
    package var text: String
    /// As people know it.
    package var file: String

    /// A text that was read already.
    package init(_ text: String, file: String) {
        self.text = text
        self.file = file
    }

    /// In bytes; a settings file of more is none.
    package static let sizeLimit = 1 << 18
    /// More in one line nests deeper than the parser's recursion can take.
    private static let dotLimit = 32

    /// Reads a file; nil: there is none.
    ///
    /// - Throws: `unreadable`, `tooLarge`, `notUTF8`.
    package static func read(_ path: String) throws(ConfigurationError) -> SettingsText? {
        guard let file = fopen(path, "re") else {
            let reason = errno
            if reason == ENOENT || reason == ENOTDIR { return nil }
            throw .unreadable(file: path, errno: reason)
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: sizeLimit + 1)
        errno = 0
        let count = fread(&bytes, 1, bytes.count, file)
        if ferror(file) != 0 { throw .unreadable(file: path, errno: errno) }
        guard count <= sizeLimit else { throw .tooLarge(file: path, limit: sizeLimit) }
        guard let text = String(validating: bytes[..<count], as: UTF8.self) else { throw .notUTF8(file: path) }
        return SettingsText(text, file: path)
    }

    func parsed() throws(ConfigurationError) -> TOMLTable {
        try refuseHostile()
        guard let fault = KeyLines(of: text).fault else { return try parsed(text) }
        // What stands before may be wrong as well, and is said first.
        _ = try parsed(String(decoding: text.utf8.prefix(fault.statementStart), as: UTF8.self))
        throw .syntax(place(line: fault.line), column: fault.column, detail: fault.detail)
    }

    private func parsed(_ text: String) throws(ConfigurationError) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let start = error.source.begin
            throw .syntax(place(line: start.line), column: start.column, detail: error.description)
        } catch {
            throw .syntax(place(line: 1), column: 1, detail: "\(error)")
        }
    }

    func place(line: Int) -> ConfigurationError.Place {
        ConfigurationError.Place(file: file, line: line)
    }

    func place(of path: [String]) -> ConfigurationError.Place {
        place(line: KeyLines(of: text).line(of: path))
    }

    /// TOMLKit takes a text up to its first NUL and would drop the rest in silence. The parser behind it limits the
    /// nesting of values, but neither the text's length nor how deep dotted keys nest.
    private func refuseHostile() throws(ConfigurationError) {
        guard text.utf8.count <= Self.sizeLimit else { throw .tooLarge(file: file, limit: Self.sizeLimit) }
        for (index, line) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            if let nul = line.firstIndex(of: 0) {
                let column = text.unicodeScalars.distance(from: line.startIndex, to: nul) + 1
                throw .syntax(place(line: index + 1), column: column, detail: "NUL")
            }
            let isComment = line.first == UInt8(ascii: "#")
            if !isComment, line.count(where: { $0 == UInt8(ascii: ".") }) > Self.dotLimit {
                throw .nestedTooDeep(place(line: index + 1))
            }
        }
    }
}
