/// An address as it may be kept: without what stands behind `?` where that opens doors. Signed links and access tokens
/// are keys to somebody's files, and outlive the export.
func withoutSecrets(_ text: String) -> String {
    guard text.contains("?") else { return text }
    var kept = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "?") {
        kept += rest[..<mark]
        let query = rest[mark...].prefix { !endsAddress($0) }
        if !carriesSecret(query) { kept += query }
        rest = rest[query.endIndex...]
    }
    return kept + rest
}

private func endsAddress(_ character: Character) -> Bool {
    character.isWhitespace || character == ">" || character == "|" || character == "\"" || character == ")"
}

private func carriesSecret(_ query: Substring) -> Bool {
    query.dropFirst().split(separator: "&").contains { item in
        let pair = item.split(separator: "=", maxSplits: 1)
        guard pair.count == 2 else { return false }
        let value = pair[1].lowercased()
        return secretNames.contains(pair[0].lowercased()) || slackTokens.contains { value.hasPrefix($0) }
    }
}

/// How Slack's tokens begin, whatever the parameter that carries them is called.
private let slackTokens = ["xoxe", "xoxb", "xoxp", "xoxs", "xoxa", "xoxc", "xoxd", "xapp"]

private let secretNames: Set<String> = [
    "access_token", "token", "auth_token", "sig", "signature", "hm", "x-amz-signature", "x-goog-signature",
    "x-amz-security-token", "apikey", "api_key", "pub_secret",
]
