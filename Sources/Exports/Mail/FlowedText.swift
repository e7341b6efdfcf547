/// RFC 3676, `format=flowed`: paragraphs that were broken into lines for sending.
enum FlowedText {
    /// Lines that end in a blank are joined with the next of the same quote depth; the blank that protects a line
    /// (`space-stuffing`) goes. A signature's `-- ` is a line of its own.
    static func joined(_ text: String, isDelSp: Bool) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var openDepth: Int?
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            var content = line.dropFirst(depth)
            if content.first == 0x20 { content = content.dropFirst() }
            let isSignature = content.elementsEqual("-- ".utf8)
            if openDepth != depth || isSignature {
                if openDepth != nil { out.append(0x0A) }
                appendQuote(depth, to: &out)
            }
            let isOpen = content.last == 0x20 && !isSignature
            out.append(contentsOf: isOpen && isDelSp ? content.dropLast() : content)
            openDepth = isOpen ? depth : nil
            if !isOpen { out.append(0x0A) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func appendQuote(_ depth: Int, to out: inout [UInt8]) {
        guard depth > 0 else { return }
        out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
        out.append(0x20)
    }
}
