nonisolated extension Sequence<String> {
    /// The word a person may have meant by `word`: at most two edits away, three in long words; nil: none is near.
    func nearest(to word: String) -> String? {
        // Nothing this long is a slip of the fingers, and the distance takes time and memory by its length.
        guard word.utf8.count <= 64 else { return nil }
        let allowed = word.count > 6 ? 3 : Swift.min(2, word.count - 1)
        let near = map { (distance: word.editDistance(to: $0), word: $0) }.filter { $0.distance <= allowed }
        return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }
}

nonisolated extension String {
    /// Insertions, deletions, replacements and swaps of neighbours that make one word the other (optimal string
    /// alignment; Boytsov, "Indexing methods for approximate dictionary searching", 2011).
    func editDistance(to other: String) -> Int {
        let ours = Array(self)
        let theirs = Array(other)
        var beforePrevious: [Int] = []
        var previous = Array(0...theirs.count)
        for row in 0..<ours.count {
            var current = [row + 1]
            for column in 0..<theirs.count {
                let replaced = previous[column] + (ours[row] == theirs[column] ? 0 : 1)
                var best = Swift.min(previous[column + 1] + 1, current[column] + 1, replaced)
                if row > 0, column > 0, ours[row] == theirs[column - 1], ours[row - 1] == theirs[column] {
                    best = Swift.min(best, beforePrevious[column - 1] + 1)
                }
                current.append(best)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[theirs.count]
    }
}
