/// What a person is to us. The team says so of each; several may hold. Who speaks for us is said of accounts, not here.
package enum PersonRole: String, CaseIterable, Sendable, Codable {
    /// Works for us, and does not speak for us.
    case employee
    /// Speaks up for us unasked.
    case advocate
    case customer
    case press
    case critic
    case troll
}
