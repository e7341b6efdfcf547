/// A view of a person's own: a saved query with a name.
nonisolated package struct ViewSettings: Equatable, Sendable {
    /// As its tab and `:view` name it.
    package var name: String
    /// In the query language; not yet read.
    package var query: String
    /// `newest` or `waiting`.
    package var sort: String

    /// A view that was read already.
    package init(name: String, query: String, sort: String = "newest") {
        self.name = name
        self.query = query
        self.sort = sort
    }
}
