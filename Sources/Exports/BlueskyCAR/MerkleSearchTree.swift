/// The entries of a repository's tree in the order of their keys (atproto.com, 'Repository', MST structure). Nothing is
/// visited twice, so that a forged tree costs no more than its bytes.
struct MerkleSearchTree {
    struct Entry: Equatable {
        /// `COLLECTION/KEY`
        var key: String
        var value: ContentID
    }

    private enum Step {
        case node(ContentID)
        case entry(Entry)
    }

    /// Bytes of a key; atproto.com allows 256 of a collection and 512 of a record.
    private static let keyLimit = 1024

    private let repository: BlueskyRepository
    private var steps: [Step]
    private var visited: Set<ContentID> = []
    private var record = CBORRecord()
    /// Nodes that are not in the file or cannot be read: what hangs under them is missing too.
    private(set) var missingNodes = 0

    init(root: ContentID, in repository: BlueskyRepository) {
        self.repository = repository
        steps = [.node(root)]
    }

    mutating func next() -> Entry? {
        while let step = steps.popLast() {
            switch step {
            case .entry(let entry): return entry
            case .node(let id): open(id)
            }
        }
        return nil
    }

    private mutating func open(_ id: ContentID) {
        guard visited.insert(id).inserted else { return }
        guard let block = repository.nodes[id], record.fault(parsing: block.bytes[...]) == nil,
            let found = entries()
        else {
            missingNodes += 1
            return
        }
        steps.append(contentsOf: found.reversed())
    }

    /// What a node says: the tree to its left (`l`), then entries (`e`) with how many bytes of the key are those of
    /// the last one (`p`), the rest of it (`k`), the value (`v`) and the tree to the right (`t`); nil: it is none.
    private mutating func entries() -> [Step]? {
        var found: [Step] = []
        if let left = record.link(record.value("l", of: record.root)) { found.append(.node(left)) }
        var key: [UInt8] = []
        for entry in record.elements(of: record.value("e", of: record.root)) {
            guard let shared = record.integer(record.value("p", of: entry)), shared <= key.count,
                let rest = record.data(record.value("k", of: entry)), shared + rest.count <= Self.keyLimit,
                let value = record.link(record.value("v", of: entry))
            else { return nil }
            key = Array(key[..<shared]) + rest
            found.append(.entry(Entry(key: String(decoding: key, as: UTF8.self), value: value)))
            if let right = record.link(record.value("t", of: entry)) { found.append(.node(right)) }
        }
        return found
    }
}
