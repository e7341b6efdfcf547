/// Whose outbox it is. `MastodonReader` knows accounts by the address of their page, `https://HOST/@NAME`; an outbox
/// names them by `https://HOST/users/NAME`, and the pages of their posts begin with the first.
struct MastodonActor: Equatable {
    /// The actor's own id.
    var id: String
    /// Address of the page, where it is known.
    var page: String?
    /// Name as shown, where it is known.
    var name: String?

    /// The account; `post` is the address of a post's page.
    func account(post: String?) -> ExportedAccount {
        let page = page ?? post.flatMap(Self.page) ?? Self.conventionalPage(id)
        let user = Self.user(page ?? id)
        let host = Self.parts(id).first.map { $0.lowercased() }
        let handle = host.map { "\(user)@\($0)" } ?? user
        return ExportedAccount(id: page ?? id, handle: handle, name: name.flatMap { $0.isEmpty ? nil : $0 } ?? user)
    }

    /// `https://HOST/@NAME` of `https://HOST/@NAME/123`
    private static func page(_ post: String) -> String? {
        let parts = parts(post)
        guard parts.count == 3, parts[1].hasPrefix("@") else { return nil }
        return "https://\(parts[0])/\(parts[1])"
    }

    /// `https://HOST/@NAME` of `https://HOST/users/NAME`
    private static func conventionalPage(_ id: String) -> String? {
        let parts = parts(id)
        guard parts.count == 3, parts[1] == "users" else { return nil }
        return "https://\(parts[0])/@\(parts[2])"
    }

    private static func user(_ address: String) -> String {
        guard let last = parts(address).last else { return address }
        return String(last.hasPrefix("@") ? last.dropFirst() : last)
    }

    /// Host and path; none: it is no address.
    private static func parts(_ address: String) -> [Substring] {
        guard address.hasPrefix("https://") else { return [] }
        return address.dropFirst("https://".count).split(separator: "/")
    }
}
