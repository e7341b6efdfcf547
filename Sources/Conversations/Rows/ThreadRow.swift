/// One conversation as the thread pane shows it. All strings are raw text from outside.
package struct ThreadPage: Equatable, Sendable {
    package var conversation: InboxRow
    /// Title of the platform's thread, a post's title say; empty: none.
    package var title: String
    package var link: String
    /// Messages, notes, decisions and replies in reading order: a message's answers stand below it,
    /// deeper by one; notes, decisions and replies stand below the message that they are about.
    package var rows: [ThreadRow]
    /// Messages that are not in `rows` because the page is full.
    package var omitted: Int
    /// The draft of this actor for this conversation, to go on with.
    package var draft: Draft?
    /// Drafts of other moderators, and of this one in other sessions, oldest first.
    package var otherDrafts: [Draft]
    /// Texts that were drafts once and are none any more, newest first; at most `earlierLimit`.
    package var earlierDrafts: [Draft] = []

    /// Earlier drafts that are shown.
    package static let earlierLimit = 50

    package init(
        conversation: InboxRow, title: String = "", link: String = "", rows: [ThreadRow], omitted: Int = 0,
        draft: Draft? = nil, otherDrafts: [Draft] = []
    ) {
        self.conversation = conversation
        self.title = title
        self.link = link
        self.rows = rows
        self.omitted = omitted
        self.draft = draft
        self.otherDrafts = otherDrafts
    }
}

extension ThreadPage {
    /// One of its messages; nil: the page does not hold it.
    package func message(_ digest: Digest) -> MessageRow? {
        rows.lazy.compactMap(\.message).first { $0.digest == digest }
    }
}

/// One entry of a thread.
package struct ThreadRow: Equatable, Sendable, Identifiable {
    package enum Content: Equatable, Sendable {
        case message(MessageRow)
        case note(NoteRow)
        case decision(DecisionRow)
        case reply(ReplyRow)
    }

    /// Digest of the message, or the first 16 bytes of the event's id.
    package var id: Digest
    /// Depth in the tree; 0 is the conversation's root or what stands before it.
    package var depth: Int
    package var content: Content

    package init(id: Digest, depth: Int, content: Content) {
        self.id = id
        self.depth = depth
        self.content = content
    }

    /// nil: it is a note, a decision or a reply.
    package var message: MessageRow? {
        if case .message(let message) = content { message } else { nil }
    }
}

/// One message with its current revision.
package struct MessageRow: Equatable, Sendable {
    package var digest: Digest
    /// Digest of the current text.
    package var revision: Digest
    package var author: String
    package var handle: String
    package var isTeam: Bool
    package var isBot: Bool
    /// Stands before the conversation: what the team wrote that it answers.
    package var isContext: Bool
    package var kind: MessageKind
    /// nil: unknown.
    package var time: Moment?
    /// Whether the zone of `time` is known; false: local time of an unknown place, read as UTC.
    package var zoneIsKnown: Bool
    package var text: String
    /// What the platform wrote, where it differs from the text; its first `MessageLink.textLimit` characters.
    package var markup: String?
    package var isEdited: Bool
    package var status: PlatformStatus?
    package var decision: ModerationDecision?
    package var likes: Int?
    package var attachments: [String]
    package var permalink: String
    package var isUnread: Bool
    /// The answered message is not in the store.
    package var parentIsMissing: Bool
    /// Not of the team, and by its name to be taken for one of it (`TeamNames`).
    package var looksLikeTeam: Bool
    /// The human behind the account, as the team calls them; nil: it is linked to nobody.
    package var person: String?
    /// What that human is to us.
    package var roles: [PersonRole] = []

    package init(
        digest: Digest, revision: Digest, author: String, handle: String = "", isTeam: Bool = false,
        isBot: Bool = false, isContext: Bool = false, kind: MessageKind = .message, time: Moment?,
        zoneIsKnown: Bool = true, text: String, markup: String? = nil, isEdited: Bool = false,
        status: PlatformStatus? = nil, decision: ModerationDecision? = nil, likes: Int? = nil,
        attachments: [String] = [], permalink: String = "", isUnread: Bool = false, parentIsMissing: Bool = false,
        looksLikeTeam: Bool = false
    ) {
        self.digest = digest
        self.revision = revision
        self.author = author
        self.handle = handle
        self.isTeam = isTeam
        self.isBot = isBot
        self.isContext = isContext
        self.kind = kind
        self.time = time
        self.zoneIsKnown = zoneIsKnown
        self.text = text
        self.markup = markup
        self.isEdited = isEdited
        self.status = status
        self.decision = decision
        self.likes = likes
        self.attachments = attachments
        self.permalink = permalink
        self.isUnread = isUnread
        self.parentIsMissing = parentIsMissing
        self.looksLikeTeam = looksLikeTeam
    }
}

