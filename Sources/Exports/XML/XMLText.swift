/// The text of an element or the value of an attribute.
package struct XMLText: Equatable, Sendable {
    package var string: String
    /// How many characters were replaced because XML or UTF-8 does not allow them.
    package var repairs: Int
    /// The text was longer than the limit and ends before its end.
    package var isCut: Bool

    package init(_ string: String = "", repairs: Int = 0, isCut: Bool = false) {
        self.string = string
        self.repairs = repairs
        self.isCut = isCut
    }
}

/// Text while it is gathered, as UTF-8 whatever the document's encoding is.
struct XMLTextBuffer {
    var encoding = XMLEncoding.utf8
    private(set) var bytes: [UInt8] = []
    private var repairs = 0
    private var isCut = false
    /// Bytes that are kept at most; 0: the text is passed over and costs no memory.
    private var limit = 0

    mutating func begin(limit: Int) {
        bytes.removeAll(keepingCapacity: bytes.capacity <= 64 * 1024)
        self.limit = limit
        repairs = 0
        isCut = false
    }

    mutating func append(run: ArraySlice<UInt8>) {
        guard limit > 0, !isCut else { return }
        guard encoding == .utf8 else { return appendLatin1(run) }
        isCut = bytes.count + run.count > limit
        bytes.append(contentsOf: run.prefix(limit - bytes.count))
    }

    mutating func append(byte: UInt8) {
        guard encoding == .utf8 || byte < 0x80 else { return append(XMLEncoding.latin1Character(byte)) }
        guard limit > 0, !isCut else { return }
        guard bytes.count < limit else {
            isCut = true
            return
        }
        bytes.append(byte)
    }

    mutating func append(_ scalar: Unicode.Scalar, isRepair: Bool = false) {
        guard limit > 0, !isCut else { return }
        if isRepair { repairs += 1 }
        guard bytes.count + 4 <= limit else {
            isCut = true
            return
        }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    mutating func appendControl(_ byte: UInt8) {
        append(XMLCharacters.picture(ofControl: byte), isRepair: true)
    }

    /// A reference that is none stays as it is written.
    mutating func append(unknownReference name: [UInt8], isClosed: Bool) {
        append("&", isRepair: true)
        append(run: name[...])
        if isClosed { append(";") }
    }

    /// Takes back the two brackets that turned out to be the end of a CDATA section.
    mutating func removeBrackets() {
        guard limit > 0, !isCut else { return }
        bytes.removeLast(min(2, bytes.count))
    }

    mutating func finish() -> XMLText {
        defer { begin(limit: 0) }
        guard let string = String(validating: bytes, as: UTF8.self) else {
            return XMLText(String(decoding: bytes, as: UTF8.self), repairs: repairs + 1, isCut: isCut)
        }
        return XMLText(string, repairs: repairs, isCut: isCut)
    }

    private mutating func appendLatin1(_ run: ArraySlice<UInt8>) {
        for byte in run { append(byte: byte) }
    }
}
