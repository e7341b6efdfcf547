/// Which control sequences and characters in what a program wrote are none that a full-screen program sends. The white
/// list is what ncurses sends to xterm, tmux, screen, the Linux console and the VT100 (terminfo(5)), bracketed paste and
/// synchronised output; what is not on it is a finding.
package struct SequenceAudit {
    /// What should not be there, described, each kind once.
    package private(set) var findings: Set<String> = []
    private var rest: Substring.UnicodeScalarView
    private let columns: Int
    private let rows: Int

    /// - Parameters:
    ///   - columns: cells in a row; no place further out may be gone to. `rows` alike.
    package init(_ bytes: [UInt8], columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            rest = Substring().unicodeScalars
            findings.insert("no UTF-8")
            return
        }
        rest = Substring(text).unicodeScalars
        while let scalar = rest.popFirst() { judge(scalar) }
    }

    private mutating func judge(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x1B: escape()
        case 0x07...0x0A, 0x0D...0x0F: break
        case 0x20..<0x7F: break
        case 0..<0xA0: findings.insert("control \(scalar.value)")
        default: if Self.isHidden(scalar) { findings.insert("U+" + String(scalar.value, radix: 16)) }
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
            || scalar.properties.isNoncharacterCodePoint
            || [.format, .lineSeparator, .paragraphSeparator, .privateUse]
                .contains(scalar.properties.generalCategory)
    }

    private mutating func escape() {
        guard let kind = rest.popFirst() else { return _ = findings.insert("ESC at the end") }
        switch kind {
        case "[": sequence()
        case "(", ")":
            guard let set = rest.popFirst(), "0B".unicodeScalars.contains(set) else {
                return _ = findings.insert("ESC \(kind) and no known set")
            }
        case "7", "8", "M", "D", "E", "=", ">", "H": break
        default: findings.insert("ESC \(kind)")
        }
    }

    /// CSI: parameters, intermediates, final (ECMA-48, 5.4).
    private mutating func sequence() {
        var body = ""
        while let scalar = rest.popFirst() {
            body.unicodeScalars.append(scalar)
            guard (0x40...0x7E).contains(scalar.value) else { continue }
            if !isKnown(body) { findings.insert("CSI \(body.prefix(40))") }
            return
        }
        findings.insert("CSI without an end")
    }

    private func isKnown(_ body: String) -> Bool {
        guard let final = body.last else { return false }
        if body.hasPrefix("?") { return isMode(body.dropFirst().dropLast(), final) }
        let words = body.dropLast().split(separator: ";", omittingEmptySubsequences: false)
        let numbers = words.map { $0.isEmpty ? 1 : Int($0) ?? .max }
        switch final {
        case "m": return numbers.allSatisfy { (0...255).contains($0) } && numbers.count <= 20
        case "H", "f":
            return numbers.count <= 2 && (numbers.first ?? 1) <= rows && (numbers.dropFirst().first ?? 1) <= columns
        case "r": return numbers.allSatisfy { $0 <= rows }
        case "A", "B", "C", "D", "G", "d", "J", "K", "L", "M", "P", "@", "X", "b", "S", "T", "g", "Z":
            return numbers.count <= 1 && numbers.allSatisfy { $0 <= max(columns, rows) }
                && !(final == "J" && numbers == [3])
        case "h", "l": return numbers == [4] || numbers == [34]
        // What xterm's smcup and rmcup have: the title is put aside and taken back, not told.
        case "t": return body == "22;0;0t" || body == "23;0;0t"
        default: return false
        }
    }

    /// Modes of a full-screen program: cursor keys, wrapping, cursor, its shape on the console, screen, paste, frames.
    private func isMode(_ numbers: Substring, _ final: Character) -> Bool {
        guard final == "h" || final == "l" else { return final == "c" && ["0", "1", "8"].contains(numbers) }
        return numbers.split(separator: ";").allSatisfy { ["1", "7", "12", "25", "1049", "2004", "2026"].contains($0) }
    }
}
