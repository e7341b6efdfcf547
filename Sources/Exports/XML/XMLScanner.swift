/// A pull scanner for XML that strangers wrote. Memory stays flat whatever the document holds: only text
/// that was asked for is kept, and there is no recursion. A document type is refused before anything in it
/// is looked at, so nothing is ever expanded or fetched. Characters that XML does not allow are made
/// harmless and counted, because one stranger's control byte must not cost a moderator the file; broken
/// structure is an error with its line and column.
///
/// Source: XML 1.0 (fifth edition), without the document type. More lenient than that: blanks before the
/// declaration, `--` inside comments, `&` that begins no reference.
package struct XMLScanner {
    var bytes = XMLByteReader()
    var open = XMLOpenElements()
    var namespaces = XMLNamespaces()
    var text = XMLTextBuffer()
    var value = XMLTextBuffer()
    var name: [UInt8] = []
    private var hasRoot = false
    private var hasMarkup = false
    private var endsAtOnce = false
    /// A single stray byte before the document was passed over.
    package private(set) var skippedStrayByte = false

    /// Bytes that an attribute's value may have.
    var valueLimit = XMLLimits.value

    package init() {}

    /// How many elements are open.
    package var depth: Int { open.depth }
    /// Line of the next byte, counted from 1.
    package var line: Int { bytes.line }
    /// Offset of the next byte.
    package var offset: Int { bytes.offset }

    /// Keeps text from here on, children's included, up to `limit` bytes, until `takeText`.
    package mutating func keepText(limit: Int) { text.begin(limit: limit) }

    /// The text kept since `keepText`, in UTF-8, with line ends as LF.
    package mutating func takeText() -> XMLText { text.finish() }

    /// The next tag. Throws `ExportError.malformed`, `.truncated`, `.tooLarge` and `.unsupportedEncoding`,
    /// and what the supply throws.
    package mutating func next(_ supply: inout some XMLByteSupply) throws(ExportError) -> XMLEvent {
        if endsAtOnce { return endElement() }
        while true {
            try open.depth == 0 ? skipOutside(&supply) : scanCharacters(&supply, until: .markup)
            guard try bytes.peek(&supply) != nil else { return try endOfDocument() }
            if let event = try scanMarkup(&supply) { return event }
        }
    }

    private func endOfDocument() throws(ExportError) -> XMLEvent {
        guard open.depth == 0, hasRoot else { throw .truncated(place: bytes.place) }
        return .endOfDocument
    }

    private mutating func endElement() -> XMLEvent {
        endsAtOnce = false
        defer {
            namespaces.leave(depth: open.depth)
            open.pop()
        }
        return .end(depth: open.depth)
    }

    /// Blanks around the root element; before everything also one byte that does not belong there.
    private mutating func skipOutside(_ supply: inout some XMLByteSupply) throws(ExportError) {
        while let byte = try bytes.run(&supply, while: XMLCharacters.isBlank, take: { _ in }),
            byte != UInt8(ascii: "<")
        {
            guard !hasMarkup, !skippedStrayByte else {
                throw malformed("text outside the root element")
            }
            skippedStrayByte = true
            bytes.advance()
        }
    }

    private mutating func scanMarkup(_ supply: inout some XMLByteSupply) throws(ExportError) -> XMLEvent? {
        let start = (line: bytes.line, offset: bytes.offset)
        bytes.advance()
        defer { hasMarkup = true }
        switch try bytes.peek(&supply) {
        case UInt8(ascii: "!"):
            try scanDeclaration(&supply)
            return nil
        case UInt8(ascii: "?"):
            try scanInstruction(&supply, isFirst: !hasMarkup)
            return nil
        case UInt8(ascii: "/"):
            try scanEndTag(&supply)
            return endElement()
        default:
            return try .start(scanElement(&supply, line: start.line, offset: start.offset))
        }
    }

    private mutating func scanElement(
        _ supply: inout some XMLByteSupply, line: Int, offset: Int
    ) throws(ExportError) -> XMLElement {
        guard open.depth > 0 || !hasRoot else { throw malformed("a second root element") }
        guard open.depth < XMLLimits.depth else {
            throw .tooLarge(what: "nested elements at \(bytes.place)", limit: XMLLimits.depth)
        }
        try scanName(&supply)
        open.push(name, line: line)
        hasRoot = true
        let qualified = String(decoding: name, as: UTF8.self)
        let attributes = try scanAttributes(&supply)
        endsAtOnce = try scanTagEnd(&supply)
        guard namespaces.declare(attributes, depth: open.depth) else {
            throw .tooLarge(what: "namespaces at \(bytes.place)", limit: XMLLimits.namespaces)
        }
        let parts = qualified.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        return XMLElement(
            prefix: prefix, local: parts.count == 2 ? String(parts[1]) : qualified,
            namespace: namespaces.uri(of: prefix), attributes: attributes, depth: open.depth, line: line, offset: offset
        )
    }

    func malformed(_ reason: String) -> ExportError { .malformed(place: bytes.place, reason: reason) }
}
