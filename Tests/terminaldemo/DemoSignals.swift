import Glibc

/// The signals of the demo, as bytes in a pipe.
nonisolated enum DemoSignals {
    /// The handler can reach nothing but a global; it is written once, before the handler is installed.
    private nonisolated(unsafe) static var writeEnd: Int32 = -1

    /// Readable when a signal came.
    static func install(_ numbers: [Int32]) -> Int32 {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return -1 }
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        writeEnd = ends[1]
        for number in numbers {
            signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(DemoSignals.writeEnd, &byte, 1)
            }
        }
        return ends[0]
    }

    /// The signals that came since the last time.
    static func take(from descriptor: Int32) -> Set<Int32> {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &buffer, buffer.count)
        return Set(buffer.prefix(max(0, count)).map(Int32.init))
    }
}
