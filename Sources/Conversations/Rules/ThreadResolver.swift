/// Finds the conversation of each message: walk from the root of the thread to the message and skip the
/// leading run by the team; the first one that is not ours is the conversation's root. A pure function
/// of the set of messages, never of the order in which they came.
///
/// Works on indices instead of objects, without recursion: chains may be 100,000 deep.
package struct ThreadResolver {
    /// What is known of a message that is to be placed.
    package struct Node: Sendable {
        package var digest: Digest
        /// The message that it answers; nil: none.
        package var parent: Digest?
        package var isTeam: Bool
        /// Order among equals; decides where a cycle is cut.
        package var time: Int64

        package init(digest: Digest, parent: Digest?, isTeam: Bool, time: Int64) {
            self.digest = digest
            self.parent = parent
            self.isTeam = isTeam
            self.time = time
        }
    }

    /// Where a message belongs.
    package struct Placement: Equatable, Sendable {
        /// Digest of the conversation's root; the root itself may be missing from the store.
        package var root: Digest
        package var isLead: Bool
        package var answersTeam: Bool

        package init(root: Digest, isLead: Bool, answersTeam: Bool) {
            self.root = root
            self.isLead = isLead
            self.answersTeam = answersTeam
        }
    }

    /// What the store knows of a parent that is not among the nodes.
    package struct Outside: Sendable {
        package var placement: Placement
        package var isTeam: Bool

        package init(placement: Placement, isTeam: Bool) {
            self.placement = placement
            self.isTeam = isTeam
        }
    }

    package private(set) var placements: [Placement?]
    /// Messages whose link to their parent was cut because it closed a cycle.
    package private(set) var cutCycles: [Int] = []
    private let nodes: [Node]
    private let index: [Digest: Int]
    private let outside: (Digest) throws -> Outside?

    private init(nodes: [Node], outside: @escaping (Digest) throws -> Outside?) {
        self.nodes = nodes
        self.outside = outside
        placements = Array(repeating: nil, count: nodes.count)
        var index: [Digest: Int] = [:]
        index.reserveCapacity(nodes.count)
        for (position, node) in nodes.enumerated() {
            index[node.digest] = position
        }
        self.index = index
    }

    /// Places all nodes. `outside` tells what the store knows of a parent that is not among them; nil:
    /// that message is not there. Throws what `outside` throws.
    package static func resolve(
        _ nodes: [Node], outside: (Digest) throws -> Outside?
    ) throws -> (placements: [Placement], cutCycles: [Int]) {
        try withoutActuallyEscaping(outside) { outside in
            var resolver = ThreadResolver(nodes: nodes, outside: outside)
            var path: [Int] = []
            for start in nodes.indices where resolver.placements[start] == nil {
                try resolver.place(from: start, path: &path)
            }
            return (resolver.placements.compactMap { $0 }, resolver.cutCycles)
        }
    }

    /// Walks up from `start` to the first message whose place is known, then places the path downwards.
    private mutating func place(from start: Int, path: inout [Int]) throws {
        path.removeAll(keepingCapacity: true)
        var isOnPath: Set<Int> = []
        var current = start
        while placements[current] == nil {
            guard isOnPath.insert(current).inserted else {
                try placeCycle(path, enteredAt: current)
                return
            }
            path.append(current)
            guard let parent = nodes[current].parent, let next = index[parent] else { break }
            current = next
        }
        try placeAll(path.reversed())
    }

    /// Cuts a cycle at its earliest message, which becomes the top of its thread: the same one whichever
    /// member the walk began with. Each element of `path` is answered by the one before it, and its last
    /// one answers `entry`.
    private mutating func placeCycle(_ path: [Int], enteredAt entry: Int) throws {
        let start = path.firstIndex(of: entry) ?? path.startIndex
        let earliest = path.indices[start...].min { left, right in
            let (left, right) = (nodes[path[left]], nodes[path[right]])
            return (left.time, left.digest) < (right.time, right.digest)
        }
        guard let top = earliest else { return }
        placements[path[top]] = topPlacement(nodes[path[top]])
        cutCycles.append(path[top])
        try placeAll(path[..<top].reversed())
        try placeAll(path[(top + 1)...].reversed())
    }

    private mutating func placeAll(_ positions: some Sequence<Int>) throws {
        for position in positions {
            placements[position] = try placement(of: position)
        }
    }

    private func topPlacement(_ node: Node) -> Placement {
        Placement(root: node.digest, isLead: node.isTeam, answersTeam: false)
    }

    private func placement(of position: Int) throws -> Placement {
        let node = nodes[position]
        guard let parent = node.parent else { return topPlacement(node) }
        if let known = index[parent] {
            guard let above = placements[known] else { return topPlacement(node) }
            return below(above, parentIsTeam: nodes[known].isTeam, node: node)
        }
        if let known = try outside(parent) {
            return below(known.placement, parentIsTeam: known.isTeam, node: node)
        }
        // The answered message is not there: its key stands for the conversation until it comes.
        return Placement(root: parent, isLead: false, answersTeam: false)
    }

    private func below(_ above: Placement, parentIsTeam: Bool, node: Node) -> Placement {
        if above.isLead {
            let root = node.isTeam ? above.root : node.digest
            return Placement(root: root, isLead: node.isTeam, answersTeam: true)
        }
        return Placement(root: above.root, isLead: false, answersTeam: parentIsTeam)
    }
}
