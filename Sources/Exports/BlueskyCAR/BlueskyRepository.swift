/// What is kept of a repository while its file is read: the blocks may come in any order, and which of them count shows
/// only when all are there. Records other than posts (likes, follows: most of a repository) are not kept.
struct BlueskyRepository {
    /// A block with its place in the file.
    struct Block {
        var bytes: [UInt8]
        var place: ExportPlace
    }

    /// Bytes that may be kept.
    static let limit = 256 * 1024 * 1024

    let root: ContentID
    private(set) var commit: Block?
    /// Nodes of the tree (Merkle search tree) from which all that counts can be reached.
    private(set) var nodes: [ContentID: Block] = [:]
    private(set) var records: [ContentID: Block] = [:]
    /// Posts among `records`.
    private(set) var postCount = 0
    private var kept = 0
    private var record = CBORRecord()

    init(root: ContentID) { self.root = root }

    /// Takes a block over if it is of use; returns why it cannot be read, nil where it can.
    mutating func take(
        _ id: ContentID, _ bytes: ArraySlice<UInt8>, at place: ExportPlace
    ) throws(ExportError) -> String? {
        guard id.matches(bytes) else { return "a block that is not what its identifier says" }
        if let fault = record.fault(parsing: bytes) { return fault.description }
        let block = Block(bytes: Array(bytes), place: place)
        if id == root {
            commit = block
            return nil
        }
        switch record.text(record.value("$type", of: record.root)) {
        case BlueskyAddress.collection:
            if records.updateValue(block, forKey: id) == nil { postCount += 1 }
        case "app.bsky.actor.profile": records[id] = block
        case nil where record.value("e", of: record.root) != nil: nodes[id] = block
        default: return nil
        }
        kept += bytes.count + id.bytes.count
        guard kept <= Self.limit else { throw .tooLarge(what: "posts and tree of the repository", limit: Self.limit) }
        return nil
    }
}
