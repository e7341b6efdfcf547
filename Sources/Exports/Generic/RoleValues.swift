/// The values of one generic record by role, as text; used again for record after record.
struct RoleValues {
    private var values: [String?] = Array(repeating: nil, count: Role.allCases.count)
    var attachments: [String] = []

    /// nil: the record does not have the role.
    subscript(role: Role) -> String? {
        get { values[role.rawValue] }
        set { values[role.rawValue] = newValue }
    }

    mutating func removeAll() {
        for slot in values.indices { values[slot] = nil }
        attachments = []
    }

    /// The value unless it is empty.
    func filled(_ role: Role) -> String? {
        guard let value = values[role.rawValue], !value.isEmpty else { return nil }
        return value
    }
}
