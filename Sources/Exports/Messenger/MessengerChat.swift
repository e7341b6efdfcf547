/// The chat of a file: what it is called stands behind its messages.
struct MessengerChat {
    var participants: [String] = []
    var title = ""
    /// `inbox/ada_x1y2z3`; the folder before the slash changes when a chat is archived.
    var path = ""

    /// Chats are told apart by the folder's name, which ends in the chat's id.
    func channel(_ options: ExportOptions) -> ExportedChannel {
        let folder = path.split(separator: "/").last.map(String.init) ?? ""
        let people = participants.joined(separator: ", ")
        let shown = [options.channel ?? "", title, people, folder].first { !$0.isEmpty } ?? options.stem
        return ExportedChannel(
            platform: "messenger", key: folder.isEmpty ? shown : folder, name: shown, grouping: .byTime)
    }
}
