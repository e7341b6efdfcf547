/// What a scanner has found.
package enum XMLEvent: Equatable, Sendable {
    case start(XMLElement)
    /// The element that was opened at this depth ends; the root's depth is 1.
    case end(depth: Int)
    case endOfDocument
}

/// A start tag.
package struct XMLElement: Equatable, Sendable {
    package var prefix: String
    package var local: String
    /// The URI that the prefix is declared as; empty without one.
    package var namespace: String
    package var attributes: [XMLAttribute]
    /// The root's depth is 1.
    package var depth: Int
    /// Line on which the tag begins, counted from 1.
    package var line: Int
    /// Offset of the tag's `<` in the supply.
    package var offset: Int
}

/// An attribute with its name as written.
package struct XMLAttribute: Equatable, Sendable {
    package var name: String
    package var value: String
}
