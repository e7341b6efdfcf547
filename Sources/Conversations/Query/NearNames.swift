/// Which of the known names a mistyped one may mean.
enum NearNames {
    /// Those that begin like `name` or are like it; all when none is.
    static func suggestions(for name: String, among known: [String]) -> [String] {
        let name = name.lowercased()
        let near = known.filter { candidate in
            !name.isEmpty && (candidate.hasPrefix(name) || isMistyped(name, of: candidate))
        }
        return near.isEmpty ? known : near
    }

    /// At most a third of the letters wrong, missing or too many.
    private static func isMistyped(_ name: String, of known: String) -> Bool {
        guard name.utf8.count <= 2 * known.utf8.count else { return false }
        return editDistance(Array(name), Array(known)) <= max(1, known.count / 3)
    }

    /// Letters wrong, missing, too many, or swapped with their neighbour (optimal string alignment; Boytsov, "Indexing
    /// methods for approximate dictionary searching", 2011).
    private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for line in left.indices {
            var current = [line + 1]
            for index in right.indices {
                let replaced = previous[index] + (left[line] == right[index] ? 0 : 1)
                var best = min(previous[index + 1] + 1, current[index] + 1, replaced)
                if line > 0, index > 0, left[line] == right[index - 1], left[line - 1] == right[index] {
                    best = min(best, beforePrevious[index - 1] + 1)
                }
                current.append(best)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
