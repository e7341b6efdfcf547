extension XMLScanner {
    /// Reads a name into `name`.
    mutating func scanName(_ supply: inout some XMLByteSupply) throws(ExportError) {
        name.removeAll(keepingCapacity: true)
        guard XMLCharacters.beginsName(try peekInside(&supply)) else {
            throw malformed("'<' that begins no tag")
        }
        while XMLCharacters.continuesName(try peekInside(&supply)) {
            guard name.count < XMLLimits.name else {
                throw .tooLarge(what: "bytes in a name at \(bytes.place)", limit: XMLLimits.name)
            }
            name.append(try peekInside(&supply))
            bytes.advance()
        }
    }

    /// The attributes of a start tag, up to its `>` or `/>`.
    mutating func scanAttributes(_ supply: inout some XMLByteSupply) throws(ExportError) -> [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        var names: Set<String> = []
        while true {
            let hasBlank = XMLCharacters.isBlank(try peekInside(&supply))
            try skipBlanks(&supply)
            let byte = try peekInside(&supply)
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return attributes }
            guard hasBlank, XMLCharacters.beginsName(byte) else { throw malformed("no attribute where one is due") }
            guard attributes.count < XMLLimits.attributes else {
                throw .tooLarge(what: "attributes at \(bytes.place)", limit: XMLLimits.attributes)
            }
            let attribute = try scanAttribute(&supply)
            guard names.insert(attribute.name).inserted else { throw malformed("the same attribute twice") }
            attributes.append(attribute)
        }
    }

    private mutating func scanAttribute(_ supply: inout some XMLByteSupply) throws(ExportError) -> XMLAttribute {
        try scanName(&supply)
        let attribute = String(decoding: name, as: UTF8.self)
        try skipBlanks(&supply)
        try expect(UInt8(ascii: "="), &supply, "an attribute without a value")
        try skipBlanks(&supply)
        let quote = try peekInside(&supply)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw malformed("an attribute's value without quotes")
        }
        bytes.advance()
        return try XMLAttribute(name: attribute, value: scanValue(&supply, quote: quote))
    }

    private mutating func scanValue(
        _ supply: inout some XMLByteSupply, quote: UInt8
    ) throws(ExportError) -> String {
        value.begin(limit: valueLimit)
        while true {
            let byte = try peekInside(&supply)
            guard byte != UInt8(ascii: "<") else { throw malformed("'<' inside an attribute's value") }
            bytes.advance()
            switch byte {
            case quote: return try finishValue()
            case UInt8(ascii: "&"): value.append(reference: try scanReference(&supply))
            case _ where XMLCharacters.isBlank(byte): value.append(" ")
            case _ where XMLCharacters.isForbidden(byte): value.appendControl(byte)
            default: value.append(byte: byte)
            }
        }
    }

    private mutating func finishValue() throws(ExportError) -> String {
        let text = value.finish()
        guard !text.isCut else {
            throw .tooLarge(what: "bytes in an attribute's value at \(bytes.place)", limit: valueLimit)
        }
        return text.string
    }

    /// Passes `>` or `/>`; true: the element is empty and ends at once.
    mutating func scanTagEnd(_ supply: inout some XMLByteSupply) throws(ExportError) -> Bool {
        let isEmpty = try peekInside(&supply) == UInt8(ascii: "/")
        if isEmpty { bytes.advance() }
        try expect(UInt8(ascii: ">"), &supply, "a tag without its end")
        return isEmpty
    }

    /// Passes an end tag from its `/` and checks that it closes the innermost element.
    mutating func scanEndTag(_ supply: inout some XMLByteSupply) throws(ExportError) {
        let place = bytes.place
        bytes.advance()
        try scanName(&supply)
        guard let innermost = open.innermost else {
            throw .malformed(place: place, reason: "</\(shown(name[...]))> closes nothing")
        }
        guard innermost.name.elementsEqual(name) else {
            let reason = "</\(shown(name[...]))> where <\(shown(innermost.name))> of line \(innermost.line) is open"
            throw .malformed(place: place, reason: reason)
        }
        try skipBlanks(&supply)
        try expect(UInt8(ascii: ">"), &supply, "a tag without its end")
    }

    /// Errors are short whatever a document calls its elements.
    private func shown(_ name: ArraySlice<UInt8>) -> String {
        String(String(decoding: name, as: UTF8.self).prefix(40))
    }
}
