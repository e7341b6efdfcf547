// The fields that the reader takes (`backend/app/store/comment.go`). Pictures and who voted how are not among them:
// what is never read is never stored. `ip`, which is a digest of the address, is looked at only where personal data is
// asked for.

/// The first line.
enum Remark42HeadKey: Int, JSONKey {
    case version, users, posts
}

enum Remark42Key: Int, JSONKey {
    case id, pid, text, orig, user, locator, score, time, edit, isDeleted, title

    var name: String { self == .isDeleted ? "delete" : String(describing: self) }
}

enum Remark42UserKey: Int, JSONKey {
    case id, name, admin, ip
}

enum Remark42LocatorKey: Int, JSONKey {
    case site, url
}

enum Remark42EditKey: Int, JSONKey {
    case time
}
