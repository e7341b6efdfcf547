/// The whole texts of long posts (`note-tweet.js`). X gives them numbers of their own and says nowhere which post each
/// belongs to; the post has the beginning of the same text, an ellipsis and a short address.
struct XArchiveNotes {
    /// Texts that are kept at most, and their bytes.
    private static let countLimit = 50_000
    private static let byteLimit = 64 * 1024 * 1024
    /// Bytes of a beginning that are looked up; what X shows of a long post is more.
    private static let keyLength = 64

    private var texts: [[UInt8]: [String]] = [:]
    private var count = 0
    private var size = 0
    private(set) var used = 0

    /// Texts beyond the limits are forgotten: their posts keep what X shows.
    mutating func take(_ written: String) {
        let text = HTMLText.decoded(written)
        let bytes = Array(text.utf8)
        guard bytes.count >= Self.keyLength, count < Self.countLimit, size + bytes.count <= Self.byteLimit else {
            return
        }
        count += 1
        size += bytes.count
        texts[Array(bytes.prefix(Self.keyLength)), default: []].append(text)
    }

    /// The whole text of a post that shows its beginning; nil: it is whole, or none fits. Two that fit are none.
    mutating func whole(of text: String) -> String? {
        guard !texts.isEmpty, let shown = Self.beginning(of: text), shown.utf8.count >= Self.keyLength,
            let candidates = texts[Array(shown.utf8.prefix(Self.keyLength))]
        else { return nil }
        let fitting = Set(candidates.filter { $0.utf8.starts(with: shown.utf8) })
        guard fitting.count == 1, let whole = fitting.first else { return nil }
        used += 1
        return whole
    }

    /// What stands before the ellipsis at the end and the address behind it; nil: there is none.
    private static func beginning(of text: String) -> Substring? {
        guard let end = text.lastIndex(of: "…") else { return nil }
        let rest = text[text.index(after: end)...].drop(while: \.isWhitespace)
        guard rest.isEmpty || (rest.hasPrefix("https://t.co/") && !rest.contains(where: \.isWhitespace)) else {
            return nil
        }
        return text[..<end]
    }
}
