/// Cuts the objects out of a JSON file that is an array of them, or an object with such arrays under known keys.
/// What breaks the file ends the records and costs none that were read before.
struct ListedRecords {
    enum Step: Equatable {
        case record(ExportPlace)
        case skipped(ExportPlace, reason: String)
        case end
    }

    private enum State {
        case start, array, object, list, end
    }

    private(set) var walker: JSONWalker
    private let entry: String
    private let lists: Set<String>
    private var state = State.start
    private var path: String
    private var number = 0

    /// `root` names an outermost array in places, `lists` are the keys of the arrays that are wanted.
    init(_ source: ByteSource, entry: String = "", root: String = "messages", lists: Set<String> = []) {
        walker = JSONWalker(source)
        self.entry = entry
        self.lists = lists
        path = root
    }

    /// Where the next record stands or would stand.
    var place: ExportPlace {
        ExportPlace(unit: .item, number: number, path: path, byteOffset: walker.window.offset, entry: entry)
    }

    /// Goes to the next object and decodes it. Throws `ExportError` where the file is broken.
    mutating func next(into record: inout JSONRecord) throws(ExportError) -> Step {
        while true {
            switch state {
            case .start: try start()
            case .object: try nextList()
            case .array, .list:
                if let step = try element(into: &record) { return step }
            case .end: return .end
            }
        }
    }

    private mutating func start() throws(ExportError) {
        if try walker.enter("[") {
            state = .array
        } else if !lists.isEmpty, try walker.enter("{") {
            state = .object
        } else {
            throw walker.malformed("no list of records")
        }
    }

    private mutating func nextList() throws(ExportError) {
        guard let key = try walker.nextKey() else { return try finish() }
        guard lists.contains(key), try walker.enter("[") else { return try walker.skip() }
        (state, path, number) = (.list, key, 0)
    }

    private mutating func element(into record: inout JSONRecord) throws(ExportError) -> Step? {
        guard try walker.nextElement() else {
            if state == .list { state = .object } else { try finish() }
            return nil
        }
        _ = try walker.peek()
        let place = place
        switch try walker.decode(into: &record) {
        case .refused(let reason):
            number += 1
            return .skipped(place, reason: reason)
        case .decoded:
            number += 1
            let kind = record.kind(of: record.root)
            return kind == .object ? .record(place) : .skipped(place, reason: notAnObject(kind))
        }
    }

    private mutating func finish() throws(ExportError) {
        state = .end
        try walker.finish()
    }
}
