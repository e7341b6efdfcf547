/// One chat of an export.
struct TelegramChat {
    /// Path of its messages in the document.
    let path: String
    var id = ""
    var name = ""
    var type = ""

    init(path: String) { self.path = path }

    mutating func take(_ value: String, as key: String) {
        switch key {
        case "id": id = value
        case "name": name = value
        default: type = value
        }
    }

    /// A chat between few.
    var isDirect: Bool { ["personal_chat", "bot_chat", "saved_messages"].contains(type) }

    /// Chats are told apart by their ids; names repeat, and those of deleted accounts are null.
    func channel(_ options: ExportOptions) -> ExportedChannel {
        let fallback = options.channel ?? options.stem
        let shown = name.isEmpty ? (id.isEmpty ? fallback : "chat \(id)") : name
        return ExportedChannel(
            platform: "telegram", key: id.isEmpty ? shown : id, name: shown, grouping: isDirect ? .byTime : .byReply)
    }

    /// Channels, and administrators who stay anonymous, write as the chat itself.
    func speaksForItself(_ account: String) -> Bool { !id.isEmpty && account == "channel\(id)" }
}
