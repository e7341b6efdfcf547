import Foundation

/// Text in the form in which our own reply is recognised when the platform's export brings it back:
/// canonical composition, and every run of white space one blank.
package func normalizedText(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
        .split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
}
