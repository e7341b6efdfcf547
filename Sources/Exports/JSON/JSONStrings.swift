extension JSONRecord {
    /// Takes the escapes out of a string and repairs what is no Unicode text.
    mutating func decodedString(_ node: Node) -> String {
        var found: Repairs = []
        let range = Int(node.start)..<Int(node.end)
        let text = bytes.withUnsafeBufferPointer { buffer in
            let part = UnsafeBufferPointer(rebasing: buffer[range])
            guard node.hasEscapes else { return decodedText(part, repairs: &found) }
            return withoutEscapes(part, repairs: &found)
        }
        repairs.formUnion(found)
        return text
    }
}

/// `part` is the inside of a string that `JSONParser` has checked: each escape is whole.
private func withoutEscapes(_ part: UnsafeBufferPointer<UInt8>, repairs: inout Repairs) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(part.count)
    var index = 0
    while index < part.count {
        let byte = part[index]
        if byte != UInt8(ascii: "\\") {
            out.append(byte)
            index += 1
        } else {
            index = appendEscape(at: index, in: part, to: &out, repairs: &repairs)
        }
    }
    return out.withUnsafeBufferPointer { decodedText($0, repairs: &repairs) }
}

/// Appends what the escape at `index` stands for; returns the index behind it.
private func appendEscape(
    at index: Int, in part: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], repairs: inout Repairs
) -> Int {
    switch part[index + 1] {
    case UInt8(ascii: "u"): return appendUnicodeEscape(at: index, in: part, to: &out, repairs: &repairs)
    case UInt8(ascii: "x"):
        appendUTF8(hexadecimal(part, index + 2, digits: 2), to: &out)
        return index + 4
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case let itself: out.append(itself)
    }
    return index + 2
}

private func appendUnicodeEscape(
    at index: Int, in part: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], repairs: inout Repairs
) -> Int {
    let unit = hexadecimal(part, index + 2, digits: 4)
    let next = index + 6
    switch unit {
    case 0xD800..<0xDC00:
        if let low = lowSurrogate(at: next, in: part) {
            appendUTF8(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &out)
            return next + 6
        }
        fallthrough
    case 0xDC00..<0xE000:
        repairs.insert(.loneSurrogate)
        appendUTF8(UInt32(replacementCharacter), to: &out)
    default: appendUTF8(unit, to: &out)
    }
    return next
}

private func lowSurrogate(at index: Int, in part: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard index + 6 <= part.count, part[index] == UInt8(ascii: "\\"), part[index + 1] == UInt8(ascii: "u") else {
        return nil
    }
    let unit = hexadecimal(part, index + 2, digits: 4)
    return (0xDC00..<0xE000).contains(unit) ? unit : nil
}

private func hexadecimal(_ part: UnsafeBufferPointer<UInt8>, _ start: Int, digits: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in start..<(start + digits) { value = value << 4 | (hexadecimalDigit(part[index]) ?? 0) }
    return value
}
