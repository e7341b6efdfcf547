/// A place among the lines of one row: where a pane begins to show it. It names bytes, not a count of lines, so
/// that it is found at once however long the text above it is.
package struct LinePlace: Comparable, Sendable {
    /// The part of a row.
    enum Part: Int, Comparable, Sendable {
        /// The head, and what stands for the text of a folded row.
        case head
        case text
        /// What is said about the message below its text.
        case remarks
        case end

        static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
    }

    var part: Part
    /// Of the text's piece in bytes; else the number of the line.
    var offset = 0
    /// Line of the piece, at the pane's width.
    var line = 0

    package static let top = LinePlace(part: .head)
    package static let end = LinePlace(part: .end)

    package static func < (left: LinePlace, right: LinePlace) -> Bool {
        (left.part, left.offset, left.line) < (right.part, right.offset, right.line)
    }
}
