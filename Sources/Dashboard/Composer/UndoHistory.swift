/// What can be undone and done again, in steps of one or more changes.
struct UndoHistory: Equatable, Sendable {
    static let stepLimit = 1000
    /// Killing and yanking a long text again and again must not fill the memory; the last step stays always.
    static let weightLimit = 8 << 20
    /// A step of typing without blanks ends here.
    static let changeLimit = 100

    private var undone: [[TextChange]] = []
    private var done: [[TextChange]] = []
    private var weight = 0

    /// - Parameter joins: whether it belongs to the step before it.
    mutating func record(_ change: TextChange, joins: Bool) {
        undone = []
        weight += change.weight
        if joins, let last = done.indices.last, done[last].count < Self.changeLimit {
            done[last].append(change)
        } else {
            done.append([change])
        }
        trim()
    }

    /// The changes to revert, the last first; nil: nothing left.
    mutating func undo() -> [TextChange]? {
        guard let step = done.popLast() else { return nil }
        weight -= Self.weight(step)
        undone.append(step)
        return step.reversed()
    }

    /// The changes to apply again, in order; nil: nothing left.
    mutating func redo() -> [TextChange]? {
        guard let step = undone.popLast() else { return nil }
        weight += Self.weight(step)
        done.append(step)
        return step
    }

    private mutating func trim() {
        var surplus = 0
        while done.count - surplus > Self.stepLimit || (weight > Self.weightLimit && done.count - surplus > 1) {
            weight -= Self.weight(done[surplus])
            surplus += 1
        }
        if surplus > 0 { done.removeFirst(surplus) }
    }

    private static func weight(_ step: [TextChange]) -> Int {
        step.reduce(0) { $0 + $1.weight }
    }
}
