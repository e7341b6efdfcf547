extension HTMLTag {
    /// The value of an attribute as written, references and all; nil where the tag does not have it.
    func attribute(_ wanted: String) -> ArraySlice<UInt8>? {
        var rest = attributes
        while true {
            rest = rest.drop { XMLCharacters.isBlank($0) || $0 == UInt8(ascii: "/") }
            guard !rest.isEmpty else { return nil }
            let name = rest.prefix { !XMLCharacters.isBlank($0) && $0 != UInt8(ascii: "=") }
            rest = rest[name.endIndex...].drop(while: XMLCharacters.isBlank)
            let value = HTMLTag.takeValue(&rest)
            if let value, String(decoding: name, as: UTF8.self).lowercased() == wanted { return value }
        }
    }

    /// Takes `= value` off the beginning; nil: there is none.
    private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop(while: XMLCharacters.isBlank)
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = rest.prefix { !XMLCharacters.isBlank($0) }
            rest = rest[value.endIndex...]
            return value
        }
        let value = rest.dropFirst().prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
        return value
    }
}
