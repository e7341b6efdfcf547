import Glibc
import Screen

/// Reads a tty without waiting.
final class InputReader {
    /// A paste of megabytes is taken in pieces, so that the screen answers in between.
    private static let most = 1 << 20

    private let descriptor: Int32
    private var decoder: KeyDecoder
    private var lastByte = ContinuousClock.now
    private var isGone = false

    init(descriptor: Int32, decoder: KeyDecoder) {
        self.descriptor = descriptor
        self.decoder = decoder
    }

    /// Reports of the mouse are keys.
    var takesMouse: Bool {
        get { decoder.takesMouse }
        set { decoder.takesMouse = newValue }
    }

    /// In milliseconds; nil: nothing is pending.
    var pendingTimeout: Int? {
        decoder.timeout.map { max(0, $0 - elapsed) }
    }

    private var elapsed: Int {
        let passed = (ContinuousClock.now - lastByte).components
        return Int(passed.seconds) * 1000 + Int(passed.attoseconds / 1_000_000_000_000_000)
    }

    /// Keys that arrived or whose time is up; the last is `.hangup` when the terminal is gone, now and ever after.
    func read() -> [DisplayInput] {
        var inputs: [DisplayInput] = []
        var taken = 0
        while taken < Self.most, !isGone, let bytes = nextBytes() {
            taken += bytes.count
            lastByte = ContinuousClock.now
            inputs += decoder.decode(bytes).map(DisplayInput.key)
        }
        if taken == 0, pendingTimeout == 0 { inputs += decoder.timeOut().map(DisplayInput.key) }
        if isGone { inputs.append(.hangup) }
        return inputs
    }

    /// nil: nothing is there, or the terminal is gone. The descriptor is shared with the shell, so it stays
    /// blocking and is asked first.
    private func nextBytes() -> [UInt8]? {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 0) > 0 else { return nil }
        guard state.revents & Int16(POLLIN) != 0 else {
            isGone = true
            return nil
        }
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, used in
            count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            used = max(0, count)
        }
        if count > 0 { return bytes }
        isGone = count == 0 || (errno != EINTR && errno != EAGAIN)
        return nil
    }
}
