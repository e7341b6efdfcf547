import Conversations
import Foundation

/// How a platform measures what is sent to it.
package enum LengthRule: Hashable, Sendable {
    /// Unicode scalars (code points) of the text in canonical composition (NFC), what most platforms with a
    /// fixed limit count within a few; graphemes would promise too much, since none allows endless marks.
    /// nil: no limit.
    case plain(limit: Int?)
    /// As X weighs, by the version 3 configuration of twitter-text: scalars of most alphabets weigh 1, others
    /// (Chinese, Japanese, Korean) 2, an emoji 2 and an address 23, however long they are.
    case weighted(limit: Int = 280)

    /// How long a text is.
    package func length(_ text: String) -> Int {
        let composed = text.precomposedStringWithCanonicalMapping
        switch self {
        case .plain: return composed.unicodeScalars.count
        case .weighted: return Weight.length(Array(composed.unicodeScalars))
        }
    }

    /// How much may still be written; negative: how much is too much; nil: there is no limit.
    package func remaining(_ text: String) -> Int? {
        switch self {
        case .plain(let limit): limit.map { $0 - length(text) }
        case .weighted(let limit): limit - length(text)
        }
    }
}

/// The weights of twitter-text (github.com/twitter/twitter-text, config/v3.json).
private enum Weight {
    static let scale = 100
    static let light = 100
    static let heavy = 200
    static let address = 2300

    static func length(_ scalars: [Unicode.Scalar]) -> Int {
        var weight = 0
        var index = 0
        while index < scalars.count {
            if let end = AddressScanner.end(in: scalars, from: index) {
                weight += address
                index = end
            } else if let end = EmojiScanner.end(in: scalars, from: index) {
                weight += heavy
                index = end
            } else {
                weight += of(scalars[index])
                index += 1
            }
        }
        return weight / scale
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0...4351, 8192...8205, 8208...8223, 8242...8247: light
        default: heavy
        }
    }
}
