/// Addresses of the web as exports give them.
enum WebAddress {
    /// The text where it is such an address in plain ASCII, as addresses have to be (RFC 3986); nil: it is none.
    static func plain(_ text: String?) -> String? {
        guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return text
    }

    /// The name of the file behind an address or path, without what follows the question mark: signatures stand there.
    static func fileName(_ address: String) -> String {
        lastPathComponent(String(address.prefix { $0 != "?" && $0 != "#" }))
    }

    /// An address as a link that can be shown to others: without its query where that carries a key to something.
    static func shareable(_ address: String) -> String {
        guard let mark = address.firstIndex(of: "?") else { return address }
        let names = address[mark...].dropFirst().split(separator: "&").map { $0.prefix { $0 != "=" }.lowercased() }
        let isSecret = names.contains { name in secretNames.contains { name.contains($0) } }
        return isSecret ? String(address[..<mark]) : address
    }

    /// Parts of the names of parameters that let whoever has the address in.
    private static let secretNames = ["token", "signature", "secret", "password", "auth", "apikey", "session"]
}