/// Internal words on a conversation.
package struct NoteRow: Equatable, Sendable {
    package var actor: String
    package var time: Moment
    package var text: String

    package init(actor: String, time: Moment, text: String) {
        self.actor = actor
        self.time = time
        self.text = text
    }
}

/// A decision as the thread shows it.
package struct DecisionRow: Equatable, Sendable {
    package var actor: String
    package var time: Moment
    package var decision: ModerationDecision
    package var guideline: String
    package var reason: String
    /// The message was edited after this decision.
    package var isOutdated: Bool

    package init(
        actor: String, time: Moment, decision: ModerationDecision, guideline: String, reason: String,
        isOutdated: Bool = false
    ) {
        self.actor = actor
        self.time = time
        self.decision = decision
        self.guideline = guideline
        self.reason = reason
        self.isOutdated = isOutdated
    }
}

/// Our reply, from the queue to the platform. Once the platform's export brought it back, the message
/// is shown and this is not.
package struct ReplyRow: Equatable, Sendable {
    package var actor: String
    package var time: Moment
    package var text: String
    package var state: ReplyState
    /// Until then it can be taken back.
    package var notBefore: Moment
    /// The message that it answers.
    package var message: Digest

    package init(
        actor: String, time: Moment, text: String, state: ReplyState, notBefore: Moment, message: Digest
    ) {
        self.actor = actor
        self.time = time
        self.text = text
        self.state = state
        self.notBefore = notBefore
        self.message = message
    }
}

/// Text that was written and not yet sent.
package struct Draft: Equatable, Sendable {
    /// The message that is answered.
    package var message: Digest
    package var actor: String
    package var text: String
    /// Offset of the cursor in `text`, in characters.
    package var cursor: Int
    package var savedAt: Moment
    /// Which run of the program wrote it.
    package var session: String

    package init(
        message: Digest, actor: String, text: String, cursor: Int, savedAt: Moment, session: String = ""
    ) {
        self.message = message
        self.actor = actor
        self.text = text
        self.cursor = cursor
        self.savedAt = savedAt
        self.session = session
    }
}

extension ThreadPage {
    /// The newest message that can ask for an answer; where none can, the last one that is no context.
    package var newestInbound: MessageRow? {
        let messages = rows.compactMap { row -> MessageRow? in
            guard case .message(let message) = row.content, !message.isContext else { return nil }
            return message
        }
        let order = messages.enumerated().sorted { left, right in
            (left.element.time?.milliseconds ?? .min, left.offset) < (
                right.element.time?.milliseconds ?? .min, right.offset
            )
        }
        return order.last { $0.element.canAsk }?.element ?? messages.last
    }
}

extension MessageRow {
    /// Its links, in order. Found anew each time: only what is on the screen asks for them.
    package var links: [MessageLink] { MessageLink.links(text: text, markup: markup) }

    /// Neither by the team, nor a bot, nor a system message, nor spam or trash.
    package var canAsk: Bool {
        !isTeam && !isBot && kind != .system && status != .spam && status != .deleted
    }
}
