import Foundation

/// What a name looks like: two names with the same skeleton can be taken for each other (UTS #39, section 4).
///
/// Covered is what looks like ASCII letters and digits: of the whole Unicode table those entries, made with ICU;
/// beyond it compatibility forms (full width, mathematical, circled). Not covered: letters with marks beside letters
/// without (`é` and `e`), and look-alikes within other scripts. Case, blanks, dots, dashes and underscores do not
/// count, which goes beyond UTS #39.
package enum Skeleton {
    /// Of a name that is longer, the rest is not looked at. In scalars.
    static let nameLimit = 200

    /// The forms by which a name is compared: letters as they are seen, and in small letters (`I` looks like `l`,
    /// and it is also a large `i`).
    package static func forms(of name: String) -> Set<String> {
        let folded = folded(name)
        return [mapped(folded).lowercased(), mapped(folded.lowercased()).lowercased()]
    }

    /// The name without case and without what stands between words.
    static func plain(_ name: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(nameLimit) where !isIgnored(scalar) { kept.append(scalar) }
        return String(kept).precomposedStringWithCanonicalMapping.lowercased()
    }

    private static func folded(_ name: String) -> String {
        let part = String(name.unicodeScalars.prefix(nameLimit))
        return part.utf8.allSatisfy { $0 < 0x80 } ? part : part.precomposedStringWithCompatibilityMapping
    }

    private static func mapped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars where !isIgnored(scalar) {
            if let seen = prototypes[scalar.value] {
                result += seen
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ".", "-", "_", "'", "\u{B7}": true
        case _ where scalar.isASCII: false
        default: scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
        }
    }

    private static let prototypes: [UInt32: String] = {
        var prototypes: [UInt32: String] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            for word in words.dropFirst() {
                if let value = UInt32(word, radix: 16) { prototypes[value] = String(words[0]) }
            }
        }
        return prototypes
    }()
}
