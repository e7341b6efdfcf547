/// Tells a comment from the name of the account under whose picture it stands.
enum InstagramRoles {
    struct Value: Equatable {
        /// In the account's language.
        var key: String
        var text: String
    }

    /// nil: there are no values. Known keys count; else what cannot be an account's name is the comment, and the
    /// longest of several; of nothing but names the first, which is where Instagram writes the comment.
    static func assign(_ values: [Value]) -> (comment: String, owner: String?)? {
        guard let first = values.first else { return nil }
        let known = values.firstIndex { commentKeys.contains($0.key.lowercased()) }
        let longest = values.indices.filter { !isName(values[$0].text) }
            .max { (values[$0].text.utf8.count, $1) < (values[$1].text.utf8.count, $0) }
        guard values.count > 1 else {
            return ownerKeys.contains(first.key.lowercased()) ? ("", first.text) : (first.text, nil)
        }
        let comment = known ?? longest ?? 0
        let owner = values.indices.first { $0 != comment && isName(values[$0].text) }
        return (values[comment].text, owner.map { values[$0].text })
    }

    /// Instagram's account names: up to 30 letters, digits, points and underscores.
    private static func isName(_ text: String) -> Bool {
        (1...30).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte &- UInt8(ascii: "0") < 10
                    || (byte | 0x20) &- UInt8(ascii: "a") < 26
            }
    }

    private static let commentKeys: Set<String> = [
        "comment", "kommentar", "opmerking", "commentaire", "comentario", "comentário", "commento", "komentarz",
        "yorum",
        "комментарий", "コメント",
    ]
    private static let ownerKeys: Set<String> = [
        "media owner", "media-eigenaar", "medieninhaber", "propriétaire du média",
    ]
}

/// A time as older downloads write it, `Apr 19, 2017, 3:35 AM`, in a zone that they do not name; nil: it is none.
func instagramTime(_ written: String, in zone: LocalZone?) -> ExportedTime? {
    let parts = written.split(separator: " ").flatMap { $0.split(separator: "\u{202F}") }
    guard parts.count == 5, let month = instagramMonths.firstIndex(of: parts[0].prefix(3)), parts[0].utf8.count <= 9,
        parts[1].hasSuffix(","), parts[2].hasSuffix(","), let day = Int64(parts[1].dropLast()),
        let year = Int64(parts[2].dropLast()), let date = days(year: year, month: Int64(month + 1), day: day),
        let clock = instagramClock(parts[3], half: parts[4])
    else { return nil }
    let local = date * millisecondsPerDay + clock
    return ExportedTime(
        milliseconds: zone.map { $0.utc(fromLocal: local) } ?? local, written: written, zoneIsKnown: zone != nil)
}

/// Milliseconds since midnight of `3:35` `PM`.
private func instagramClock(_ text: Substring, half: Substring) -> Int64? {
    let parts = text.split(separator: ":").map { Int64($0) }
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1], (1...12).contains(hour),
        (0..<60).contains(minute), half == "AM" || half == "PM"
    else { return nil }
    let second = parts.count == 3 ? parts[2] : 0
    guard let second, (0..<60).contains(second) else { return nil }
    return ((hour % 12 + (half == "PM" ? 12 : 0)) * 60 + minute) * 60_000 + second * 1000
}

private let instagramMonths: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
