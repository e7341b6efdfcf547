/// A way from a record to one of its values: keys with a dot between them, `user.name`; a number is a place in an
/// array, counted from 0. A key that has dots itself is found by its whole name.
struct FieldPath {
    static let limit = 16

    private var whole: KeyNames
    private var steps: [Step]

    private struct Step {
        var name: KeyNames
        var place: Int?
    }

    init(_ path: String) {
        whole = KeyNames([path])
        steps = path.split(separator: ".").map { Step(name: KeyNames([String($0)]), place: Int($0)) }
    }

    /// The keys of a written path. Throws `FormatMappingFault.badPath`.
    static func parts(_ path: String, key: String) throws(FormatMappingFault) -> [String] {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= limit, parts.allSatisfy({ !$0.isEmpty }) else { throw .badPath(key: key, value: path) }
        return parts
    }

    /// nil: the record has no such value.
    mutating func value(in record: inout JSONRecord) -> JSONValue? {
        if let value = Self.member(&whole, of: record.root, in: &record) { return value }
        guard steps.count > 1 else { return nil }
        var value = record.root
        for index in steps.indices {
            guard let next = step(index, from: value, in: &record) else { return nil }
            value = next
        }
        return value
    }

    private mutating func step(_ index: Int, from value: JSONValue, in record: inout JSONRecord) -> JSONValue? {
        if record.kind(of: value) == .array, let place = steps[index].place {
            let elements = record.elements(of: value)
            return elements.indices.contains(place) ? elements[place] : nil
        }
        return Self.member(&steps[index].name, of: value, in: &record)
    }

    /// Of a repeated key the last counts, as everywhere.
    private static func member(
        _ name: inout KeyNames, of object: JSONValue, in record: inout JSONRecord
    ) -> JSONValue? {
        guard record.kind(of: object) == .object else { return nil }
        var found: JSONValue?
        var next = record.first(in: object)
        while let key = next, let value = record.next(after: key, in: object) {
            if name.index(of: key, in: &record) != nil { found = value }
            next = record.next(after: value, in: object)
        }
        return found
    }
}
