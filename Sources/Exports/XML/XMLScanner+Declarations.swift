extension XMLScanner {
    /// Passes what begins with `<!`, from its `!`: a comment or a CDATA section. A document type is refused
    /// here, before its first letter is read.
    mutating func scanDeclaration(_ supply: inout some XMLByteSupply) throws(ExportError) {
        bytes.advance()
        switch try peekInside(&supply) {
        case UInt8(ascii: "-"):
            try expectAll("--", &supply)
            try skipComment(&supply)
        case UInt8(ascii: "["):
            guard open.depth > 0 else { throw malformed("a CDATA section outside the root element") }
            try expectAll("[CDATA[", &supply)
            try scanCharacters(&supply, until: .section)
        case UInt8(ascii: "D"), UInt8(ascii: "d"):
            throw malformed(
                "a document type (DOCTYPE) is not read: it can make a small file expand without end or fetch others")
        default: throw malformed("'<!' that begins no comment and no section")
        }
    }

    /// Passes an instruction from its `?`. The declaration is one that may only be the first.
    mutating func scanInstruction(_ supply: inout some XMLByteSupply, isFirst: Bool) throws(ExportError) {
        bytes.advance()
        try scanName(&supply)
        guard name.elementsEqual("xml".utf8) else { return try skipInstruction(&supply) { _ in } }
        guard isFirst else { throw malformed("an XML declaration that is not at the beginning") }
        var declaration: [UInt8] = Array("xml ".utf8)
        try skipInstruction(&supply) { byte in
            if declaration.count < XMLLimits.declaration { declaration.append(byte) }
        }
        let encoding = try XMLEncoding(declaration: declaration)
        text.encoding = encoding
        value.encoding = encoding
    }

    private mutating func skipInstruction(
        _ supply: inout some XMLByteSupply, take: (UInt8) -> Void
    ) throws(ExportError) {
        var previous: UInt8 = 0
        while true {
            let byte = try peekInside(&supply)
            bytes.advance()
            if previous == UInt8(ascii: "?"), byte == UInt8(ascii: ">") { return }
            take(byte)
            previous = byte
        }
    }

    private mutating func skipComment(_ supply: inout some XMLByteSupply) throws(ExportError) {
        var dashes = 0
        let end = try bytes.run(&supply) { byte in
            if byte == UInt8(ascii: ">"), dashes >= 2 { return false }
            dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
            return true
        } take: { _ in
        }
        guard end != nil else { throw .truncated(place: bytes.place) }
        bytes.advance()
    }

    /// The next byte where the document cannot end.
    mutating func peekInside(_ supply: inout some XMLByteSupply) throws(ExportError) -> UInt8 {
        guard let byte = try bytes.peek(&supply) else { throw .truncated(place: bytes.place) }
        return byte
    }

    mutating func skipBlanks(_ supply: inout some XMLByteSupply) throws(ExportError) {
        while XMLCharacters.isBlank(try peekInside(&supply)) { bytes.advance() }
    }

    mutating func expect(
        _ byte: UInt8, _ supply: inout some XMLByteSupply, _ reason: String
    ) throws(ExportError) {
        guard try peekInside(&supply) == byte else { throw malformed(reason) }
        bytes.advance()
    }

    private mutating func expectAll(
        _ text: StaticString, _ supply: inout some XMLByteSupply
    ) throws(ExportError) {
        for byte in text.description.utf8 {
            try expect(byte, &supply, "'<!' that begins no comment and no section")
        }
    }
}
