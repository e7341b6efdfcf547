/// The one table of commands: name, summary, group and default keys. Help, key hints, completion of the
/// command line and the README's key list come from it.
package struct CommandInfo: Sendable {
    package var command: Command
    /// One line in English, the key of its translation.
    package var summary: String
    package var group: CommandGroup
    /// Key names (`ctrl-d`; several for a chord: `g g`) per context.
    package var keys: [KeyContext: [String]]
    /// What `:name` takes as its argument; nil: nothing. The command line's own completion shows it.
    package var argument: String?
}

package enum CommandTable {
    private static let lists: [KeyContext] = [.inbox, .thread]
    private static let readers: [KeyContext] = [.inbox, .thread, .help, .sheet]
    private static let pointable: [KeyContext] = [.inbox, .thread, .composer, .sheet]

    package static let all: [CommandInfo] =
        moving + reading + finding + marking + handing + answering + sorting + undoing + writing + program

    private static func entry(
        _ command: Command, _ summary: String, _ group: CommandGroup, _ keys: [String], in contexts: [KeyContext],
        argument: String? = nil
    ) -> CommandInfo {
        CommandInfo(
            command: command, summary: summary, group: group,
            keys: Dictionary(uniqueKeysWithValues: contexts.map { ($0, keys) }), argument: argument)
    }

    private static let moving = [
        entry(.next, "next row", .moving, ["j", "down", "wheel-down"], in: [.inbox, .help, .sheet]),
        entry(.next, "next row", .moving, ["j", "down"], in: [.thread]),
        entry(.previous, "previous row", .moving, ["k", "up", "wheel-up"], in: [.inbox, .help, .sheet]),
        entry(.previous, "previous row", .moving, ["k", "up"], in: [.thread]),
        entry(.first, "first row", .moving, ["g g", "home"], in: readers),
        entry(.last, "last row", .moving, ["G", "end"], in: readers),
        entry(.halfPageDown, "half a page down", .moving, ["ctrl-d"], in: readers),
        entry(.halfPageUp, "half a page up", .moving, ["ctrl-u"], in: readers),
        entry(.pageDown, "a page down", .moving, ["pgdn", "space"], in: readers),
        entry(.pageUp, "a page up", .moving, ["pgup"], in: readers),
        entry(.lineDown, "a line down in a long message", .moving, ["ctrl-e", "wheel-down"], in: [.thread]),
        entry(.lineUp, "a line up in a long message", .moving, ["ctrl-y", "wheel-up"], in: [.thread]),
        entry(.open, "open the conversation", .moving, ["enter", "right"], in: [.inbox, .sheet]),
        entry(.point, "select what the mouse points at", .moving, ["click"], in: pointable),
        entry(
            .openPointed, "open what the mouse points at, or fold it", .moving, ["double-click"],
            in: [.inbox, .thread, .sheet]),
        entry(.switchPane, "to the next pane", .moving, ["tab"], in: [.composer]),
        entry(.switchPane, "to the next pane", .moving, ["tab", "ctrl-w w"], in: lists),
    ]

    private static let reading = [
        entry(.nextUnread, "next unread message", .reading, ["g u"], in: [.thread]),
        entry(.previousUnread, "previous unread message", .reading, ["g U"], in: [.thread]),
        entry(.nextOwn, "next message of the team", .reading, ["g t"], in: [.thread]),
        entry(.previousOwn, "previous message of the team", .reading, ["g T"], in: [.thread]),
        entry(.nextDecision, "next decision", .reading, ["g d"], in: [.thread]),
        entry(.previousDecision, "previous decision", .reading, ["g D"], in: [.thread]),
        entry(.toggleFold, "fold this message, or open it or its quotes", .reading, ["z a"], in: [.thread]),
        entry(.foldAll, "fold all messages", .reading, ["z M"], in: [.thread]),
        entry(.openFolds, "open all folds and quotes", .reading, ["z R"], in: [.thread]),
    ]

    private static let finding = [
        entry(.nextUnanswered, "next that needs an answer", .finding, ["o"], in: lists),
        entry(.previousUnanswered, "previous that needs an answer", .finding, ["O"], in: lists),
        entry(.search, "search: jump to words", .finding, ["/"], in: lists, argument: "QUERY"),
        entry(.search, "search in the text", .finding, ["/"], in: [.sheet]),
        entry(.search, "show only what has these words", .finding, ["/"], in: [.help]),
        entry(.searchNext, "next match", .finding, ["n"], in: lists + [.sheet]),
        entry(.searchPrevious, "previous match", .finding, ["N"], in: lists + [.sheet]),
        entry(
            .limit, "limit the list: words, is:open, is:pending …", .finding, ["f"], in: lists,
            argument: "[QUERY]"),
        entry(.nextView, "next view", .finding, [">"], in: [.inbox]),
        entry(.previousView, "previous view", .finding, ["<"], in: [.inbox]),
        entry(.view, "a view by its name", .finding, [], in: lists, argument: "NAME"),
        entry(
            .report, "report: what waits, how soon answers come, where and when people write", .finding, ["g r"],
            in: lists, argument: "[7d|30d|90d|1y|all]"),
        entry(.longerPeriod, "a longer time of the report", .finding, [">"], in: [.sheet]),
        entry(.shorterPeriod, "a shorter time of the report", .finding, ["<"], in: [.sheet]),
        entry(.explain, "why this row is here: query, state, imports", .finding, ["W"], in: lists),
        entry(.person, "the person behind this: accounts, conversations, decisions", .finding, ["P"], in: lists),
        entry(.about, "about this message: where it comes from, as it was written", .finding, ["K"], in: lists),
    ]

    private static let marking = [
        entry(.mark, "mark or unmark, and go on", .marking, ["v"], in: [.inbox]),
        entry(.markRange, "mark from here on; again: to here", .marking, ["V"], in: [.inbox]),
        entry(
            .markQuery, "mark all that a query finds in the list", .marking, ["+"], in: [.inbox], argument: "[QUERY]"),
        entry(.markAlike, "mark all that begin with the same text", .marking, ["="], in: [.inbox]),
        entry(.unmark, "take all marks away", .marking, ["-"], in: [.inbox]),
    ]

    private static let handing = [
        entry(.openLink, "open a link in the browser", .handing, ["g x"], in: lists, argument: "[NUMBER]"),
        entry(.copyLink, "copy a link", .handing, ["y l"], in: lists, argument: "[NUMBER]"),
        entry(.copyText, "copy the text", .handing, ["y y"], in: lists),
        entry(.copyAuthor, "copy the author", .handing, ["y a"], in: lists),
        entry(.copyPermalink, "copy the permalink", .handing, ["y p"], in: lists),
    ]

    private static let answering = [
        entry(.reply, "write a reply", .answering, ["r"], in: lists),
        entry(.note, "internal note", .answering, ["i"], in: lists, argument: "TEXT"),
        entry(
            .decide, "decide on the message, or on all that is marked", .answering, ["d"], in: lists,
            argument: "kept|labelled|limited|hidden|removed GUIDELINE REASON"),
        entry(.decideAlike, "decide once on all messages with the same text", .answering, ["A"], in: lists),
        drafts,
    ]

    private static let drafts = CommandInfo(
        command: .drafts, summary: "drafts of others, and earlier ones: Enter takes a copy", group: .answering,
        keys: [.thread: ["D"], .composer: ["ctrl-x ctrl-d"]])

    private static let sorting = [
        entry(
            .resolve, "resolve", .sorting, ["e"], in: lists,
            argument: "[answered|community|acknowledged|moderated|no_action] [REASON]"),
        entry(.snooze, "snooze until a time", .sorting, ["s"], in: lists, argument: "[TIME]"),
        entry(.wait, "waiting: they have the ball", .sorting, ["w"], in: lists),
        entry(.hold, "hold: somebody else has the ball", .sorting, ["h"], in: lists, argument: "REASON"),
        entry(.community, "leave to the community until a deadline", .sorting, ["c"], in: lists, argument: "[TIME]"),
        entry(.assign, "assign to a person", .sorting, ["a"], in: lists, argument: "[PERSON]"),
        entry(.label, "add a label, or take one away with -NAME", .sorting, ["l"], in: lists, argument: "[-]NAME"),
        entry(.priority, "priority", .sorting, ["p"], in: lists, argument: "low|normal|high|urgent"),
        entry(
            .linkPerson, "link this account to a person", .sorting, ["g p"], in: lists, argument: "NAME"),
        entry(.unlinkPerson, "take this account away from its person", .sorting, [], in: lists),
        entry(
            .role, "role of the person, or take one away with -ROLE", .sorting, ["R"], in: lists,
            argument: "[-]employee|advocate|customer|press|critic|troll"),
        entry(.reopen, "reopen", .sorting, [], in: lists),
        entry(.close, "close: only reopening opens it again", .sorting, [], in: lists, argument: "[REASON]"),
    ]

    private static let undoing = [
        entry(.repeatAct, "the last act once more, with its arguments", .undoing, ["."], in: lists),
        entry(.undo, "take back my last act; in the history the selected one", .undoing, ["u"], in: lists + [.sheet]),
        entry(.redo, "do again what was taken back", .undoing, ["ctrl-r"], in: lists + [.sheet]),
        entry(.history, "history: who did what when", .undoing, ["H"], in: lists),
    ]

    private static let writing = [
        entry(.send, "send the reply", .writing, ["ctrl-x ctrl-s", "alt-enter"], in: [.composer]),
        entry(.edit, "write in $EDITOR", .writing, ["ctrl-x ctrl-e"], in: [.composer]),
        entry(.leave, "leave; the draft is kept", .writing, ["escape", "ctrl-g"], in: [.composer]),
        entry(.accept, "accept", .writing, ["enter"], in: [.prompt]),
        entry(.cancel, "cancel", .writing, ["escape", "ctrl-g", "ctrl-c"], in: [.prompt]),
        entry(.complete, "complete", .writing, ["tab"], in: [.prompt]),
    ]

    private static let program = [
        entry(.commandLine, "command line", .program, [":"], in: lists),
        entry(.palette, "all commands, found by words", .program, ["ctrl-p"], in: lists),
        entry(
            .record, "record keys into a register; again: end", .program, ["Q"], in: lists + [.help, .sheet],
            argument: "REGISTER"),
        entry(.play, "play a macro; @ @ the last one", .program, ["@"], in: lists, argument: "NAME [TIMES]"),
        entry(
            .help, "these keys; :help TOPIC opens the manual", .program, ["?"], in: lists + [.help, .sheet],
            argument: "[TOPIC]"),
        entry(.back, "back, or quit", .program, ["q", "escape", "left"], in: [.thread, .help, .sheet]),
        entry(.back, "back, or quit", .program, ["q"], in: [.inbox]),
        entry(.cancel, "drop the limit", .program, ["escape"], in: [.inbox]),
        entry(.imports, "the imports", .program, ["I"], in: lists),
        entry(.importFile, "import a file or folder", .program, [], in: lists, argument: "PATH"),
        entry(.stopImport, "stop the running import", .program, ["x"], in: [.sheet]),
        entry(.redraw, "draw the screen anew", .program, ["ctrl-l"], in: KeyContext.allCases),
        entry(.suspend, "suspend to the shell", .program, ["ctrl-z"], in: KeyContext.allCases),
        entry(.theme, "choose a theme: colours", .program, [], in: lists, argument: "[NAME]"),
        entry(
            .mouse, "take the mouse, or leave it to the terminal", .program, [], in: lists, argument: "[on|off]"),
        entry(
            .layout, "layout: where the thread stands", .program, ["ctrl-w space"], in: lists,
            argument: "auto|right|bottom|single"),
        entry(.growPane, "make this pane larger", .program, ["ctrl-w +", "ctrl-w >"], in: lists),
        entry(.shrinkPane, "make this pane smaller", .program, ["ctrl-w -", "ctrl-w <"], in: lists),
        entry(.evenPanes, "panes as large as at the start", .program, ["ctrl-w ="], in: lists),
        entry(.zoomPane, "this pane alone; again: all of them", .program, ["ctrl-w o"], in: lists),
        entry(.quit, "quit", .program, [], in: lists),
    ]

    /// The entries of one context, in the order of the table.
    package static func entries(in context: KeyContext) -> [CommandInfo] {
        all.filter { $0.keys[context] != nil }
    }

    /// The key list for the README, as a Markdown table.
    package static var markdown: String {
        var lines = ["| key | what it does |", "| --- | --- |"]
        for group in CommandGroup.allCases {
            var seen: Set<Command> = []
            for info in all where info.group == group && seen.insert(info.command).inserted {
                let keys = KeyContext.allCases.lazy.compactMap { info.keys[$0] }.first ?? []
                let names = keys.isEmpty ? "`:\(info.command.rawValue)`" : keys.map { "`\($0)`" }.joined(separator: " ")
                lines.append("| \(names.replacing("|", with: "\\|")) | \(info.summary.replacing("|", with: "\\|")) |")
            }
        }
        return lines.joined(separator: "\n")
    }
}
