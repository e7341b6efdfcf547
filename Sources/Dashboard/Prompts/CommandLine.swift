import Conversations
import Screen

/// What was typed after `:`: a command of the table and its argument.
enum CommandLine {
    enum Parsed: Equatable {
        case command(Command)
        case act(Act)
        case decide(DecisionWish)
        case search(Query?)
        case limit(Query?)
        case importPath(String)
        case theme(String)
        case layout(PaneArrangement)
        case report(ReportPeriod)
        case mouse(Bool)
        case view(String)
        case mark(Query?)
        case help(String)
        case record(String)
        case play(String, times: Int?)
        case openLink(Int)
        case copyLink(Int)
        case problem(Phrase)
        /// `:label` and others without an argument ask.
        case nothing
    }

    static func parse(_ line: String, now: Moment, zoneOffset: Int) -> Parsed {
        let trimmed = line.drop { $0.isWhitespace }
        guard !trimmed.isEmpty else { return .nothing }
        let name = trimmed.prefix { !$0.isWhitespace }
        let argument = String(trimmed.dropFirst(name.count).drop { $0.isWhitespace })
        guard let command = match(String(name)) else {
            return .problem(Phrase("there is no command %1", String(name)))
        }
        guard !argument.isEmpty else { return .command(command) }
        guard CommandTable.all.contains(where: { $0.command == command && $0.argument != nil }) else {
            return .problem(Phrase("%1 takes no argument", command.rawValue))
        }
        return withArgument(command, argument, now: now, zoneOffset: zoneOffset)
    }

    /// A command by its name, `q` for quit, or the only one that begins so.
    static func match(_ name: String) -> Command? {
        if name == "q" { return .quit }
        if let exact = Command(rawValue: name) { return exact }
        let candidates = Command.allCases.filter { $0.rawValue.hasPrefix(name) }
        return candidates.count == 1 ? candidates.first : nil
    }

    private static func withArgument(
        _ command: Command, _ argument: String, now: Moment, zoneOffset: Int
    ) -> Parsed {
        switch command {
        case .theme: return .theme(String(argument.prefix { !$0.isWhitespace }))
        case .layout:
            return PaneArrangement(beginning: argument).map(Parsed.layout)
                ?? .problem("layout is auto, right, bottom or single")
        case .report:
            return ReportPeriod(rawValue: argument.lowercased()).map(Parsed.report)
                ?? .problem("a report is of 7d, 30d, 90d, 1y or all")
        case .mouse:
            let words = ["on": true, "off": false]
            return words[argument].map(Parsed.mouse) ?? .problem("the mouse is on or off")
        case .view: return .view(argument)
        case .help: return .help(argument)
        case .record: return .record(argument)
        case .play: return play(argument)
        case .resolve: return resolve(argument)
        case .close: return .act(.close(reason: argument))
        case .priority:
            return Priority(word: argument).map { .act(.prioritize($0)) }
                ?? .problem("priority is low, normal, high or urgent")
        case .decide: return decide(argument)
        case .hold: return .act(.hold(reason: argument, until: nil))
        case .importFile: return .importPath(argument)
        default: return answer(command, argument, now: now, zoneOffset: zoneOffset)
        }
    }

    /// The commands whose prompt asks one question: the argument answers it.
    private static func answer(_ command: Command, _ argument: String, now: Moment, zoneOffset: Int) -> Parsed {
        let questions: [Command: Question] = [
            .search: .search, .limit: .limit, .markQuery: .markQuery, .note: .note, .snooze: .snooze,
            .community: .community, .assign: .assign, .label: .label, .linkPerson: .person,
            .role: .role, .openLink: .openLink, .copyLink: .copyLink,
        ]
        guard let question = questions[command] else {
            return .problem(Phrase("%1 takes no argument", command.rawValue))
        }
        var prompt = Prompt(question)
        prompt.editor = LineEditor(text: argument)
        switch prompt.answered(now: now, zoneOffset: zoneOffset) {
        case .act(let act): return .act(act)
        case .search(let query): return .search(query)
        case .limit(let limit): return .limit(limit)
        case .mark(let query): return .mark(query)
        case .openLink(let number): return .openLink(number)
        case .copyLink(let number): return .copyLink(number)
        case .problem(let problem): return .problem(problem)
        case .ask, .command, .importPath, .layout, .reply, .sendAnyway, .readAnswers, .theme, .view, .find, .record,
            .play, .nothing:
            return .nothing
        }
    }

    /// `NAME`, or `NAME TIMES`.
    private static func play(_ argument: String) -> Parsed {
        let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2, let times = Int(words[1]), (1...99_999).contains(times) else {
            return .play(argument, times: nil)
        }
        return .play(words[0], times: times)
    }

    private static func resolve(_ argument: String) -> Parsed {
        let word = argument.prefix { !$0.isWhitespace }
        if let resolution = Resolution(rawValue: String(word)) {
            return .act(
                .resolve(resolution, reason: String(argument.dropFirst(word.count).drop(while: \.isWhitespace))))
        }
        return .act(.resolve(.answered, reason: argument))
    }

    private static func decide(_ argument: String) -> Parsed {
        let words = argument.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
        guard let decision = words.first.flatMap(ModerationDecision.init(rawValue:)) else {
            return .problem("a decision is kept, labelled, limited, hidden or removed")
        }
        return .decide(
            DecisionWish(
                decision, guideline: words.count > 1 ? words[1] : "", reason: words.count > 2 ? words[2] : ""))
    }
}
