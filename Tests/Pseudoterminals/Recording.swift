import Foundation

/// What no description of a terminal knows, and a test asks for all the same.
package enum ExpectedSequence: String, Sendable {
    /// OSC 52: text for the clipboard.
    case copies
    /// SGR 38;2 and 48;2: colours by red, green and blue.
    case directColors = "direct colours"
    /// Modes 1000 and 1006: reports of the mouse.
    case mouse
    /// What `lotse doctor --terminal` asks a terminal.
    case questions
}

/// What a session of lotse sent to its terminal, kept for `.ci/promises`, which lets another program judge it. Nothing
/// is kept unless LOTSE_RECORDINGS names a folder.
struct Recording {
    private let program: String
    private let term: String?
    private var columns: Int
    private var rows: Int
    var expected: Set<ExpectedSequence> = []

    init(program: String, term: String?, columns: Int, rows: Int) {
        (self.program, self.term, self.columns, self.rows) = (program, term, columns, rows)
    }

    /// The largest size counts: what was sent at another one may be late.
    mutating func resize(columns: Int, rows: Int) {
        self.columns = max(self.columns, columns)
        self.rows = max(self.rows, rows)
    }

    /// Writes the bytes, and beside them what is to be known to judge them.
    func keep(_ bytes: [UInt8]) {
        guard program == BuiltProducts.path("lotse"), !bytes.isEmpty,
            let folder = ProcessInfo.processInfo.environment["LOTSE_RECORDINGS"]
        else { return }
        let path = folder + "/" + UUID().uuidString
        let facts: [String: Any] = [
            "term": term ?? "", "columns": columns, "rows": rows, "expected": expected.map(\.rawValue).sorted(),
        ]
        guard let data = try? JSONSerialization.data(withJSONObject: facts) else { return }
        try? Data(bytes).write(to: URL(fileURLWithPath: path + ".bytes"))
        try? data.write(to: URL(fileURLWithPath: path + ".json"))
    }
}
