/// How a mail is tied to others: its id, what it answers, the thread that it stands in.
struct MailLinks {
    /// Message-ID without brackets; one id means one mail everywhere.
    let id: String?
    /// In-Reply-To, else the last of References.
    let parent: String?
    /// Root is the first of References, else what is answered, else the mail itself; its title is the subject without
    /// `Re:`. A mail without any id is held together with others by its subject.
    let thread: ExportedThread?

    init(_ headers: MailHeaders, repairs: inout MailRepairs) {
        let own = MessageIDs.own(headers[.messageID])
        let answered = MessageIDs.first(headers[.inReplyTo])
        let parent = answered ?? MessageIDs.last(headers[.references])
        let subject = headers[.subject].map { EncodedWords.text($0, repairs: &repairs) } ?? ""
        let title = Self.baseSubject(subject)
        id = own
        self.parent = parent == own ? nil : parent
        if let root = MessageIDs.first(headers[.references]) ?? answered ?? own {
            thread = ExportedThread(id: root, title: title)
        } else {
            thread = title.isEmpty ? nil : ExportedThread(id: "subject: \(title)", title: title)
        }
    }

    /// A subject without the marks of answers (RFC 5256, 2.1, and what German and Scandinavian mailers write).
    static func baseSubject(_ subject: String) -> String {
        var rest = subject[...]
        while let colon = rest.prefix(12).firstIndex(of: ":") {
            let mark = rest[..<colon].prefix { $0 != "[" && $0 != "(" && $0 != "^" }
            guard ["re", "aw", "antw", "sv", "vs"].contains(mark.lowercased().filter { $0 != " " }) else { break }
            let next = rest[rest.index(after: colon)...].drop { $0 == " " }
            guard !next.isEmpty else { break }
            rest = next
        }
        return String(rest)
    }
}
