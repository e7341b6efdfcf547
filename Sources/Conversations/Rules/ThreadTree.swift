/// Puts messages into reading order: each one's answers below it, deeper by one, in the order of time.
/// Iterative: a chain may be as long as the page.
package enum ThreadTree {
    package struct Node: Sendable {
        package var digest: Digest
        package var parent: Digest?

        package init(digest: Digest, parent: Digest?) {
            self.digest = digest
            self.parent = parent
        }
    }

    /// - Parameter nodes: in order of time.
    /// - Returns: indices into `nodes` with their depths. A message whose parent is not among them, or
    ///   comes to itself again, stands at depth 0.
    package static func order(_ nodes: [Node]) -> [(index: Int, depth: Int)] {
        let places = Dictionary(nodes.enumerated().map { ($1.digest, $0) }, uniquingKeysWith: { first, _ in first })
        var answers: [Int: [Int]] = [:]
        var tops: [Int] = []
        for (index, node) in nodes.enumerated() {
            if let parent = node.parent.flatMap({ places[$0] }), parent != index {
                answers[parent, default: []].append(index)
            } else {
                tops.append(index)
            }
        }
        var result: [(index: Int, depth: Int)] = []
        var isPlaced = [Bool](repeating: false, count: nodes.count)
        walk(tops, answers, &isPlaced, &result)
        // Cycles have no top: the earliest of what is left becomes one.
        for index in nodes.indices where !isPlaced[index] {
            walk([index], answers, &isPlaced, &result)
        }
        return result
    }

    private static func walk(
        _ tops: [Int], _ answers: [Int: [Int]], _ isPlaced: inout [Bool], _ result: inout [(index: Int, depth: Int)]
    ) {
        var stack = tops.reversed().map { (index: $0, depth: 0) }
        while let next = stack.popLast() {
            guard !isPlaced[next.index] else { continue }
            isPlaced[next.index] = true
            result.append(next)
            stack.append(contentsOf: answers[next.index, default: []].reversed().map { ($0, next.depth + 1) })
        }
    }
}
