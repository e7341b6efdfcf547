/// Where the rows of staged messages stand in the store, as parts of SQL over `staged`.
enum StagedRows {
    /// All were new and none came twice: rows were given in the order of staging, after these.
    case new(after: Watermark)
    /// Some were known: `temp.resolved` holds each one's row.
    case mixed

    /// What to select from.
    var source: String {
        switch self {
        case .new: "staged"
        case .mixed: "resolved JOIN staged ON staged.id = resolved.id"
        }
    }

    /// The row of the staged message.
    var message: String {
        switch self {
        case .new(let before): "staged.id + \(before.message)"
        case .mixed: "resolved.message"
        }
    }

    /// The current revision of `message.id`, where that is a new message: the only one of a message that came once.
    var currentRevision: String {
        switch self {
        case .new(let before): "message.id + \(before.revision - before.message)"
        case .mixed: MergeStatements.currentRevision
        }
    }
}
