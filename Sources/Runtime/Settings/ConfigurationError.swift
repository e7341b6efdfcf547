import Exports

/// What is wrong with a settings or theme file. Facts; `sentence` makes words of them. Names, values and `detail`
/// come from outside.
nonisolated package enum ConfigurationError: Error, Equatable, Sendable {
    /// A line of a file; lines count from 1.
    package struct Place: Equatable, Sendable {
        /// As it was given, for people.
        package var file: String
        /// From 1.
        package var line: Int

        /// A line of a file.
        package init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    /// Kinds of values, in the words of TOML 1.0; `color` is a name, a number or `#rrggbb`.
    package enum ValueKind: String, Equatable, Sendable {
        case string, integer, float, boolean, array, table, time, color
    }

    /// The file is there and cannot be read.
    case unreadable(file: String, errno: Int32)
    /// In bytes.
    case tooLarge(file: String, limit: Int)
    /// The file's bytes are not UTF-8, which TOML demands.
    case notUTF8(file: String)
    /// Not TOML. Columns count characters from 1; `detail` is the parser's English.
    case syntax(Place, column: Int, detail: String)
    /// More dots in one line than any key has.
    case nestedTooDeep(Place)
    /// No such key; `suggestion` is the known one that looks like it.
    case unknownKey(Place, key: String, suggestion: String?)
    /// The value's kind is another one.
    case wrongKind(Place, key: String, expected: ValueKind, got: ValueKind)
    /// A number outside what is allowed.
    case outOfRange(Place, key: String, value: Int, allowed: ClosedRange<Int>)
    /// None of the words that may stand there.
    case unknownValue(Place, key: String, value: String, suggestion: String?)
    /// A key, or with a value that key's value, that is none of those that may stand there.
    case notAmong(Place, key: String, value: String?, allowed: [String])
    /// No colour and no name of one.
    case unknownColor(Place, key: String, value: String, suggestion: String?)
    /// A name that is empty, a path or hidden.
    case unusableName(Place, key: String, value: String)
    /// A mapping file that cannot be used.
    case badMapping(Place, FormatMappingFault)
    /// There is no theme of this name; nil: the name does not come from a theme file.
    case noSuchTheme(String, Place?)
    /// Themes that inherit from each other, the first one again at the end.
    case themeCycle([String])
}
