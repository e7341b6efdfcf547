/// An account that speaks for us.
package struct TeamRow: Equatable, Sendable {
    package var account: Digest
    package var platform: String
    /// The platform's id of the account, or its name where it has none.
    package var key: String
    package var name: String

    package init(account: Digest, platform: String, key: String, name: String) {
        self.account = account
        self.platform = platform
        self.key = key
        self.name = name
    }
}
