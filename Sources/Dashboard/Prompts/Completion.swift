import Conversations
import Screen

/// Something that Tab offers, with what it is.
package struct Completion: Equatable, Sendable {
    /// The whole word as it will stand there.
    package var text: String
    /// nil: the word says it.
    package var summary: Phrase?

    init(_ text: String, _ summary: Phrase? = nil) {
        self.text = text
        self.summary = summary
    }

    init(_ candidate: QueryCompletion.Candidate) {
        self.init(candidate.text, candidate.summary)
    }
}

/// What Tab completes on a line: where the word begins, and what it may become.
enum LineCompletion: Equatable {
    /// Words from a table; the one that is typed begins at this character.
    case words([Completion], start: Int)
    /// A query, which begins at this character.
    case query(start: Int)
    /// A name that the store knows, typed from this character on.
    case names(QueryCompletion.Request, start: Int)
    /// The number of a link or a part of its host, typed from this character on.
    case link(start: Int)
    case nothing
}

extension Dashboard {
    /// What Tab means where the prompt is now.
    func lineCompletion(_ asked: Prompt) -> LineCompletion {
        let text = asked.editor.text
        switch asked.question {
        case .limit, .search, .markQuery: return .query(start: 0)
        case .label: return names(.label, text, start: 0)
        case .assign: return names(.assignee, text, start: 0)
        case .person: return names(.person, text, start: 0)
        case .role: return .words(Self.roles, start: text.prefix { $0 == "-" || $0 == "+" }.count)
        case .view: return .words(viewNames, start: 0)
        case .openLink, .copyLink: return .link(start: 0)
        case .command: return commandCompletion(text)
        default: return .nothing
        }
    }

    private func commandCompletion(_ text: String) -> LineCompletion {
        let blanks = text.prefix { $0.isWhitespace }.count
        let name = text.dropFirst(blanks).prefix { !$0.isWhitespace }
        let rest = text.dropFirst(blanks + name.count)
        guard let blank = rest.first, blank.isWhitespace else { return .words(Self.commandNames, start: blanks) }
        let start = text.count - rest.drop(while: \.isWhitespace).count
        guard let command = CommandLine.match(String(name)) else { return .nothing }
        switch command {
        case .limit, .search, .markQuery: return .query(start: start)
        case .openLink, .copyLink: return .link(start: start)
        case .label: return names(.label, String(text.dropFirst(start)), start: start)
        case .linkPerson: return names(.person, String(text.dropFirst(start)), start: start)
        case .role: return .words(Self.roles, start: start + text.dropFirst(start).prefix { $0 == "-" }.count)
        case .assign: return names(.assignee, String(text.dropFirst(start)), start: start)
        default:
            let words = arguments(of: command)
            return words.isEmpty ? .nothing : .words(words, start: start)
        }
    }

    /// The words that an argument may be, for commands that have a table of them.
    private func arguments(of command: Command) -> [Completion] {
        switch command {
        case .theme: settings.themes.map { Completion($0) }
        case .mouse: ["on", "off"].map { Completion($0) }
        case .layout: PaneArrangement.allCases.map { Completion($0.rawValue, $0.summary) }
        case .report: ReportPeriod.allCases.map { Completion($0.rawValue, $0.phrase) }
        case .view: viewNames
        case .help: settings.manual.map { Completion($0.name, $0.summary) }
        case .play: macros.values.sorted { $0.name < $1.name }.map { Completion($0.name, Phrase("%1", $0.text)) }
        case .priority: Self.choices(.priority)
        case .resolve: Self.choices(.resolution)
        case .decide: ModerationDecision.allCases.map { Completion($0.rawValue) }
        case .snooze, .community: Self.times
        default: []
        }
    }

    private static let roles = PersonRole.allCases.map { Completion($0.rawValue, $0.phrase) }

    /// Times that people write often.
    private static let times = [
        Completion("2h", "in two hours"), Completion("tomorrow", "tomorrow morning"),
        Completion("monday", "the next Monday"), Completion("3d", "in three days"),
    ]

    /// What the keys of a question stand for, as words.
    private static func choices(_ question: Question) -> [Completion] {
        question.choices.compactMap { choice in
            switch Prompt(question).chosen(choice.key) {
            case .act(.resolve(let resolution, _)): Completion(resolution.rawValue, choice.label)
            case .act(.prioritize(let priority)): Completion(priority.word, choice.label)
            default: nil
            }
        }
    }

    private var viewNames: [Completion] {
        settings.views.map { Completion($0.name, $0.isShipped ? $0.title : nil) }
    }

    private static let commandNames: [Completion] = {
        var seen: Set<Command> = []
        return CommandTable.all.filter { seen.insert($0.command).inserted }
            .map { Completion($0.command.rawValue, Phrase($0.summary)) }
    }()

    /// A label that is taken away begins with a `-`.
    private func names(_ prefix: QueryPrefix, _ typed: String, start: Int) -> LineCompletion {
        let signs = prefix == .label ? typed.prefix { $0 == "-" || $0 == "+" }.count : 0
        let beginning = String(typed.dropFirst(signs))
        return .names(QueryCompletion.Request(prefix: prefix, beginning: beginning), start: start + signs)
    }
}
