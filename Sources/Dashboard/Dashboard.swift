import Conversations
import Screen

/// All that is on the screen, as a value. Keys and answers go in, effects come out; nothing else happens
/// here. The root owns focus and panes; the work sits in the panes' own structs.
package struct Dashboard: Equatable, Sendable {
    package let settings: DashboardSettings
    package internal(set) var size: Size
    package internal(set) var focus: Focus = .inbox
    package internal(set) var inbox = InboxPane()
    package internal(set) var thread = ThreadPane()
    package internal(set) var composer: Composer?
    package internal(set) var prompt: Prompt?
    package internal(set) var help: HelpOverlay?
    package internal(set) var sheet: Sheet?
    package internal(set) var imports = ImportPane()
    package internal(set) var history = HistoryPane()
    /// Whom the sheet about a person shows.
    var person: PersonFacts?
    /// How far back a report looks that is opened next.
    var reportPeriod = ReportPeriod.month
    package internal(set) var status = StatusLine()
    package internal(set) var counts = StateCounts()
    /// How many conversations each view holds, as far as it is known; counting stops at `StateCounts.cap`.
    package internal(set) var viewCounts: [Int] = []
    /// The theme in use, but for one that is only looked at.
    package internal(set) var theme: String
    /// Where the panes stand and how large they are, in this session.
    package internal(set) var panes: PaneSettings
    /// Keys of a chord so far.
    package internal(set) var pendingKeys: [Key] = []
    /// A count that was typed before a command.
    package internal(set) var pendingCount: Int?
    /// The mouse is lotse's, not the terminal's.
    package internal(set) var takesMouse: Bool
    /// What a command of the mouse is about, while it runs.
    var pointed: Pointed.Thing?
    var lastClick: Click?
    var acts = PendingActs()
    /// What was typed for an act that could not be written, until it is asked for again.
    var unwritten: Prompt?
    /// The macros that can be played, by their names.
    package internal(set) var macros: [String: Macro]
    /// What is being recorded.
    package internal(set) var recording: Recording?
    /// What is being played.
    package internal(set) var playing: MacroRun?
    var lastPlayed: String?
    /// What `.` does once more.
    var lastAct: Act?
    /// The text that a reply begins with which was asked for before the thread was there.
    var wantedText: String?
    /// The layout that comes back when one pane is not shown alone any more.
    var beforeZoom: PaneArrangement?
    /// What `n` and `N` look for.
    var searched: Query?
    /// A reply was asked for before the thread was there.
    var wantsReply = false
    /// The reply that the last key sent, as its act's number: what comes of it may ask, since no key is on its way.
    var lastSent: Int?

    package init(settings: DashboardSettings, size: Size) {
        self.settings = settings
        theme = settings.theme
        macros = Dictionary(settings.macros.map { ($0.name, $0) }) { _, later in later }
        panes = settings.panes
        takesMouse = settings.takesMouse
        inbox = InboxPane(view: settings.views[0])
        self.size = size
        inbox.context = QueryContext(me: settings.actor, zoneOffset: settings.zoneOffset)
    }

    /// What to do first.
    package mutating func start() -> [Effect] {
        if let notice = settings.notice { status.fail(notice) }
        let list = settings.place.map { resume($0) } ?? [inbox.loadTop()]
        return list + [.loadCounts, countViews] + (takesMouse ? [.takeMouse(true)] : [])
    }

    package var layout: Layout {
        Layout(size: size, focus: focus, composes: composer != nil, panes: panes)
    }

    /// How the thread's rows become lines, at the pane's present width.
    package func threadLayout(now: Moment) -> ThreadLayout {
        ThreadLayout(
            columns: (layout.thread ?? layout.status).columns, zoneOffset: settings.zoneOffset, now: now)
    }

    /// Where a key means something.
    package var context: KeyContext {
        if prompt != nil { return .prompt }
        if help != nil { return .help }
        if sheet != nil { return .sheet }
        switch focus {
        case .inbox: return .inbox
        case .thread: return .thread
        case .composer: return composer == nil ? .thread : .composer
        }
    }

    /// The screen has another size.
    package mutating func resize(_ size: Size) -> [Effect] {
        self.size = size
        // Its lines are broken anew.
        sheet?.found = nil
        sheet?.move(by: 0, size: size)
        help?.move(by: 0, keymap: settings.keymap, catalogue: settings.catalogue, size: size)
        return followPreview()
    }

    /// What time alone changes on the screen.
    package mutating func tick(now: Moment) {
        if let until = status.takeBackUntil, until <= now {
            status.takeBackUntil = nil
        }
    }

    /// Whether the screen shows a countdown that has to be drawn each second.
    package var countsDown: Bool {
        status.takeBackUntil != nil
    }

    /// Where both are shown, the thread follows the inbox's cursor.
    mutating func followPreview() -> [Effect] {
        guard layout.inbox != nil, layout.thread != nil, focus == .inbox, composer == nil else { return [] }
        return thread.preview(inbox.selectedID)
    }

    /// The conversation that an act is about.
    var target: Digest? {
        focus == .inbox ? inbox.selected?.id : thread.conversation
    }

    /// Whether the thread on the screen is that of the conversation; it may show another than the list points at, and
    /// one that was left is still loaded where the list has the whole screen.
    var isThreadShown: Bool {
        layout.thread != nil && target.map { $0 == thread.page?.conversation.id } ?? false
    }

    /// The message that is pointed at; nil: its thread is not shown.
    var shownTarget: MessageRow? { isThreadShown ? thread.target : nil }
}

