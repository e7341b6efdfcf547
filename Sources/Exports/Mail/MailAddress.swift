/// The first mailbox of a From field (RFC 5322, 3.4), read as people write it.
struct MailAddress: Equatable {
    /// `alice@example.org`, as written.
    var address: String
    /// The name as shown; empty where there is none.
    var name: String
    /// Written as `alice at example.org`: a public archive of a list hides addresses so.
    var isObscured: Bool

    /// Nil: neither a name nor an address.
    init?(_ value: ArraySlice<UInt8>, repairs: inout MailRepairs) {
        var scan = Scan(value)
        scan.run()
        let phrase = trimmedBlanks(scan.phrase)
        isObscured = false
        if let angle = scan.angle {
            address = EncodedWords.text(Self.withoutRoute(angle), repairs: &repairs).filter { $0 != " " }
            name = EncodedWords.text(phrase.isEmpty ? scan.comment[...] : phrase, repairs: &repairs)
        } else {
            let text = EncodedWords.text(phrase, repairs: &repairs)
            isObscured = !text.contains("@") && text.contains(" at ")
            let plain = isObscured ? Self.unobscured(text) : text
            let isAddress = plain.contains("@")
            address = isAddress ? plain.filter { $0 != " " } : ""
            let comment = EncodedWords.text(scan.comment[...], repairs: &repairs)
            name = isAddress ? comment : plain
            if name.isEmpty { name = comment }
        }
        if address.isEmpty, name.isEmpty { return nil }
    }

    private static func unobscured(_ text: String) -> String {
        guard let range = text.firstRange(of: " at ") else { return text }
        return text[..<range.lowerBound] + "@" + text[range.upperBound...]
    }

    /// `<@relay:alice@example.org>`, the old route form (RFC 5322, 4.4).
    private static func withoutRoute(_ angle: [UInt8]) -> ArraySlice<UInt8> {
        guard angle.first == UInt8(ascii: "@"), let colon = angle.lastIndex(of: UInt8(ascii: ":")) else {
            return angle[...]
        }
        return angle[(colon + 1)...]
    }

    /// What stands before the `@`.
    var localPart: String { String(address.prefix { $0 != "@" }) }

    /// The name to show. Addresses are not shown, but for one case: a name that is another address is how
    /// somebody poses as somebody else, so both are shown.
    var shownName: String {
        guard name.contains("@") else { return name.isEmpty ? localPart : name }
        return name.lowercased() == address.lowercased() ? localPart : "\(name) <\(address)>"
    }
}

extension MailAddress {
    /// Takes a From field apart: words and quoted text, comments, what stands in angle brackets.
    private struct Scan {
        var phrase: [UInt8] = []
        var comment: [UInt8] = []
        var angle: [UInt8]?

        private let value: ArraySlice<UInt8>
        private var index: Int

        init(_ value: ArraySlice<UInt8>) {
            self.value = value
            index = value.startIndex
        }

        mutating func run() {
            while index < value.endIndex {
                let byte = value[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""): quoted()
                case UInt8(ascii: "("): commented()
                case UInt8(ascii: "<"): angled()
                case UInt8(ascii: ":") where angle == nil && !phrase.contains(UInt8(ascii: "@")): phrase = []
                // A comma without an address before it belongs to a name that lacks its quotes.
                case UInt8(ascii: ","), UInt8(ascii: ";"):
                    if angle != nil || phrase.contains(UInt8(ascii: "@")) { return }
                    if byte == UInt8(ascii: ",") { phrase.append(byte) }
                default: if angle == nil { phrase.append(byte) }
                }
            }
        }

        private mutating func quoted() {
            // A quote that is left open would swallow the address.
            guard value[index...].contains(UInt8(ascii: "\"")) else { return }
            while index < value.endIndex, value[index] != UInt8(ascii: "\"") {
                if value[index] == UInt8(ascii: "\\"), index + 1 < value.endIndex { index += 1 }
                phrase.append(value[index])
                index += 1
            }
            index += 1
        }

        private mutating func commented() {
            var depth = 1
            while index < value.endIndex {
                let byte = value[index]
                index += 1
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0 { return }
                comment.append(byte)
            }
        }

        private mutating func angled() {
            let content = value[index...].prefix { $0 != UInt8(ascii: ">") }
            index = content.endIndex + 1
            if angle == nil { angle = Array(content) }
        }
    }
}

func trimmedBlanks(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...].drop(while: isJSONBlank)
    while let last = rest.last, isJSONBlank(last) { rest = rest.dropLast() }
    return rest
}
