/// The people whom the export lists behind their comments.
struct CommentoCommenters {
    /// Commenters that are remembered at most.
    static let limit = 200_000
    /// A guest; all guests have this one.
    private static let guest = "anonymous"

    private let keepsPersonal: Bool
    private var known: [String: ExportedAccount] = [:]
    /// Addresses by the commenter's id, where they are asked for.
    private var addresses: [String: PersonalDetail] = [:]
    private var fields = JSONFields<CommentoCommenterKey>()
    /// Commenters beyond the limit, who stay without a name.
    private(set) var dropped = 0
    /// In the order of the export.
    private(set) var moderators: [ExportedAccount] = []

    init(keepsPersonal: Bool) {
        self.keepsPersonal = keepsPersonal
    }

    /// Takes a commenter; returns why it is none, or nil.
    mutating func take(_ record: inout JSONRecord) -> String? {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return notAnObject(kind) }
        fields.read(record.root, in: &record)
        guard let id = record.scalar(fields[.commenterHex]), !id.isEmpty else { return "a commenter without id" }
        guard known[id] == nil else { return nil }
        guard known.count < Self.limit else {
            dropped += 1
            return nil
        }
        let account = ExportedAccount(
            id: id, name: record.string(fields[.name]) ?? "", isOwner: record.isTrue(fields[.isModerator]))
        known[id] = account
        if keepsPersonal { addresses[id] = PersonalDetail(.email, record.string(fields[.email])) }
        if account.isOwner { moderators.append(account) }
        return nil
    }

    /// The account behind an id; nil: a guest, of whom the export says nothing.
    static func account(_ id: String?) -> ExportedAccount? {
        guard let id, !id.isEmpty, id != guest else { return nil }
        return ExportedAccount(id: id, name: "")
    }

    /// What the export has said by now of whoever has this account.
    func personal(_ account: ExportedAccount?) -> [PersonalDetail] {
        account?.id.flatMap { addresses[$0] }.map { [$0] } ?? []
    }

    /// The account with its name, where the export has said it by now.
    func named(_ account: ExportedAccount?) -> ExportedAccount? {
        account?.id.flatMap { known[$0] } ?? account
    }
}
