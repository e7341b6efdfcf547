/// A text from outside as it may be pasted elsewhere, into a shell perhaps: no control characters but TAB and line
/// breaks, and nothing that is invisible but what belongs to everyday spelling.
package struct CopiedText: Equatable, Sendable {
    package private(set) var text = ""
    /// Characters that are not in it.
    package private(set) var leftOut = 0

    /// CRLF and CR become line breaks, as everywhere.
    package init(_ raw: String) {
        var kept = String.UnicodeScalarView()
        var scalars = raw.unicodeScalars.makeIterator()
        var current = scalars.next()
        var previous: Unicode.Scalar?
        while let scalar = current {
            current = scalars.next()
            defer { previous = scalar }
            if scalar == "\r" {
                if current != "\n" { kept.append("\n") }
            } else if Self.mayBePasted(scalar, after: previous, before: current) {
                kept.append(scalar)
            } else {
                leftOut += 1
            }
        }
        text = String(kept)
    }

    private static func mayBePasted(
        _ scalar: Unicode.Scalar, after: Unicode.Scalar?, before: Unicode.Scalar?
    ) -> Bool {
        switch ScalarClass(scalar) {
        case .control: scalar == "\n" || scalar == "\t"
        case .hidden: HiddenScalar.isOrdinary(scalar, after: after, before: before)
        case .narrow, .wide, .mark, .unknown: true
        }
    }
}
