/// The elements that are open, as the bytes of their names: no recursion, and no string for what nobody reads.
struct XMLOpenElements {
    private var names: [UInt8] = []
    private var opened: [(start: Int, line: Int)] = []

    var depth: Int { opened.count }

    mutating func push(_ name: [UInt8], line: Int) {
        opened.append((names.count, line))
        names.append(contentsOf: name)
    }

    mutating func pop() {
        guard let last = opened.popLast() else { return }
        names.removeLast(names.count - last.start)
    }

    /// The innermost element's name and the line on which it was opened.
    var innermost: (name: ArraySlice<UInt8>, line: Int)? {
        opened.last.map { (names[$0.start...], $0.line) }
    }
}
