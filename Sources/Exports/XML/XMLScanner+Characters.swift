/// What ends a stretch of text.
enum XMLCharactersEnd {
    /// The next tag, comment or section.
    case markup
    /// `]]>`.
    case section
}

extension XMLScanner {
    /// Passes text up to what ends it. In a CDATA section nothing is markup but its end.
    mutating func scanCharacters(
        _ supply: inout some XMLByteSupply, until end: XMLCharactersEnd
    ) throws(ExportError) {
        var brackets = 0
        while let byte = try scanRun(&supply, until: end, brackets: &brackets) {
            switch byte {
            case UInt8(ascii: "<"): return
            case UInt8(ascii: ">"):
                guard end == .section else { throw malformed("']]>' outside a CDATA section") }
                bytes.advance()
                return text.removeBrackets()
            case UInt8(ascii: "&"):
                bytes.advance()
                text.append(reference: try scanReference(&supply))
            case UInt8(ascii: "\r"): try scanLineEnd(&supply)
            default:
                bytes.advance()
                text.appendControl(byte)
            }
            brackets = 0
        }
        if end == .section { throw .truncated(place: bytes.place) }
    }

    /// Passes plain characters; returns the one that is not, nil at the end of the supply.
    private mutating func scanRun(
        _ supply: inout some XMLByteSupply, until end: XMLCharactersEnd, brackets: inout Int
    ) throws(ExportError) -> UInt8? {
        let isText = end == .markup
        return try bytes.run(&supply) { byte in
            if byte > UInt8(ascii: ">"), byte != UInt8(ascii: "]") {
                brackets = 0
                return true
            }
            switch byte {
            case UInt8(ascii: "]"): brackets += 1
            case UInt8(ascii: ">"):
                if brackets >= 2 { return false }
                brackets = 0
            case UInt8(ascii: "<"), UInt8(ascii: "&"):
                if isText { return false }
                brackets = 0
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): brackets = 0
            case 0..<0x20: return false
            default: brackets = 0
            }
            return true
        } take: {
            text.append(run: $0)
        }
    }

    /// CR LF and a lone CR are one LF (XML 1.0, section 2.11).
    private mutating func scanLineEnd(_ supply: inout some XMLByteSupply) throws(ExportError) {
        bytes.advance()
        if try bytes.peek(&supply) == UInt8(ascii: "\n") { bytes.advance() }
        text.append("\n")
    }

    /// Reads a reference behind its `&`. What turns out to be none is returned as it is written.
    mutating func scanReference(_ supply: inout some XMLByteSupply) throws(ExportError) -> XMLScannedReference {
        var name: [UInt8] = []
        while let byte = try bytes.peek(&supply), XMLCharacters.continuesReference(byte),
            name.count < XMLLimits.reference
        {
            name.append(byte)
            bytes.advance()
        }
        guard try bytes.peek(&supply) == UInt8(ascii: ";"), !name.isEmpty else {
            return XMLScannedReference(reference: .unknown, name: name, isClosed: false)
        }
        bytes.advance()
        return XMLScannedReference(reference: XMLReference(name), name: name, isClosed: true)
    }
}

/// A reference together with how it was written.
struct XMLScannedReference {
    var reference: XMLReference
    var name: [UInt8]
    var isClosed: Bool
}

extension XMLTextBuffer {
    mutating func append(reference scanned: XMLScannedReference) {
        switch scanned.reference {
        case .character(let scalar): append(scalar)
        case .repaired(let scalar): append(scalar, isRepair: true)
        case .unknown: append(unknownReference: scanned.name, isClosed: scanned.isClosed)
        }
    }
}
