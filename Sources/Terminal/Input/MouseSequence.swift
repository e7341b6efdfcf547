import Screen

/// The parameters of `CSI < button ; column ; row M` (xterm's SGR mouse reports, mode 1006).
nonisolated enum MouseSequence {
    /// Numbers have five digits at most; a screen is no larger than `TerminalSize.maximum`.
    private static let digitLimit = 5

    /// - Parameters:
    ///   - parameters: all bytes between `CSI` and the last one.
    ///   - final: `M` for a press; `m`, a button that was let go, says nothing that the press did not say.
    /// - Returns: nil: no report, one that is the terminal's matter, or one of a cell that no screen has.
    static func report(_ parameters: [UInt8], final: UInt8) -> MouseReport? {
        guard final == UInt8(ascii: "M"), parameters.first == UInt8(ascii: "<") else { return nil }
        let parts = parameters.dropFirst().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap(number)
        guard numbers.count == 3, parts.count == 3, let action = action(numbers[0]) else { return nil }
        let cells = 1...TerminalSize.maximum
        guard cells.contains(numbers[1]), cells.contains(numbers[2]) else { return nil }
        return MouseReport(action, at: Point(column: numbers[1] - 1, row: numbers[2] - 1))
    }

    /// 4, 8 and 16 would be Shift, Alt and Control, 32 a movement.
    private static func action(_ code: Int) -> MouseReport.Action? {
        switch code {
        case 0: .press
        case 64: .wheelUp
        case 65: .wheelDown
        default: nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...digitLimit).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
