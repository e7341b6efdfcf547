/// What the first lines of a file tell about it.
struct WhatsAppHead {
    private static let lineLimit = 40

    private(set) var lines = 0
    private(set) var headers = 0
    private(set) var startsWithHeader = false
    private var styles: [WhatsAppStyle: Int] = [:]
    private var firstStyle: WhatsAppStyle?

    init(_ head: ArraySlice<UInt8>) {
        for line in head.split(separator: 0x0A) where lines < Self.lineLimit {
            let line = line.last == 0x0D ? line.dropLast() : line
            guard line.contains(where: { !isJSONBlank($0) }) else { continue }
            lines += 1
            guard case .header(let header) = WhatsAppHeader.find(in: line), Self.isChat(header, line) else { continue }
            headers += 1
            if lines == 1 { startsWithHeader = true }
            styles[header.style, default: 0] += 1
            if firstStyle == nil { firstStyle = header.style }
        }
    }

    /// The style of the file; a chat that was pasted into a message may have another. nil: there is no head.
    var style: WhatsAppStyle? {
        guard let most = styles.values.max() else { return nil }
        return firstStyle.flatMap { styles[$0] == most ? $0 : nil } ?? styles.first { $0.value == most }?.key
    }

    /// At least three in ten lines are heads, or the file begins with one.
    var isChat: Bool { startsWithHeader || (headers > 0 && headers * 10 >= lines * 3) }

    /// Logs of IRC and texts of Signal have heads that look alike.
    private static func isChat(_ header: WhatsAppHeader, _ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.dropFirst(header.length)
        guard !header.isLikeSignal, let first = rest.first, first != UInt8(ascii: "<"), first != UInt8(ascii: "*")
        else {
            return false
        }
        return !header.style.isBracketed || rest.contains(UInt8(ascii: ":"))
    }
}
