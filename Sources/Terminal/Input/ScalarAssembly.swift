/// One character in the making: UTF-8 by the table of Unicode 3.9 (D92), so overlong forms and surrogates are out.
nonisolated struct ScalarAssembly: Sendable {
    enum Step: Equatable {
        case incomplete
        case complete(Unicode.Scalar)
        /// The byte does not continue the character: what came before it is dropped.
        case broken
    }

    private var value: UInt32 = 0
    private var left = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// Starts with a lead byte; false: no character begins so.
    mutating func begin(_ lead: UInt8) -> Bool {
        switch lead {
        case 0xC2...0xDF: (value, left) = (UInt32(lead & 0x1F), 1)
        case 0xE0...0xEF: (value, left) = (UInt32(lead & 0x0F), 2)
        case 0xF0...0xF4: (value, left) = (UInt32(lead & 0x07), 3)
        default: return false
        }
        allowed = Self.second(after: lead)
        return true
    }

    mutating func append(_ byte: UInt8) -> Step {
        guard left > 0, allowed.contains(byte) else { return .broken }
        value = value << 6 | UInt32(byte & 0x3F)
        left -= 1
        allowed = 0x80...0xBF
        guard left == 0 else { return .incomplete }
        return Unicode.Scalar(value).map(Step.complete) ?? .broken
    }

    private static func second(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
