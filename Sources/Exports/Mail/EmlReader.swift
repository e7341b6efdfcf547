/// One mail in a file.
package enum EmlReader: ExportReader {
    package static let format = "eml"
    package static let summary = "eml: one mail in a file"
    package static let lacks = "no edits, no reactions"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let headers = MailHeaders(head)
        guard headers.count >= 2, headers[.from] != nil, !head.starts(with: MboxSeparator.mark) else { return .no }
        let isMail = headers[.date] != nil || headers[.messageID] != nil || headers[.received] != nil
        return isMail ? .certain : .no
    }

    /// Throws `ExportError.tooLarge` for a mail beyond 32 MiB, `.truncated` for one that ends inside its header.
    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        let bytes = try whole(&source)
        let headers = MailHeaders(bytes[...])
        guard headers.count > 0 else { throw ExportError.malformed(place: "line 1", reason: "no header") }
        guard headers.end != .cut else { throw ExportError.truncated(place: "line 1") }
        try yield(.note(MailMessageReader.note))
        let envelope = MailMessageReader.Envelope(place: ExportPlace(unit: .line, number: 1, byteOffset: 0))
        try MailMessageReader(options).read(bytes[...], envelope, mayEndInHeader: true, yield: yield)
    }

    /// All bytes. Throws `ExportError.tooLarge` beyond what one mail may have.
    static func whole(_ source: inout ByteSource) throws(ExportError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try source.nextChunk() {
            bytes.append(contentsOf: chunk)
            guard bytes.count <= MboxCutter.mailLimit else {
                throw .tooLarge(what: "mail", limit: MboxCutter.mailLimit)
            }
        }
        return bytes
    }
}
