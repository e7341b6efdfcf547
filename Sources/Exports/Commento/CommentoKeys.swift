// The fields that the reader takes. Photo and link of a commenter are not among them, and the address is looked at
// only where personal data is asked for: `commenterHex` tells people apart.

enum CommentoKey: Int, JSONKey {
    case commentHex, domain, url, commenterHex, markdown, html, parentHex, score, state, creationDate, deleted
}

enum CommentoCommenterKey: Int, JSONKey {
    case commenterHex, name, email, isModerator
}
