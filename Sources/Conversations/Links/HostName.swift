import Foundation

/// Host names as the network writes them: letters beyond ASCII as `xn--` labels (RFC 3492, RFC 5890).
enum HostName {
    /// The name in ASCII; nil: it is none. Letters are folded by NFKC and made small, and what is invisible is left
    /// out, which is what UTS #46 does to all that people type.
    static func ascii(_ raw: String) -> String? {
        if raw.hasPrefix("["), raw.hasSuffix("]") { return literal(raw) }
        let folded = raw.utf8.allSatisfy { $0 < 0x80 } ? raw : raw.precomposedStringWithCompatibilityMapping
        let lowered = folded.lowercased().unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        var labels: [String] = []
        for label in lowered.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "\u{3002}" })
        {
            guard let written = written(String(label)) else { return nil }
            labels.append(written)
        }
        if labels.last?.isEmpty == true { labels.removeLast() }
        let name = labels.joined(separator: ".")
        return labels.isEmpty || labels.contains("") || name.utf8.count > 253 ? nil : name
    }

    /// An IPv6 address in brackets.
    private static func literal(_ raw: String) -> String? {
        let inner = raw.dropFirst().dropLast()
        return !inner.isEmpty && inner.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == ":" || $0 == ".") }
            ? raw.lowercased() : nil
    }

    private static func written(_ label: String) -> String? {
        let written = label.utf8.allSatisfy { $0 < 0x80 } ? label : Punycode.encoded(label).map { "xn--" + $0 }
        guard let written, written.utf8.count <= 63, label.unicodeScalars.allSatisfy(isOfAName) else { return nil }
        return written
    }

    private static func isOfAName(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "-" || scalar == "_" { return true }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber: return true
        // Emoji are registered under some top-level domains.
        case .otherSymbol: return true
        default: return false
        }
    }
}
