import Conversations

/// Which messages of a thread are folded, and whose quotes are open. It is about messages by their digests, so
/// that it outlives every reload.
package struct ThreadFolds: Equatable, Sendable {
    /// What holds for all, and for which it does not.
    private struct Choice: Equatable, Sendable {
        var isOn = false
        var exceptions: Set<Digest> = []

        func holds(for id: Digest) -> Bool { exceptions.contains(id) != isOn }

        mutating func set(_ id: Digest, _ value: Bool) {
            if value == isOn { exceptions.remove(id) } else { exceptions.insert(id) }
        }
    }

    private var folded = Choice()
    private var openQuotes = Choice()

    package init() {}

    /// Only messages are folded: notes, decisions and replies are short, and said in full.
    package func isFolded(_ row: ThreadRow) -> Bool {
        guard case .message = row.content else { return false }
        return folded.holds(for: row.id)
    }

    package func showsQuotes(of row: ThreadRow) -> Bool {
        openQuotes.holds(for: row.id)
    }

    mutating func fold(_ id: Digest) {
        folded.set(id, true)
        openQuotes.set(id, false)
    }

    mutating func open(_ id: Digest) {
        folded.set(id, false)
    }

    mutating func openQuotes(of id: Digest) {
        openQuotes.set(id, true)
    }

    mutating func foldAll() {
        folded = Choice(isOn: true)
        openQuotes = Choice()
    }

    mutating func openAll() {
        folded = Choice()
        openQuotes = Choice(isOn: true)
    }

    /// The rows that are not inside a folded one, in order.
    package func visible(_ rows: [ThreadRow]) -> [Int] {
        var visible: [Int] = []
        visible.reserveCapacity(rows.count)
        /// Depth of the folded row whose inside is passed over.
        var closed = Int.max
        for (index, row) in rows.enumerated() {
            if row.depth > closed { continue }
            visible.append(index)
            closed = isFolded(row) ? row.depth : .max
        }
        return visible
    }

    /// The row that stands for one: itself, or the outermost folded row that it is inside of.
    package func shown(_ index: Int, in rows: [ThreadRow]) -> Int {
        var shown = index
        var depth = rows[index].depth
        for above in rows[..<index].indices.reversed() where rows[above].depth < depth {
            depth = rows[above].depth
            if isFolded(rows[above]) { shown = above }
            if depth == 0 { break }
        }
        return shown
    }

    /// Opens every fold that a row is inside of.
    mutating func reveal(_ index: Int, in rows: [ThreadRow]) {
        var depth = rows[index].depth
        for above in rows[..<index].indices.reversed() where rows[above].depth < depth {
            depth = rows[above].depth
            open(rows[above].id)
            if depth == 0 { break }
        }
    }
}
