/// Turns raw bytes into UTF-8 by their byte order mark, which is dropped. Without one, bytes pass as they are.
struct ByteDecoder {
    private enum Encoding {
        case utf8, utf16LittleEndian, utf16BigEndian
    }

    private let encoding: Encoding
    private var markLeft: Int
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(head: ArraySlice<UInt8>) throws(ExportError) {
        // The UTF-32 marks come first: the little endian one begins with that of UTF-16.
        if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw .unsupportedEncoding("UTF-32")
        }
        if head.starts(with: [0xFF, 0xFE]) {
            (encoding, markLeft) = (.utf16LittleEndian, 2)
        } else if head.starts(with: [0xFE, 0xFF]) {
            (encoding, markLeft) = (.utf16BigEndian, 2)
        } else {
            (encoding, markLeft) = (.utf8, head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        }
    }

    /// `isLast`: nothing follows; what is incomplete becomes U+FFFD.
    mutating func decode(_ raw: [UInt8], isLast: Bool) -> [UInt8] {
        let body = raw.dropFirst(markLeft)
        markLeft = 0
        switch encoding {
        case .utf8: return body.startIndex == 0 ? raw : Array(body)
        case .utf16LittleEndian, .utf16BigEndian: return transcode(body, isLast: isLast)
        }
    }

    private mutating func transcode(_ raw: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(raw.count * 3 / 2 + 8)
        for byte in raw {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let (low, high) = encoding == .utf16LittleEndian ? (first, byte) : (byte, first)
            append(UInt16(high) << 8 | UInt16(low), to: &out)
        }
        if isLast, oddByte != nil || highSurrogate != nil { append(replacementCharacter, to: &out) }
        return out
    }

    private mutating func append(_ unit: UInt16, to out: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                appendUTF8(value, to: &out)
                return
            }
            appendUTF8(UInt32(replacementCharacter), to: &out)
        }
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else {
            appendUTF8(UInt32(UTF16.isTrailSurrogate(unit) ? replacementCharacter : unit), to: &out)
        }
    }
}

/// U+FFFD, what stands for anything that cannot be decoded.
let replacementCharacter: UInt16 = 0xFFFD

/// Appends the UTF-8 form of a scalar value; `value` must not be a surrogate.
@inline(__always)
func appendUTF8(_ value: UInt32, to out: inout [UInt8]) {
    switch value {
    case ..<0x80: out.append(UInt8(truncatingIfNeeded: value))
    case ..<0x800:
        out.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
        out.append(continuation(value))
    case ..<0x10000:
        out.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
        out.append(continuation(value >> 6))
        out.append(continuation(value))
    default:
        out.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
        out.append(continuation(value >> 12))
        out.append(continuation(value >> 6))
        out.append(continuation(value))
    }
}

@inline(__always)
private func continuation(_ value: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value & 0x3F) }
