/// What a file is that no reader takes, where its first bytes say so; nil: they do not.
func foreignContent(_ head: ArraySlice<UInt8>) -> String? {
    for (mark, hint) in foreignMarks where head.starts(with: mark) { return hint }
    if looksLikeUTF16(head) { return "not UTF-8 text: UTF-16 without byte order mark; save it as UTF-8" }
    let start = head.drop(while: isJSONBlank).prefix(64)
    let opening = String(decoding: start, as: UTF8.self).lowercased()
    if opening.hasPrefix("<!doctype html") || opening.hasPrefix("<html") {
        return "an HTML page; export JSON instead"
    }
    return nil
}

/// What else can be said of content that no reader recognises.
func unknownContent(_ head: ArraySlice<UInt8>) -> String {
    if looksBinary(head) { return "not UTF-8 text: binary data" }
    switch head.first(where: { !isJSONBlank($0) }) {
    case nil: return "nothing but blank lines"
    case UInt8(ascii: "["): return "a JSON array of something else than objects"
    case UInt8(ascii: "{"): return "JSON of an unknown kind"
    case UInt8(ascii: "<"): return "XML of an unknown kind"
    default: return "text of an unknown kind"
    }
}

private let foreignMarks: [([UInt8], String)] = [
    ([0x1F, 0x8B], "compressed with gzip; unpack it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd; unpack it first"),
    ([0x42, 0x5A, 0x68], "compressed with bzip2; unpack it first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz; unpack it first"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive; unpack it first"),
    ([0x50, 0x4B, 0x05, 0x06], "a zip archive; unpack it first"),
    ([0x04, 0x22, 0x4D, 0x18], "compressed with lz4; unpack it first"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive; unpack it or make it a zip"),
    ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "a RAR archive; unpack it or make it a zip"),
    (Array("SQLite format 3\0".utf8), "a SQLite database"),
    (Array("%PDF-".utf8), "a PDF document"),
]

/// More than a fifth of the beginning is neither text nor what terminals understand.
func looksBinary(_ head: ArraySlice<UInt8>) -> Bool {
    let sample = head.prefix(4096)
    let controls = sample.count { $0 < 0x20 && !($0 >= 0x07 && $0 <= 0x0D) && $0 != 0x1B }
    let replaced = String(decoding: sample, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
    return (controls + replaced) * 5 > sample.count
}

/// Every second byte of the beginning is zero: Latin letters in UTF-16.
private func looksLikeUTF16(_ head: ArraySlice<UInt8>) -> Bool {
    let sample = Array(head.prefix(64))
    guard sample.count >= 8 else { return false }
    let zeros = sample.indices.filter { sample[$0] == 0 }
    return zeros.count * 4 >= sample.count && Set(zeros.map { $0 % 2 }).count == 1
}
