/// Meta's 'Download your information' writes the bytes of UTF-8 as if each were a character: `Ã¼` for `ü`.
enum Mojibake {
    /// The text that was meant; the text itself where it is not spoiled: a character beyond U+00FF stands in it, or its
    /// characters are no UTF-8 when taken for bytes. Applied to text that is in order already, only what looks exactly
    /// like spoiled text would change, so it is applied once, and never to what Meta's APIs answer.
    static func repaired(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isASCII = true
        for scalar in text.unicodeScalars {
            // What the record's decoder made of U+0000; as a byte it is what it was.
            guard scalar.value <= 0xFF || scalar.value == symbolForNull else { return text }
            if scalar.value == symbolForNull {
                appendUTF8(symbolForNull, to: &bytes)
            } else {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
                isASCII = isASCII && scalar.isASCII
            }
        }
        guard !isASCII, let meant = String(validating: bytes, as: UTF8.self) else { return text }
        return meant
    }
}

extension JSONRecord {
    /// As `string`, with the characters that Meta's export spoils repaired.
    mutating func metaString(_ value: JSONValue?) -> String? { string(value).map(Mojibake.repaired) }
}