/// Acts that were asked for and not yet answered.
struct PendingActs: Equatable, Sendable {
    private var next = 0
    private var waiting: [Int: Asked] = [:]

    struct Asked: Equatable, Sendable {
        var act: Act?
        var conversations: [Digest]
        /// Where it was typed.
        var prompt: Prompt?
        /// The newest messages that whoever typed had seen when they began.
        var seen: [Digest: Position] = [:]
    }

    /// Notes an act and gives it a number.
    mutating func ask(_ act: Act?, on conversations: [Digest], seen: [Digest: Position] = [:]) -> Int {
        next += 1
        waiting[next] = Asked(act: act, conversations: conversations, seen: seen)
        return next
    }

    /// What was typed for the acts among some effects, should they not come to the disk.
    mutating func note(_ prompt: Prompt?, for effects: [Effect]) {
        for case .append(_, _, let id) in effects {
            waiting[id]?.prompt = prompt
            waiting[id]?.seen = prompt?.seen ?? [:]
        }
    }

    /// The newest message of a conversation when somebody began to type for an act; nil: nothing was typed.
    func seen(_ conversation: Digest, by act: Int) -> Position? {
        waiting[act]?.seen[conversation]
    }

    /// Whether a reply to this conversation is on its way to the store.
    func sends(to conversation: Digest) -> Bool {
        waiting.values.contains { asked in
            if case .send = asked.act { return asked.conversations.contains(conversation) }
            return false
        }
    }

    /// Conversations that leave the list once what was asked for them is done; a reply stays open until then.
    var leaving: [Digest] {
        waiting.values.flatMap { asked in
            guard let act = asked.act, act.leavesTheList else { return [Digest]() }
            if case .send = act { return [] }
            return asked.conversations
        }
    }

    mutating func answer(_ id: Int) -> Asked? {
        waiting.removeValue(forKey: id)
    }
}

extension Dashboard {
    /// The newest message of a conversation that is on the screen: what an act has seen.
    /// - Parameter act: the number of the act; where it was typed, what counts is what was there when that began.
    package func newestShown(of conversation: Digest, by act: Int) -> Position? {
        acts.seen(conversation, by: act) ?? newestShown(of: conversation)
    }

    /// The newest messages of conversations that are on the screen now.
    func newestShown(of conversations: [Digest]) -> [Digest: Position] {
        conversations.reduce(into: [:]) { $0[$1] = newestShown(of: $1) }
    }

    /// The newest message of a conversation that is on the screen now.
    private func newestShown(of conversation: Digest) -> Position? {
        if let page = thread.page, page.conversation.id == conversation { return page.conversation.newest }
        return inbox.rows.first { $0.id == conversation }?.newest
    }
}
