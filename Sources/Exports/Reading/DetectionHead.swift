/// The beginning of an export as detection sees it. In JSON, long strings are cut, so that one long text before the
/// telling keys does not hide them; anything else is taken as it is.
struct DetectionHead {
    /// Bytes that detection looks at.
    static let size = 64 * 1024
    /// Bytes that are read ahead for it at most.
    static let readAhead = 4 << 20
    /// Bytes of a string that are kept.
    private static let kept = 1024

    private(set) var bytes: [UInt8] = []
    private let isJSON: Bool
    private var isInString = false
    private var isEscaped = false
    private var length = 0

    init(_ first: [UInt8]) {
        let start = first.first { $0 != UInt8(ascii: " ") && !(9...13).contains($0) }
        isJSON = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
        append(first)
    }

    /// Whether more of the export would show more.
    var isHungry: Bool { isJSON && bytes.count < Self.size }

    mutating func append(_ more: [UInt8]) {
        guard isJSON else {
            bytes += more.prefix(Self.size - bytes.count)
            return
        }
        for byte in more {
            guard bytes.count < Self.size else { return }
            take(byte)
        }
    }

    /// Reading has begun: detection is over.
    mutating func drop() {
        bytes = []
    }

    private mutating func take(_ byte: UInt8) {
        guard isInString else {
            bytes.append(byte)
            isInString = byte == UInt8(ascii: "\"")
            length = 0
            return
        }
        let ends = !isEscaped && byte == UInt8(ascii: "\"")
        // No string of JSON holds a line break: what looks like one is a quotation in some other text.
        let isBreak = byte == UInt8(ascii: "\n")
        let startsLetter = byte & 0xC0 != 0x80 && !isEscaped
        if ends || isBreak || length < Self.kept || !startsLetter && length == Self.kept {
            bytes.append(byte)
            length += length < Self.kept ? 1 : 0
        } else {
            length = Self.kept + 1
        }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        if ends || isBreak {
            isInString = false
            isEscaped = false
        }
    }
}
