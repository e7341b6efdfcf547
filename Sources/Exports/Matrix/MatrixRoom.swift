/// The room of an export. Its events have its id; the head has only its name.
struct MatrixRoom {
    private let options: ExportOptions
    var name = ""
    private var lastID: String?

    init(options: ExportOptions) { self.options = options }

    /// The channel of an event; one without a room is in the room of the last one.
    mutating func channel(_ id: String?) -> ExportedChannel {
        lastID = id ?? lastID
        let fallback = options.channel ?? options.stem
        let shown = name.isEmpty ? lastID ?? fallback : name
        return ExportedChannel(platform: "matrix", key: lastID ?? shown, name: shown)
    }

    /// Matrix specification, appendices, 'matrix.to navigation'; nil: an id that is no plain ASCII.
    static func permalink(room: String, event: String) -> String? {
        guard room.hasPrefix("!") else { return nil }
        return WebAddress.plain("https://matrix.to/#/\(room)/\(event)")
    }
}
