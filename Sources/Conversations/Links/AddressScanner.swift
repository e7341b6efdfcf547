/// Finds web addresses about as twitter-text does (`extractUrlsWithIndices`), in time linear in the text.
///
/// Where it is coarser: after `http://` any top-level domain of two letters or more counts; a bare domain
/// counts with the ones in `topLevels` only; parentheses in a path need not be balanced to count, but one
/// that was not opened ends it; a bare domain with letters beyond ASCII is text as a whole; the path after
/// `t.co` has no rule of its own.
package enum AddressScanner {
    /// Where the address that begins at an index ends; nil: none begins there.
    ///
    /// Linear: an address begins only where a run of host characters does, and whatever is read behind the
    /// host either belongs to it or is punctuation, at which none begins.
    /// - Parameter mayNameUser: a name and `@` may stand before the host, as in `https://mia@example.org`. twitter-text
    ///   takes that for no address; a browser goes there all the same.
    package static func end(in scalars: [Unicode.Scalar], from start: Int, mayNameUser: Bool = false) -> Int? {
        guard isAlphanumeric(scalars[start]), start == 0 || mayPrecede(scalars[start - 1]) else { return nil }
        let scheme = schemeEnd(in: scalars, from: start)
        let isBare = scheme == nil
        if isBare, start > 0, "-_./".unicodeScalars.contains(scalars[start - 1]) { return nil }
        let user = mayNameUser ? scheme.flatMap { userEnd(in: scalars, from: $0) } : nil
        guard let host = hostEnd(in: scalars, from: user ?? scheme ?? start, isBare: isBare) else { return nil }
        let port = portEnd(in: scalars, from: host)
        return queryEnd(in: scalars, from: pathEnd(in: scalars, from: port))
    }

    /// Common ones; a missing one makes a bare domain count as text.
    private static let topLevels: Set<String> = Set(
        """
        com org net edu gov mil int info biz name mobi pro aero arpa asia cat coop jobs museum tel travel
        app dev blog shop cloud online site store xyz club tech news social page link live media email digital
        agency art bike cafe care chat city community design events expert fun games group guru help host house
        land life love market money network ninja one photo photos plus press radio review reviews rocks school
        science software space studio support team today tools top tube video website wiki work works world zone
        berlin hamburg koeln cologne bayern nrw saarland ruhr wien tirol swiss london paris nyc
        de at ch li lu eu uk ie fr be nl it es pt pl cz sk hu si hr rs ba me mk al gr bg ro md ua by ru lt lv ee
        fi se no dk is gl fo us ca mx br ar cl co pe ve uy au nz jp kr cn tw hk sg my th vn id ph in pk bd lk np
        tr il ae sa qa ir iq eg ma tn za ke ng gh io ai tv fm ly gg to ws cc gd la im am sh so st vc ms nu tk
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Letters, digits and signs that tie a word together: behind these no address begins.
    private static func mayPrecede(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x40, 0xFF20, 0x24, 0x23, 0xFF03, 0x202A...0x202E: false
        default: !isAlphanumeric(scalar)
        }
    }

    private static func schemeEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var index = start
        for expected in "http".unicodeScalars {
            guard index < scalars.count, lowered(scalars[index]) == expected else { return nil }
            index += 1
        }
        if index < scalars.count, lowered(scalars[index]) == "s" { index += 1 }
        guard scalars.count >= index + 3, scalars[index..<(index + 3)].elementsEqual("://".unicodeScalars) else {
            return nil
        }
        return index + 3
    }

    /// Behind the last `@` of the part that names the server.
    private static func userEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        let authority = scalars[start...].prefix { !"/\\?#<>\"".unicodeScalars.contains($0) && $0.value > 0x20 }
        return authority.lastIndex(of: "@").map { $0 + 1 }
    }

    /// The end of labels with dots between them, the last of them a top-level domain.
    private static func hostEnd(in scalars: [Unicode.Scalar], from start: Int, isBare: Bool) -> Int? {
        var end = start
        var lastDot: Int?
        while end < scalars.count {
            if scalars[end] == "." {
                // A dot that ends a sentence, or two in a row, ends the host.
                guard end > start, end + 1 < scalars.count, isHost(scalars[end + 1]) else { break }
                lastDot = end
            } else if !isHost(scalars[end]) {
                break
            }
            end += 1
        }
        guard let lastDot, isTopLevel(scalars[(lastDot + 1)..<end], isBare: isBare) else { return nil }
        if isBare, !scalars[start..<end].allSatisfy(\.isASCII) { return nil }
        if end < scalars.count, scalars[end] == "@" || scalars[end] == "+" { return nil }
        return end
    }

    private static func isTopLevel(_ label: ArraySlice<Unicode.Scalar>, isBare: Bool) -> Bool {
        guard (2...63).contains(label.count) else { return false }
        let name = String(String.UnicodeScalarView(label)).lowercased()
        if topLevels.contains(name) || (name.hasPrefix("xn--") && label.count > 4) { return true }
        return !isBare && label.allSatisfy(\.properties.isAlphabetic)
    }

    private static func portEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        guard start < scalars.count, scalars[start] == ":" else { return start }
        var end = start + 1
        while end < scalars.count, end - start <= 5, ("0"..."9").contains(scalars[end]) { end += 1 }
        return end > start + 1 ? end : start
    }

    private static func pathEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        guard start < scalars.count, scalars[start] == "/" else { return start }
        return end(in: scalars, from: start, of: "!*';:=+,.$/%#[]-–_~@|&", closedBy: "+-=_#/")
    }

    private static func queryEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        guard start < scalars.count, scalars[start] == "?" else { return start }
        return end(in: scalars, from: start, of: "!?*'@;:&=+$/%#[]-_.,~|", closedBy: "-_&=#/")
    }

    /// The end of a run of letters, digits and some signs, without the signs at its end that belong to the
    /// sentence around it.
    private static func end(
        in scalars: [Unicode.Scalar], from start: Int, of signs: String, closedBy closing: String
    ) -> Int {
        var end = start
        var depth = 0
        var index = start
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if isAlphanumeric(scalar) {
                end = index
            } else if scalar == "(" {
                depth += 1
            } else if scalar == ")", depth > 0 {
                depth -= 1
                end = index
            } else if !signs.unicodeScalars.contains(scalar) {
                break
            } else if closing.unicodeScalars.contains(scalar) {
                end = index
            }
        }
        return end
    }

    private static func isHost(_ scalar: Unicode.Scalar) -> Bool {
        isAlphanumeric(scalar) || scalar == "-" || scalar == "_"
    }

    /// ASCII, Latin with accents, and Cyrillic, as in twitter-text; other scripts end an address.
    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF, 0x400...0x4FF: true
        default: false
        }
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar
    }
}
