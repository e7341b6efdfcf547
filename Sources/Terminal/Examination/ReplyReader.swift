/// Cuts a terminal's answers out of what it sends. Answers are hostile input (CVE-2003-0063 and its kind): every part
/// is bounded, what is too long or of another form is swallowed to its end, and nothing of it is handed on as text
/// that could be taken for keys. A value without a tty and without a clock.
nonisolated package struct ReplyReader: Sendable {
    private enum State {
        case ground, escape, controlSequence, string(introducer: UInt8), stringEscape(introducer: UInt8)
    }

    /// Bytes of a control sequence and of a string that are kept; none of the answers we ask for is longer.
    static let sequenceLimit = 128
    static let stringLimit = 512

    private var state = State.ground
    private var content: [UInt8] = []
    private var isTooLong = false
    private var replies: [TerminalReply] = []

    /// Nothing has come yet.
    package init() {}

    /// The answers that these bytes complete.
    package mutating func read(_ bytes: some Sequence<UInt8>) -> [TerminalReply] {
        for byte in bytes { take(byte) }
        defer { replies.removeAll() }
        return replies
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .escape: takeEscape(byte)
        case .controlSequence: takeControlSequence(byte)
        case .string(let introducer): takeString(byte, introducer)
        case .stringEscape(let introducer): takeStringEscape(byte, introducer)
        }
    }

    private mutating func takeGround(_ byte: UInt8) {
        if byte == 0x1B {
            state = .escape
        } else {
            replies.append(.typed(byte))
        }
    }

    private mutating func takeEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): begin(.controlSequence)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            begin(.string(introducer: byte))
        case 0x1B: replies.append(.typed(0x1B))
        // Alt with a key: two bytes that somebody typed.
        default:
            replies += [.typed(0x1B), .typed(byte)]
            state = .ground
        }
    }

    private mutating func begin(_ next: State) {
        content.removeAll(keepingCapacity: true)
        isTooLong = false
        state = next
    }

    private mutating func keep(_ byte: UInt8, limit: Int) {
        if content.count < limit { content.append(byte) } else { isTooLong = true }
    }

    private mutating func takeControlSequence(_ byte: UInt8) {
        switch byte {
        case 0x20...0x3F: keep(byte, limit: Self.sequenceLimit)
        case 0x40...0x7E:
            state = .ground
            if !isTooLong, let reply = TerminalReply(parameters: content, final: byte) { replies.append(reply) }
        case 0x1B: state = .escape
        default: state = .ground
        }
    }

    private mutating func takeString(_ byte: UInt8, _ introducer: UInt8) {
        switch byte {
        case 0x1B: state = .stringEscape(introducer: introducer)
        case 0x07: endString(introducer)
        case 0x18, 0x1A: state = .ground
        default: keep(byte, limit: Self.stringLimit)
        }
    }

    private mutating func takeStringEscape(_ byte: UInt8, _ introducer: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): endString(introducer)
        case 0x1B: break
        default: takeEscape(byte)
        }
    }

    private mutating func endString(_ introducer: UInt8) {
        state = .ground
        guard introducer == UInt8(ascii: "P"), !isTooLong else { return }
        if let reply = TerminalReply(deviceControl: content) { replies.append(reply) }
    }
}

nonisolated extension TerminalReply {
    /// A control sequence by its parameters and its last byte; nil: no answer that we know.
    init?(parameters: [UInt8], final: UInt8) {
        switch final {
        case UInt8(ascii: "R"):
            guard let place = Self.numbers(parameters[...]), place.count == 2 else { return nil }
            self = .cursor(row: place[0], column: place[1])
        case UInt8(ascii: "c"):
            guard parameters.first == UInt8(ascii: "?"), let numbers = Self.numbers(parameters.dropFirst()) else {
                return nil
            }
            self = .attributes(numbers)
        case UInt8(ascii: "y"):
            guard parameters.first == UInt8(ascii: "?"), parameters.last == UInt8(ascii: "$"),
                let numbers = Self.numbers(parameters.dropFirst().dropLast()), numbers.count == 2,
                let state = ModeState(rawValue: numbers[1])
            else { return nil }
            self = .mode(numbers[0], state)
        default: return nil
        }
    }

    /// The content of a DCS; nil: no answer that we know.
    init?(deviceControl content: [UInt8]) {
        let text = String(decoding: content, as: UTF8.self)
        if let rest = text.dropping("1+r") {
            let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap({ Self.unhexed($0) }) else { return nil }
            self = .capability(name, value: parts.count == 2 ? Self.unhexed(parts[1]) ?? "" : "")
        } else if let rest = text.dropping("0+r") {
            self = .capability(Self.unhexed(rest) ?? "", value: nil)
        } else if let rest = text.dropping("1$r") {
            guard rest.hasSuffix("m") else { return nil }
            self = .rendition(String(rest.dropLast()))
        } else if text.dropping("0$r") != nil {
            self = .rendition(nil)
        } else {
            return nil
        }
    }

    /// Numbers of at most five digits with `;` between them.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
        var numbers: [Int] = []
        for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            guard part.count <= 5, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
        return numbers
    }

    /// Text of pairs of hexadecimal digits, printable ASCII alone.
    private static func unhexed(_ digits: Substring) -> String? {
        var text = ""
        var rest = digits.utf8[...]
        while let high = rest.popFirst() {
            guard let low = rest.popFirst(), let first = hexDigit(high), let second = hexDigit(low) else { return nil }
            let byte = first << 4 | second
            guard (0x20...0x7E).contains(byte) else { return nil }
            text.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return text
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}

nonisolated extension String {
    fileprivate func dropping(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
