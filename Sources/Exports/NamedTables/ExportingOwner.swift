/// Whoever asked for their own data: exports of that kind hold what one account wrote and seldom say which.
struct ExportingOwner {
    let account: ExportedAccount
    /// Channels for which the account was named already; a table of all comments has one for each video or page.
    private var named: Set<ExportedChannel> = []

    private static let channelLimit = 4096

    /// `--map owner=NAME` says the name that the other exports of the platform use for the account.
    init(options: ExportOptions, id: String? = nil) {
        if let name = options.mapping["owner"], !name.isEmpty {
            account = ExportedAccount(id: id ?? name, handle: name, name: name)
        } else {
            account = ExportedAccount(id: id ?? "account owner", name: "account owner")
        }
    }

    init(account: ExportedAccount) { self.account = account }

    /// Names the account as ours in a channel, once.
    mutating func name(in channel: ExportedChannel, yield: (ExportEvent) throws -> Void) throws {
        guard named.count < Self.channelLimit, named.insert(channel).inserted else { return }
        try yield(.owner(channel, account))
    }
}
