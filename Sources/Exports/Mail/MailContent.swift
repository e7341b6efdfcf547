/// What a mail's body holds: text as bytes with their charset, and names of attachments.
struct MailContent {
    struct Text {
        var bytes: ArraySlice<UInt8>
        var charset: String?
        var isHTML: Bool
        /// RFC 3676: lines that end in a blank go on in the next; `isDelSp`: the blank is not part of the text.
        var isFlowed = false
        var isDelSp = false
        /// Number of the `multipart/alternative` that it stands in; nil: in none.
        var alternative: Int?
    }

    /// In the order of the mail.
    var texts: [Text] = []
    var attachments: [String] = []
    var repairs: MailRepairs = []

    /// RFC 2046 says nothing about how deep parts may be nested; no mailer nests more.
    static let depthLimit = 64
    /// Names that are kept of a mail.
    static let attachmentLimit = 256

    init(_ headers: MailHeaders, body: ArraySlice<UInt8>) {
        if let plain = Self.singlePart(headers, body) {
            texts = [plain]
        } else {
            readParts(headers, body)
        }
    }

    /// By GMime, whatever the body is.
    init(partsOf body: ArraySlice<UInt8>, _ headers: MailHeaders) { readParts(headers, body) }

    /// The header fields that say what the body is, as GMime reads them.
    static func mimeHeader(_ headers: MailHeaders) -> [UInt8] {
        var out: [UInt8] = []
        for field in [MailField.contentType, .transferEncoding, .disposition] {
            guard let value = headers[field] else { continue }
            out += Array(field.name.utf8) + [0x3A, 0x20] + value + [0x0A]
        }
        return out
    }

    private mutating func readParts(_ headers: MailHeaders, _ body: ArraySlice<UInt8>) {
        guard MimeMessage.isBounded(body) else {
            repairs.insert(.tooManyParts)
            return texts.append(Text(bytes: ArraySlice("[too many parts to show]".utf8), charset: nil, isHTML: false))
        }
        guard let message = MimeMessage(header: Self.mimeHeader(headers), body: body) else { return }
        withExtendedLifetime(message) {
            guard let root = message.root else { return }
            walk(root)
        }
    }

    private struct Step {
        var part: MimeMessage.Part
        var depth: Int
        var alternative: Int?
    }

    /// Depth first in the order of the mail, without recursion.
    private mutating func walk(_ root: MimeMessage.Part) {
        var steps = [Step(part: root, depth: 0, alternative: nil)]
        var alternatives = 0
        while let step = steps.popLast() {
            guard step.depth <= Self.depthLimit else {
                noteDepth()
                continue
            }
            switch step.part.kind {
            case .message: attach(step.part)
            case .leaf: take(step.part, step, isRoot: step.depth == 0)
            case .container:
                var alternative = step.alternative
                if alternative == nil, step.part.mediaType == "multipart/alternative" {
                    alternatives += 1
                    alternative = alternatives
                }
                let children = step.part.children
                if children.isEmpty { takePrologue(step.part) }
                steps += children.reversed().map { Step(part: $0, depth: step.depth + 1, alternative: alternative) }
            }
        }
    }

    private mutating func noteDepth() {
        guard !repairs.contains(.tooDeep) else { return }
        repairs.insert(.tooDeep)
        texts.append(Text(bytes: ArraySlice("[nested too deeply to show]".utf8), charset: nil, isHTML: false))
    }

    /// A container without parts: its boundary is not in the mail, and what stands there is the text.
    private mutating func takePrologue(_ part: MimeMessage.Part) {
        texts.append(Text(bytes: part.prologue[...], charset: nil, isHTML: false))
    }
}

extension MailContent {
    private mutating func take(_ part: MimeMessage.Part, _ step: Step, isRoot: Bool) {
        let type = part.mediaType
        let fileName = part.fileName.flatMap { $0.isEmpty ? nil : $0 }
        if let fileName { attach(fileName) }
        let isShown = isText(type, inAlternative: step.alternative != nil) && (isRoot || !part.isAttachment)
        guard isShown, fileName == nil || texts.isEmpty else {
            let isOtherForm = step.alternative != nil && !part.isAttachment
            if fileName == nil, !isOtherForm { attach(part) }
            return
        }
        if type == "text/html", hasPlainForm(step.alternative) { return }
        let content = part.content
        if !content.isDecoded { repairs.insert(.transferEncoding) }
        texts.append(
            Text(
                bytes: content.bytes[...], charset: part.parameter("charset"), isHTML: type == "text/html",
                isFlowed: part.parameter("format")?.lowercased() == "flowed",
                isDelSp: part.parameter("delsp")?.lowercased() == "yes", alternative: step.alternative))
    }

    /// Whether the plain form of a text is there already, so that its HTML need not be looked at.
    private func hasPlainForm(_ alternative: Int?) -> Bool {
        guard let alternative else { return false }
        return texts.contains { text in
            text.alternative == alternative && !text.isHTML && text.bytes.contains { !isJSONBlank($0) }
        }
    }

    /// RFC 2046, 4.1.4: text of a kind that is not known is shown as plain text; these kinds are not for reading.
    private func isText(_ type: String, inAlternative: Bool) -> Bool {
        if type == "text/plain" || type == "text/html" { return true }
        let unreadable = ["calendar", "rtf", "vcard", "x-vcard", "directory", "css", "csv", "javascript", "x-amp-html"]
        return !inAlternative && type.hasPrefix("text/") && !unreadable.contains(String(type.dropFirst(5)))
    }

    private mutating func attach(_ part: MimeMessage.Part) {
        let subject = part.innerSubject.flatMap { $0.isEmpty ? nil : $0 + ".eml" }
        attach(part.fileName ?? subject ?? part.mediaType)
    }

    /// A name only: what would lead into another folder is cut off, and so is what nobody reads.
    private mutating func attach(_ written: String) {
        guard attachments.count < Self.attachmentLimit else { return }
        let name = written.contains("/") && isMediaType(written) ? written : lastPathComponent(written)
        let shown = String(name.unicodeScalars.prefix(255).map(Character.init))
        attachments.append(shown.isEmpty || shown == "." || shown == ".." ? "unnamed" : shown)
    }

    private func isMediaType(_ name: String) -> Bool {
        ["application", "audio", "image", "message", "multipart", "text", "video", "font", "model"]
            .contains { name.hasPrefix($0 + "/") } && name.count { $0 == "/" } == 1 && !name.contains(".")
    }
}
