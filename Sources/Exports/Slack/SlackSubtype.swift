/// What kind of message a `subtype` means (Slack's API, 'message event'). An unknown one is a message: nothing that
/// somebody wrote may pass for a notice of the system.
struct SlackSubtype {
    private let written: String

    init(_ written: String) { self.written = written }

    var kind: ExportedMessage.Kind {
        if written == "me_message" { return .action }
        if Self.notices.contains(written) { return .system }
        let isAboutTheRoom = written.hasPrefix("channel_") || written.hasPrefix("group_")
        return isAboutTheRoom ? .system : .message
    }

    private static let notices: Set<String> = [
        "bot_add", "bot_remove", "bot_enable", "bot_disable", "pinned_item", "unpinned_item", "reminder_add",
        "sh_room_created", "sh_room_shared", "huddle_thread", "app_conversation_join", "conversation_join",
        "joiner_notification", "joiner_notification_for_inviter", "document_comment_root",
    ]
}
