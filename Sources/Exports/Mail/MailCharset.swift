import Glibc

/// Text of a mail in whatever charset it says that it is.
enum MailCharset {
    /// `charset` as written in the mail; nil: none given. Bytes are never lost: what the charset does not know is
    /// U+FFFD, and where no charset helps, bytes that are not UTF-8 are windows-1252, as browsers have it.
    static func text(_ bytes: ArraySlice<UInt8>, _ charset: String?, repairs: inout MailRepairs) -> String {
        let name = charset.map(canonical) ?? ""
        switch kind(of: name) {
        case .western: return isASCII(bytes) ? utf8(bytes, repairs: &repairs) : western(bytes, repairs: &repairs)
        case .unicode: return unicode(bytes, repairs: &repairs)
        case .other: break
        }
        if let converted = converted(bytes, from: name, repairs: &repairs) {
            return utf8(converted[...], repairs: &repairs)
        }
        return unicode(bytes, repairs: &repairs)
    }

    private enum Kind {
        case unicode, western, other
    }

    private static func kind(of name: String) -> Kind {
        switch name {
        case "", "utf-8", "utf8", "us-ascii", "ascii", "unknown-8bit", "8bit", "binary": .unicode
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "windows-1252", "cp1252": .western
        default: .other
        }
    }

    private static func canonical(_ written: String) -> String {
        if written == "utf-8" { return written }
        return written.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }.lowercased()
    }

    static func isASCII(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { $0.reduce(0) { $0 | $1 } < 0x80 }
    }

    /// UTF-8, or what calls itself so and is not.
    private static func unicode(_ bytes: ArraySlice<UInt8>, repairs: inout MailRepairs) -> String {
        var found: Repairs = []
        let text = bytes.withUnsafeBufferPointer { decodedText($0, repairs: &found) }
        if found.contains(.nul) { repairs.insert(.nul) }
        guard found.contains(.invalidBytes) else { return text }
        // With real UTF-8 in it, the rest is damage; without any, it is another charset.
        guard !text.unicodeScalars.contains(where: { $0.value >= 0x80 && $0.value != 0xFFFD && $0.value != 0x2400 })
        else {
            repairs.insert(.invalidBytes)
            return text
        }
        repairs.insert(.guessedCharset)
        return western(bytes, repairs: &repairs)
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>, repairs: inout MailRepairs) -> String {
        var found: Repairs = []
        defer { if found.contains(.nul) { repairs.insert(.nul) } }
        return bytes.withUnsafeBufferPointer { decodedText($0, repairs: &found) }
    }

    private static func western(_ bytes: ArraySlice<UInt8>, repairs: inout MailRepairs) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 4)
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
            if value == 0xFFFD { repairs.insert(.invalidBytes) }
            appendUTF8(value, to: &out)
        }
        return utf8(out[...], repairs: &repairs)
    }

    /// 0x80 to 0x9F of windows-1252 (WHATWG Encoding); the five bytes that it leaves out are U+FFFD.
    private static let windows1252: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}

extension MailCharset {
    /// UTF-8 by the system's iconv; nil: it does not know the charset. A name is a word: `/` would be an option of
    /// iconv or a path of its modules.
    private static func converted(
        _ bytes: ArraySlice<UInt8>, from name: String, repairs: inout MailRepairs
    ) -> [UInt8]? {
        let isWord = name.utf8.allSatisfy { isASCIILetterOrDigit($0) || "-_.:+".utf8.contains($0) }
        guard isWord, name.utf8.count <= 40, let converter = iconv_open("UTF-8", name),
            converter != iconv_t(bitPattern: -1)
        else { return nil }
        defer { iconv_close(converter) }
        var source = Array(bytes)
        return source.withUnsafeMutableBytes { run(converter, on: $0, repairs: &repairs) }
    }

    private static func run(
        _ converter: iconv_t, on source: UnsafeMutableRawBufferPointer, repairs: inout MailRepairs
    ) -> [UInt8] {
        var out: [UInt8] = []
        var buffer = [CChar](repeating: 0, count: 16 * 1024)
        var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        while left > 0 {
            let (result, code, written) = buffer.withUnsafeMutableBufferPointer { room in
                var output = room.baseAddress
                var space = room.count
                let result = iconv(converter, &input, &left, &output, &space)
                return (result, errno, room.count - space)
            }
            out.append(contentsOf: buffer[..<written].lazy.map { UInt8(bitPattern: $0) })
            guard result == Int.max || result == Int(bitPattern: UInt.max), code != E2BIG else { continue }
            // Not of the charset, or cut at the end: one byte is given up.
            repairs.insert(.invalidBytes)
            appendUTF8(UInt32(replacementCharacter), to: &out)
            input = input.map { $0 + 1 }
            left -= 1
        }
        return out
    }
}

func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}
