import CZlib
import Glibc

/// What gzip compressed (RFC 1952), all members of it. By zlib and not by libarchive, which in 3.6 passes over the
/// checksum and the length at the end of a member.
final class GzipStream: ByteStream {
    private static let inputSize = 64 * 1024

    private let source: any ByteStream
    private let inflater = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var input: [UInt8] = []
    private var inputPosition = 0
    /// Raw and unpacked bytes so far.
    private var taken = 0
    private var given = 0
    private var isFinished = false
    private(set) var remarks: [String] = []

    init(_ source: any ByteStream) throws(ExportError) {
        self.source = source
        inflater.initialize(to: z_stream())
        // 15 bits of window; 16 more: the form of gzip alone.
        let code = inflateInit2_(inflater, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw .cannotRead(errno: ENOMEM) }
    }

    deinit {
        inflateEnd(inflater)
        inflater.deinitialize(count: 1)
        inflater.deallocate()
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: isFinished ? 0 : count)
        var filled = 0
        while filled < out.count, !isFinished {
            if inputPosition == input.count, try !refill() {
                throw .truncated(place: "packed byte \(taken), after \(given) unpacked bytes")
            }
            let (code, written) = inflate(into: &out, from: filled)
            filled += written
            given += written
            switch code {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END: try beginNextMember()
            default: throw damage(code)
            }
        }
        out.removeSubrange(filled...)
        return out
    }

    private func inflate(into out: inout [UInt8], from filled: Int) -> (code: Int32, written: Int) {
        let (inflater, start, available) = (inflater, inputPosition, input.count - inputPosition)
        let room = out.count - filled
        let code = input.withUnsafeMutableBufferPointer { packed in
            out.withUnsafeMutableBufferPointer { unpacked in
                inflater.pointee.next_in = packed.baseAddress.map { $0 + start }
                inflater.pointee.avail_in = UInt32(available)
                inflater.pointee.next_out = unpacked.baseAddress.map { $0 + filled }
                inflater.pointee.avail_out = UInt32(clamping: room)
                return CZlib.inflate(inflater, Z_NO_FLUSH)
            }
        }
        inputPosition = input.count - Int(inflater.pointee.avail_in)
        return (code, min(room, Int(UInt32.max)) - Int(inflater.pointee.avail_out))
    }

    private func refill() throws(ExportError) -> Bool {
        input = try source.read(upTo: Self.inputSize)
        inputPosition = 0
        taken += input.count
        return !input.isEmpty
    }

    /// What follows a member: another one, padding of zeros (as on tapes), nothing, or what is none of it, which
    /// gzip(1) passes over with a warning as well.
    private func beginNextMember() throws(ExportError) {
        while true {
            if inputPosition == input.count, try !refill() {
                isFinished = true
                return
            }
            guard input[inputPosition] == 0 else { break }
            inputPosition += 1
        }
        if input[inputPosition] == 0x1F {
            inflateReset(inflater)
        } else {
            let place = taken - input.count + inputPosition
            remarks.append("what follows the end of the gzip data (packed byte \(place)) was passed over")
            isFinished = true
        }
    }

    private func damage(_ code: Int32) -> ExportError {
        if code == Z_MEM_ERROR { return .cannotRead(errno: ENOMEM) }
        let reason = inflater.pointee.msg.map { String(cString: $0) } ?? "not gzip data"
        let place = "packed byte \(taken - input.count + inputPosition), after \(given) unpacked bytes"
        return .malformed(place: place, reason: "damaged gzip data (\(reason))")
    }
}
