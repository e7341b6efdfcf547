/// A frame of ncurses without the bytes that say nothing.
nonisolated enum CompactFrame {
    /// With each change of a style ncurses also chooses the character set (`ESC ( B`), because terminfo's `sgr` does.
    /// Said once it holds until another set is chosen.
    static func bytes(of frame: UnsafeRawBufferPointer) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(frame.count)
        var chosen: UInt8?
        var index = 0
        while index < frame.count {
            let set = characterSet(frame, at: index)
            let length = set == nil ? 1 : 3
            if set == nil || set != chosen { bytes += frame[index..<index + length] }
            chosen = set ?? chosen
            index += length
        }
        return bytes
    }

    /// The final byte of a choice of the character set (ECMA-35, G0 of 94 characters) that begins here.
    private static func characterSet(_ frame: UnsafeRawBufferPointer, at index: Int) -> UInt8? {
        guard frame[index] == 0x1B, index + 2 < frame.count, frame[index + 1] == UInt8(ascii: "(") else { return nil }
        return frame[index + 2]
    }
}
