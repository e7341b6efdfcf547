extension Dashboard {
    /// Whether the program ends once what waits for the store is done, which is told until then.
    package mutating func leave(_ isLeaving: Bool) {
        status.isLeaving = isLeaving
    }
}
