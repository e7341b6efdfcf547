/// The root element of a document by its first bytes; nil: they begin no XML. One stray byte before the document is
/// tolerated, as the scanner does.
func xmlRoot(_ head: ArraySlice<UInt8>) -> XMLElement? {
    guard head.drop(while: XMLCharacters.isBlank).prefix(2).contains(UInt8(ascii: "<")),
        var source = try? ByteSource(bytes: Array(head))
    else { return nil }
    var scanner = XMLScanner()
    guard case .start(let root)? = try? scanner.next(&source) else { return nil }
    return root
}
