/// Addresses that stand in a text as they are.
enum PlainAddresses {
    /// Those that say what they are: with `http://`, `https://`, `www.` or `mailto:`. The first ones, in
    /// order.
    static func all(in text: String, limit: Int = .max) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var found: [String] = []
        var index = 0
        while index < scalars.count, found.count < limit {
            guard
                let end = AddressScanner.end(in: scalars, from: index, mayNameUser: true)
                    ?? mailEnd(in: scalars, from: index)
            else {
                index += 1
                continue
            }
            let address = String(String.UnicodeScalarView(scalars[index..<end]))
            if address.contains("://") || isMarked(address) { found.append(address) }
            index = end
        }
        return found
    }

    private static func isMarked(_ address: String) -> Bool {
        let start = address.prefix(7).lowercased()
        return start.hasPrefix("www.") || start == "mailto:"
    }

    /// The host that a link's text shows, in ASCII: of the first address in it, also of one that is only a host, or
    /// of the text as a whole where it looks like one; nil: it shows none.
    static func firstHost(in text: String) -> String? {
        known(in: text) ?? whole(text)
    }

    private static func whole(_ text: String) -> String? {
        let words = text.prefix(300).split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let name = words[0].split(separator: "/").first, !isFileName(name),
            name.contains("."), let end = name.split(separator: ".").last, end.count > 1,
            end.allSatisfy(\.isLetter)
        else { return nil }
        return LinkTarget("https://" + name)?.host
    }

    private static func known(in text: String) -> String? {
        let scalars = Array(text.unicodeScalars.prefix(2000))
        var index = 0
        while index < scalars.count {
            guard let end = AddressScanner.end(in: scalars, from: index) else {
                index += 1
                continue
            }
            let address = String(String.UnicodeScalarView(scalars[index..<end]))
            index = end
            if isFileName(address) { continue }
            return LinkTarget(address.contains("://") ? address : "https://" + address)?.host
        }
        return nil
    }

    /// `README.md` is no host, although a country has this domain.
    private static func isFileName(_ address: some StringProtocol) -> Bool {
        address.split(separator: ".").last.map { fileEndings.contains($0.lowercased()) } ?? false
    }

    private static let fileEndings: Set<String> = Set(
        """
        md sh rs cc so mk js ts py txt html htm pdf jpg jpeg png gif webp svg mp3 mp4 mov avi zip gz xz tar json jsonl
        csv xml yml yaml toml doc docx xls xlsx ppt pptx odt ods exe dmg apk deb rpm iso swift java cpp css php log
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static func mailEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        let scheme = Array("mailto:".unicodeScalars)
        guard scalars[start] == "m" || scalars[start] == "M", start + scheme.count < scalars.count,
            String(String.UnicodeScalarView(scalars[start..<(start + scheme.count)])).lowercased() == "mailto:"
        else { return nil }
        var end = start + scheme.count
        while end < scalars.count, !scalars[end].properties.isWhitespace,
            !"<>\"()[]".unicodeScalars.contains(scalars[end])
        {
            end += 1
        }
        while end > start, ".,;:!?'".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }
}
