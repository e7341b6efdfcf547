/// UTF-8 bytes as text. Each maximal subpart of an invalid sequence becomes one U+FFFD (Unicode 16, 3.9), and
/// U+0000 becomes U+2400, because C interfaces below the store end a text at NUL.
func decodedText(_ bytes: UnsafeBufferPointer<UInt8>, repairs: inout Repairs) -> String {
    if bytes.contains(0) {
        repairs.insert(.nul)
        return replacingNuls(in: bytes).withUnsafeBufferPointer { decodedText($0, repairs: &repairs) }
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    repairs.insert(.invalidBytes)
    return String(decoding: bytes, as: UTF8.self)
}

private func replacingNuls(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for byte in bytes {
        if byte == 0 { appendUTF8(symbolForNull, to: &out) } else { out.append(byte) }
    }
    return out
}

/// U+2400 SYMBOL FOR NULL.
let symbolForNull: UInt32 = 0x2400
