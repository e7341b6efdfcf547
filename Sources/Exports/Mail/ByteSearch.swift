import Glibc

/// Index of the first `needle` (not empty) in `bytes` at or behind `start`; nil: it is not there.
func firstIndex(of needle: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let length = needle.utf8CodeUnitCount
    let first = Int32(needle.utf8Start.pointee)
    var index = start
    while index + length <= bytes.count, let found = memchr(base + index, first, bytes.count - index - length + 1) {
        if memcmp(found, needle.utf8Start, length) == 0 { return UnsafeRawPointer(found) - base }
        index = UnsafeRawPointer(found) - base + 1
    }
    return nil
}
