/// Why a mapping file cannot be used: the key in it, what is wrong, and what to do.
package enum FormatMappingFault: Error, Equatable, Sendable {
    case unknownKey(key: String)
    case missing(key: String)
    /// `wanted` is the kind of value that belongs there.
    case wrongType(key: String, wanted: String)
    case badName(key: String, value: String)
    /// Two mapping files, or a built-in format, have this name.
    case nameTaken(key: String, value: String)
    case badChoice(key: String, value: String, choices: [String])
    case unknownRole(key: String)
    /// Empty, an empty part between dots, or more parts than `FieldPath.limit`.
    case badPath(key: String, value: String)
    case badTime(key: String, value: String, reason: String)
    case notForKind(key: String, kind: FormatMapping.Kind)
    case roleTwice(key: String)
    case cannotBeFixed(key: String)

    /// The key that the fault is about, `roles.author`.
    package var key: String {
        switch self {
        case .unknownKey(let key), .missing(let key), .wrongType(let key, _), .badName(let key, _),
            .nameTaken(let key, _), .badChoice(let key, _, _), .unknownRole(let key), .badPath(let key, _),
            .badTime(let key, _, _), .notForKind(let key, _), .roleTwice(let key), .cannotBeFixed(let key):
            key
        }
    }

    /// What to do about it, one sentence.
    package var remedy: String {
        switch self {
        case .unknownKey: "Take it out; known are \(FormatEntry.keys.joined(separator: ", "))."
        case .missing(let key): "Add \(key)."
        case .wrongType(_, let wanted): "Write \(wanted)."
        case .badName: "Use lower-case letters, digits and hyphens, a letter first, at most 32."
        case .nameTaken: "Choose a name that no other format has."
        case .badChoice(_, _, let choices): "Choose one of \(choices.joined(separator: ", "))."
        case .unknownRole: "Choose one of \(Role.allCases.map(\.name).joined(separator: ", "))."
        case .badPath: "Write the names of the keys with a dot between them, at most \(FieldPath.limit)."
        case .badTime(_, _, let reason): "Write a pattern such as dd/MM/yyyy HH:mm: \(reason)."
        case .notForKind(_, let kind): "Take it out; kind = \"\(kind.rawValue)\" has no use for it."
        case .roleTwice: "Take it out, or take the role out of [roles]."
        case .cannotBeFixed: "Take it out: every message has an id of its own, or none."
        }
    }
}
