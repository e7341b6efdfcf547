/// A link of a message.
package struct MessageLink: Hashable, Sendable {
    package var target: LinkTarget
    /// The host that the link's text shows although it goes to another; nil: it shows none, or the one it goes to.
    package var shownHost: String?

    package init(target: LinkTarget, shownHost: String? = nil) {
        self.target = target
        self.shownHost = shownHost
    }

    /// Of a longer text the links of its beginning are found. In bytes.
    package static let textLimit = 16_384
    /// Links of one message at most.
    package static let countLimit = 99
    /// What is looked at to find them, for the same link may stand there often.
    private static let writtenLimit = 300

    /// The links of a message: those that its markup makes, then addresses that stand in its text, in order. Web and
    /// mail addresses only; each is there once.
    /// - Parameter markup: as the platform wrote it; nil: the text is what it wrote.
    package static func links(text: String, markup: String?) -> [MessageLink] {
        let text = beginning(text)
        let source = markup.map(beginning) ?? text
        guard mayHoldLinks(source) || mayHoldLinks(text) else { return [] }
        let written = MarkupScanner.links(in: source, limit: writtenLimit)
        var links: [MessageLink] = []
        var targets: [String] = []
        for link in written where links.count < countLimit {
            guard let target = LinkTarget(link.target) else { continue }
            targets.append(link.target)
            let shown = HostShown(in: link.text).other(than: target.host) ?? posing(target)
            add(MessageLink(target: target, shownHost: shown), to: &links)
        }
        // What a link shows as its text is no link of its own.
        let shown = Set(written.flatMap { PlainAddresses.all(in: $0.text) })
        for address in PlainAddresses.all(in: text, limit: writtenLimit) where !shown.contains(address) {
            // Nor is the beginning of a target that stands in the text itself.
            if targets.contains(where: { $0.hasPrefix(address) }) { continue }
            let isWeb = address.lowercased().hasPrefix("www.")
            guard let target = LinkTarget(isWeb ? "https://" + address : address) else { continue }
            add(MessageLink(target: target, shownHost: posing(target)), to: &links)
        }
        return Array(links.prefix(countLimit))
    }

    /// A user's name that looks like a host: `https://bank.com@evil.example`.
    private static func posing(_ target: LinkTarget) -> String? {
        target.user.isEmpty ? nil : HostShown(in: target.user).other(than: target.host)
    }

    /// A warning outlives the same address without one.
    private static func add(_ link: MessageLink, to links: inout [MessageLink]) {
        guard let index = links.firstIndex(where: { $0.target == link.target }) else {
            if links.count < countLimit { links.append(link) }
            return
        }
        if links[index].shownHost == nil { links[index].shownHost = link.shownHost }
    }

    private static func beginning(_ text: String) -> String {
        text.utf8.count <= textLimit ? text : String(decoding: text.utf8.prefix(textLimit), as: UTF8.self)
    }

    /// Most texts hold no link, which is seen without taking them apart.
    private static func mayHoldLinks(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: ":")) || text.utf8.contains(UInt8(ascii: "&"))
            || text.lowercased().contains("www.")
    }
}

/// The first host that a link's text shows.
private struct HostShown {
    private let host: String?

    init(in text: String) {
        host = PlainAddresses.firstHost(in: text)
    }

    /// nil where a reader who goes by the text is not misled: the same host, or one below or above it.
    func other(than real: String) -> String? {
        guard let host else { return nil }
        let (shown, goes) = (Self.withoutWWW(host), Self.withoutWWW(real))
        let isSame = shown == goes || goes.hasSuffix("." + shown) || shown.hasSuffix("." + goes)
        return isSame ? nil : host
    }

    private static func withoutWWW(_ host: String) -> String {
        host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
