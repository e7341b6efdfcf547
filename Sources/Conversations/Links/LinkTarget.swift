/// Where a link goes: an address that may be shown, copied and handed to a program, for it is printable ASCII and
/// begins with `http://`, `https://` or `mailto:`.
package struct LinkTarget: Hashable, Sendable {
    /// The host in ASCII and the rest percent-encoded where it was not ASCII: what is shown is what is opened.
    package let address: String
    /// The host that a browser goes to, in ASCII (`xn--` for other letters), without user name and port; of a mail
    /// address what stands behind `@`.
    package let host: String
    /// What a web address has before the `@` in front of its host, where a reader may take it for the host itself.
    package let user: String

    /// Longer addresses are no links. In bytes.
    static let limit = 8192

    /// nil: no web or mail address, or one with control characters, blanks, or a host that is none.
    package init?(_ raw: String) {
        let trimmed = raw.unicodeScalars.trimmingBlanks
        guard trimmed.count <= Self.limit, !trimmed.contains(where: Self.isRefused),
            let colon = trimmed.firstIndex(of: ":")
        else { return nil }
        let rest = trimmed[trimmed.index(after: colon)...]
        switch String(trimmed[..<colon]).lowercased() {
        case "http": self.init(web: rest, scheme: "http")
        case "https": self.init(web: rest, scheme: "https")
        case "mailto": self.init(mail: rest)
        default: return nil
        }
    }

    private init?(web rest: Substring.UnicodeScalarView, scheme: String) {
        guard rest.starts(with: "//".unicodeScalars) else { return nil }
        // Browsers read a backslash as a slash: what stands behind it is no host.
        let all = rest.dropFirst(2)
        let end = all.firstIndex { "/\\?#".unicodeScalars.contains($0) } ?? all.endIndex
        let authority = all[..<end]
        let user = authority.lastIndex(of: "@").map { authority[...$0] }
        let place = authority[(user?.endIndex ?? authority.startIndex)...]
        guard let (name, port) = Self.split(place), let host = HostName.ascii(name) else { return nil }
        let path = all[end...].prefix { $0 != "?" && $0 != "#" }
        let tail = all[path.endIndex...]
        address =
            "\(scheme)://\(Self.encoded(user ?? ""[...].unicodeScalars))\(host)\(port)"
            + Self.encoded(path).replacing("\\", with: "/") + Self.encoded(tail)
        self.host = host
        self.user = user.map { String($0.dropLast()) } ?? ""
    }

    private init?(mail rest: Substring.UnicodeScalarView) {
        let receiver = rest.prefix { $0 != "?" }
        guard let at = receiver.lastIndex(of: "@"), at > receiver.startIndex,
            let host = HostName.ascii(String(receiver[receiver.index(after: at)...]))
        else { return nil }
        let tail = rest[receiver.endIndex...]
        address = "mailto:\(Self.encoded(receiver[..<at]))@\(host)\(Self.encoded(tail))"
        self.host = host
        user = ""
    }

    /// The host, and the port with its colon.
    private static func split(_ place: Substring.UnicodeScalarView) -> (name: String, port: String)? {
        let after = place.lastIndex(of: "]") ?? place.startIndex
        guard let colon = place[after...].firstIndex(of: ":") else { return (String(place), "") }
        let digits = place[place.index(after: colon)...]
        guard digits.count <= 5, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return (String(place[..<colon]), digits.isEmpty ? "" : ":" + String(digits))
    }

    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// ASCII as it is but for quotation marks and brackets; all else as `%XX` of its UTF-8 bytes.
    private static func encoded(_ scalars: Substring.UnicodeScalarView) -> String {
        var result = ""
        for byte in String(scalars).utf8 {
            if byte < 0x80, !"\"<>`{|}^".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + String(byte >> 4, radix: 16, uppercase: true)
                result += String(byte & 15, radix: 16, uppercase: true)
            }
        }
        return result
    }
}

extension String.UnicodeScalarView {
    fileprivate var trimmingBlanks: Substring.UnicodeScalarView {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 }
        let start = drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return start }
        return start[...last]
    }
}
