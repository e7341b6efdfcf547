/// The blog's authors as the export lists them.
///
/// A comment is one of theirs when it was written logged in (`comment_user_id`). The e-mail address of a
/// comment proves nothing, since anyone can type it; it counts only for authors whom the export lists
/// without an id, because there nothing else can tell.
struct WordPressAuthors {
    /// Authors that are remembered at most.
    private static let limit = 100_000

    private var logins: [String: String] = [:]
    private var accountsByMail: Set<String> = []
    private var known: Set<ExportedAccount> = []

    /// Takes an author; nil: known already, or without any name and id.
    mutating func take(_ record: WordPressRecord) -> ExportedAccount? {
        let login = record.value("wp:author_login")
        let user = WordPressAuthors.user(record.value("wp:author_id"))
        let id = user.map { "user:" + $0 } ?? MailDigest.account(record.value("wp:author_email"))
        let shown = HTMLText.decoded(record.value("wp:author_display_name"))
        let account = ExportedAccount(id: id, handle: login, name: shown.isEmpty ? login : shown, isOwner: true)
        guard id != nil || !account.name.isEmpty, known.count < WordPressAuthors.limit else { return nil }
        guard known.insert(account).inserted else { return nil }
        if let user {
            logins[user] = login
        } else if let id {
            accountsByMail.insert(id)
        }
        return account
    }

    /// The account that wrote a comment; nil: the export does not tell.
    func account(of comment: WordPressRecord) -> ExportedAccount? {
        let name = HTMLText.decoded(comment.value("wp:comment_author"))
        let mail = MailDigest.account(comment.value("wp:comment_author_email"))
        let isOwnersMail = mail.map(accountsByMail.contains) ?? false
        if let user = WordPressAuthors.user(comment.value("wp:comment_user_id")) {
            let login = logins[user]
            let isOwner = login != nil || isOwnersMail
            return ExportedAccount(id: "user:" + user, handle: login ?? "", name: name, isOwner: isOwner)
        }
        guard mail != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: mail, name: name, isOwner: isOwnersMail)
    }

    /// The id of a user; nil for 0, which is a visitor, and for what is no number.
    private static func user(_ text: String) -> String? {
        guard text.utf8.allSatisfy(XMLCharacters.isDigit), text.utf8.contains(where: { $0 != 0x30 }) else { return nil }
        return String(text.drop { $0 == "0" })
    }
}
