/// What an event is to the messages of its room.
enum MatrixEvent {
    case message(ExportedMessage)
    /// New words for a message, by the same sender.
    case edit(target: String, MatrixEdit)
    /// `id`: the reaction's own, by which it can be taken back.
    case reaction(target: String, id: String?)
    case redaction(target: String)
    /// A name that a member is shown with from now on.
    case renamed(member: String, name: String, notice: ExportedMessage)
    /// A reaction or edit that was taken back: nothing is left of it.
    case nothing
}

/// The words that a message has since its last edit.
struct MatrixEdit {
    var sender: String
    /// Milliseconds since 1970 UTC; nil: unknown.
    var time: Int64?
    var text: String
    var markup: String?
}
