// The fields that the reader takes. E-mail, photo and link of a commenter are not among them: `commenterHex` tells
// people apart.

enum CommentoKey: Int, JSONKey {
    case commentHex, domain, url, commenterHex, markdown, html, parentHex, score, state, creationDate, deleted
}

enum CommentoCommenterKey: Int, JSONKey {
    case commenterHex, name, isModerator
}
