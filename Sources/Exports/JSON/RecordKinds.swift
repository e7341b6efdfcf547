/// The sentence of a record that is passed over because it is something other than an object.
func notAnObject(_ kind: JSONRecord.Kind) -> String {
    switch kind {
    case .array, .string: "\(kind), not an object"
    default: "\(kind)"
    }
}
