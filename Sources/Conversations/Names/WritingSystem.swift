/// The script of a scalar (the Unicode property Script), as far as UTS #39 recommends it for names.
package enum WritingSystem: UInt32, Sendable {
    /// Digits, signs, emoji: they stand in all scripts.
    case common
    /// Marks that take the script of what they stand on.
    case inherited
    case latin, greek, cyrillic
    case han, hiragana, katakana, bopomofo, hangul
    case arabic, armenian, bengali, devanagari, ethiopic, georgian, gujarati, gurmukhi, hebrew, kannada, khmer, lao
    case malayalam, myanmar, oriya, sinhala, tamil, telugu, thaana, thai, tibetan
    /// Any script that UTS #31 does not recommend for names; these are not told apart.
    case other

    /// The script of a scalar, by the table made from Unicode 15.
    package init(_ scalar: Unicode.Scalar) {
        let wanted = scalar.value << 5 | 31
        let run = Self.runs.withUnsafeBufferPointer { runs in
            var low = 0
            var high = runs.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if runs[middle] <= wanted { low = middle } else { high = middle }
            }
            return runs[low]
        }
        self = WritingSystem(rawValue: run & 31) ?? .other
    }
}
