/// In which line of a TOML document (1.0) each key and table header stands. TOMLKit does not tell where values are.
/// Meant for documents that parsed; of others it finds what it can.
nonisolated struct KeyLines {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var header: [String] = []
    private var lines: [[String]: Int] = [:]
    private var statementStart = 0
    private var lineStart = 0
    private(set) var fault: Fault?

    /// Something that is no TOML, or a date with a time, and that the parser behind TOMLKit (toml++ 3.4) meets with
    /// an assertion that ends the program.
    struct Fault {
        var line: Int
        /// Characters from 1.
        var column: Int
        /// Where the table header or key begins that it belongs to, in the text's UTF-8.
        var statementStart: Int
        var detail: String
    }

    init(of text: String) {
        bytes = Array(text.utf8)
        // A byte order mark.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count { readLine() }
    }

    /// The line of a key; of one inside a value (an inline table), the line where that begins; else 1.
    func line(of path: [String]) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] { return line }
            path.removeLast()
        }
        return 1
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func readLine() {
        statementStart = position
        lineStart = position
        skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
        if current == UInt8(ascii: "[") {
            position += 1
            if current == UInt8(ascii: "[") { position += 1 }
            checkHeader()
            header = readPath()
            note(header)
            skip { $0 == UInt8(ascii: "]") }
        } else if current != UInt8(ascii: "#") {
            let path = readPath()
            if !path.isEmpty { note(header + path) }
        }
        skipValue()
    }

    private mutating func note(_ path: [String]) {
        if lines[path] == nil { lines[path] = line }
    }

    private mutating func checkHeader() {
        skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let byte = current, !Self.isBare(byte) else { return }
        let others = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]")]
        if !others.contains(byte) { noteFault("expected the name of a table") }
    }

    private mutating func noteFault(_ detail: String) {
        guard fault == nil else { return }
        let column = String(decoding: bytes[lineStart..<position], as: UTF8.self).unicodeScalars.count + 1
        fault = Fault(line: line, column: column, statementStart: statementStart, detail: detail)
    }

    private mutating func skip(while isSkipped: (UInt8) -> Bool) {
        while let byte = current, isSkipped(byte) { position += 1 }
    }

    /// `a."b.c".d`
    private mutating func readPath() -> [String] {
        var path: [String] = []
        repeat {
            skip { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard let part = readPart() else { return path }
            path.append(part)
            skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        } while current == UInt8(ascii: ".")
        return path
    }

    private mutating func readPart() -> String? {
        guard let quote = current else { return nil }
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { position += 1 }
        var part: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "\n"), isQuoted ? byte != quote : Self.isBare(byte) {
            position += 1
            guard byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let escaped = current else {
                part.append(byte)
                continue
            }
            // Of escapes only \" and \\ stand in names of keys.
            part.append(escaped)
            position += 1
        }
        if isQuoted, current == quote { position += 1 }
        return part.isEmpty && !isQuoted ? nil : String(decoding: part, as: UTF8.self)
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// To the end of the line on which the value ends.
    private mutating func skipValue() {
        var open: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(quote: byte)
            case UInt8(ascii: "#"): skip { $0 != UInt8(ascii: "\n") }
            case UInt8(ascii: "\n"):
                endLine()
                if open.isEmpty { return }
            default:
                checkValue(byte, in: &open)
                position += 1
            }
        }
    }

    private mutating func endLine() {
        position += 1
        line += 1
        lineStart = position
    }

    /// - Parameter open: What closes the arrays and inline tables that are open.
    private mutating func checkValue(_ byte: UInt8, in open: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
        case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if open.popLast() != byte { noteFault("nothing is open that this closes") }
        case 0x80...: noteFault("only texts in quotes have such characters")
        case UInt8(ascii: "0")...UInt8(ascii: "9") where isDateWithTime:
            noteFault("no setting is a date with a time")
        default: break
        }
    }

    /// `2026-11-01T`, `2026-11-01 0`
    private var isDateWithTime: Bool {
        let ahead = bytes[position...].prefix(12).map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
        let date = Array("0000-00-00".utf8)
        return ["T", "t", " 0"].contains { ahead.starts(with: date + $0.utf8) }
    }

    private mutating func skipString(quote: UInt8) {
        let isLong = bytes[position...].starts(with: [quote, quote, quote])
        let end = isLong ? [quote, quote, quote] : [quote]
        position += end.count
        while let byte = current, !bytes[position...].starts(with: end) {
            if byte == UInt8(ascii: "\n") {
                guard isLong else { return }
                line += 1
                lineStart = position + 1
            }
            let isEscape = byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
            position += isEscape && position + 1 < bytes.count && bytes[position + 1] != UInt8(ascii: "\n") ? 2 : 1
        }
        position = min(position + end.count, bytes.count)
        // Up to two quotes may stand directly before the three that end a long string.
        if isLong { skip { $0 == quote } }
    }
}
