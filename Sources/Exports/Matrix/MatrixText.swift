/// Words of a Matrix message without the quotation that clients put before an answer
/// (Matrix specification 1.12, 'Fallbacks for rich replies').
enum MatrixText {
    /// Without the lines that begin with `> <@user:server>` or `> * <@user:server>`, and the empty one behind them.
    static func withoutFallback(_ body: String) -> String {
        guard body.hasPrefix("> <@") || body.hasPrefix("> * <@") else { return body }
        var rest = body.utf8[...]
        while rest.starts(with: ">".utf8) {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return "" }
            rest = rest[rest.index(after: end)...]
        }
        if rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
        return String(rest) ?? body
    }

    /// Without `<mx-reply>`, which holds the quotation in HTML.
    static func withoutReply(_ html: String) -> String {
        guard html.hasPrefix("<mx-reply>"), let end = html.firstRange(of: "</mx-reply>") else { return html }
        return String(html[end.upperBound...])
    }
}
