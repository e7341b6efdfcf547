/// Message ids in header fields (RFC 5322, 3.6.4), without their brackets.
enum MessageIDs {
    /// The id of a mail; one without brackets is taken as it stands.
    static func own(_ value: ArraySlice<UInt8>?) -> String? {
        guard let value else { return nil }
        return all(value, limit: 1).first ?? text(value)
    }

    /// The first id; prose around it is passed over (`Your message of Monday <id>`). Without brackets, one word that
    /// holds an `@`.
    static func first(_ value: ArraySlice<UInt8>?) -> String? {
        guard let value else { return nil }
        if let found = all(value, limit: 1).first { return found }
        return value.contains(UInt8(ascii: "@")) && !value.contains(where: isJSONBlank) ? text(value) : nil
    }

    static func last(_ value: ArraySlice<UInt8>?) -> String? {
        guard let value, let start = value.lastIndex(of: UInt8(ascii: "<")) else { return nil }
        return all(value[start...], limit: 1).first
    }

    private static func all(_ value: ArraySlice<UInt8>, limit: Int) -> [String] {
        var found: [String] = []
        var rest = value
        while found.count < limit, let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            let content = rest[(start + 1)...].prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
            if content.endIndex < rest.endIndex, rest[content.endIndex] == UInt8(ascii: ">"), let id = text(content) {
                found.append(id)
            }
            rest = rest[content.endIndex...]
        }
        return found
    }

    /// Blanks inside come from folding in the wrong place.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        let isFolded = bytes.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        let plain = isFolded ? ArraySlice(bytes.filter { !isJSONBlank($0) }) : trimmedBlanks(Array(bytes))
        var repairs: Repairs = []
        let text = plain.withUnsafeBufferPointer { decodedText($0, repairs: &repairs) }
        return text.isEmpty ? nil : text
    }
}
