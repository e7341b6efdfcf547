/// The keys of one kind of object that a reader wants.
protocol JSONKey: CaseIterable, RawRepresentable where RawValue == Int {
    /// As the export spells it.
    var name: String { get }
}

extension JSONKey {
    var name: String { String(describing: self) }
}

/// Finds the wanted fields of objects, in one pass over each. Of a repeated key the last counts, everywhere.
struct JSONFields<Key: JSONKey> {
    private var names: KeyNames
    private var values: [JSONValue?]

    /// The raw values of `Key` count from 0 in the order of the cases.
    init() {
        names = KeyNames(Key.allCases.map(\.name))
        values = Array(repeating: nil, count: names.names.count)
    }

    subscript(key: Key) -> JSONValue? { values[key.rawValue] }

    /// Replaces the fields by those of `object`; what is no object has none.
    mutating func read(_ object: JSONValue?, in record: inout JSONRecord) {
        for slot in values.indices { values[slot] = nil }
        guard let object, record.kind(of: object) == .object else { return }
        var key = record.first(in: object)
        while let name = key, let value = record.next(after: name, in: object) {
            if let slot = names.index(of: name, in: &record) {
                if values[slot] != nil { record.repairs.insert(.duplicateKey) }
                values[slot] = value
            }
            key = record.next(after: value, in: object)
        }
    }
}
