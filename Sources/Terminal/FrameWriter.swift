import Glibc

/// Sends frames to the tty, each in one write(2) as far as the kernel takes it.
nonisolated struct FrameWriter {
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    /// Presses and the wheel (mode 1000), in the form that has no limit of columns (1006).
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
    private static let syncOn = "\u{1B}[?2026h"
    private static let syncOff = "\u{1B}[?2026l"
    /// Smaller frames arrive in one piece anyway; over SSH their bytes count.
    private static let syncThreshold = 512

    let descriptor: Int32
    /// The terminal knows DEC private modes 2004 and 2026.
    let hasModes: Bool
    /// The terminal is gone: nothing is written any more.
    private(set) var isGone = false
    /// Since the start.
    private(set) var bytesWritten = 0
    private var isPasteOn = false
    private var isMouseOn = false
    private var wantsMouse = false

    init(descriptor: Int32, hasModes: Bool) {
        self.descriptor = descriptor
        self.hasModes = hasModes
    }

    /// What a guard sends besides the terminal's own strings after the program died.
    var rescue: [UInt8] {
        hasModes ? Array((Self.syncOff + Self.pasteOff + (wantsMouse ? Self.mouseOff : "")).utf8) : []
    }

    /// Sends a frame of the program on screen.
    mutating func send(_ frame: UnsafeRawBufferPointer) {
        guard !frame.isEmpty else { return }
        var bytes: [UInt8] = []
        let compact = hasModes ? CompactFrame.bytes(of: frame) : Array(frame)
        let isLong = hasModes && compact.count >= Self.syncThreshold
        if isLong { bytes += Self.syncOn.utf8 }
        bytes += compact
        if isLong { bytes += Self.syncOff.utf8 }
        if hasModes, !isPasteOn {
            isPasteOn = true
            bytes += Self.pasteOn.utf8
        }
        write(bytes + mouseChange)
    }

    /// Has the mouse reported from the next frame on, or at once where one is shown.
    /// - Returns: false: the terminal is not known to do it.
    mutating func takeMouse(_ wanted: Bool) -> Bool {
        guard hasModes else { return !wanted }
        wantsMouse = wanted
        if isPasteOn { write(mouseChange) }
        return true
    }

    private var mouseChange: [UInt8] {
        mutating get {
            guard hasModes, wantsMouse != isMouseOn else { return [] }
            isMouseOn = wantsMouse
            return Array((wantsMouse ? Self.mouseOn : Self.mouseOff).utf8)
        }
    }

    /// Sends bytes that draw nothing: each frame was written whole before, so they stand between two.
    /// - Returns: false: the terminal is not known to understand such sequences, and would perhaps print them.
    mutating func sendBetweenFrames(_ bytes: [UInt8]) -> Bool {
        guard hasModes, !isGone else { return false }
        write(bytes)
        return !isGone
    }

    /// Sends the last frame before the terminal goes to somebody else.
    mutating func sendLast(_ frame: UnsafeRawBufferPointer) {
        var bytes: [UInt8] = []
        if isPasteOn { bytes += Self.pasteOff.utf8 }
        if isMouseOn { bytes += Self.mouseOff.utf8 }
        (isPasteOn, isMouseOn) = (false, false)
        bytes += frame
        write(bytes)
    }

    private mutating func write(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count, !isGone {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&room, 1, -1)
            } else if errno != EINTR {
                isGone = true
            }
        }
        bytesWritten += sent
    }
}
