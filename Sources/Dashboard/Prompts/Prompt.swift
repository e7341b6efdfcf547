import Conversations
import Screen

/// A question on the last line. Its answer is an act, or the next question.
package struct Prompt: Equatable, Sendable {
    package var question: Question
    /// What was pointed at when the prompt opened: a reload that moves the selection does not change it.
    package var conversation: Digest?
    /// What is marked, if the answer is for all of it.
    package var marked: [Digest] = []
    /// What a decision on many messages is for, once the store has counted.
    package internal(set) var judging: JudgingPlan?
    package var editor: LineEditor
    /// Answers so far to the questions before.
    var answers: [String]
    /// The newest message of each conversation that it is about, when it asked: what comes while somebody types is not
    /// answered with it.
    var seen: [Digest: Position] = [:]
    /// The count that was typed before the command that asks.
    var count: Int?
    /// What is wrong with the answer; the prompt stays open.
    package var problem: Phrase?
    /// The names to choose from, for a theme.
    package var themes: ThemeNames?
    /// The commands to choose from.
    package var palette: Palette?
    /// What Tab found for the word under the cursor, where it is more than one.
    package var candidates: [Completion] = []
    /// The links to choose from, numbered from 1.
    package var links: [MessageLink] = []

    package init(_ question: Question, answers: [String] = []) {
        self.question = question
        self.answers = answers
        editor = LineEditor()
    }

    /// The question, and for how many it is where that is more than one.
    package var label: Phrase {
        if let judgingPhrase { return Phrase("%1: %2", judgingPhrase, question.label) }
        guard marked.count > 1 else { return question.label }
        return Phrase("%1 marked: %2", marked.count, question.label)
    }

    /// Whether one key answers it; otherwise text and Enter do.
    package var isChoice: Bool { !question.choices.isEmpty }
}

/// What a prompt asks for.
package enum Question: Equatable, Sendable {
    case command, search, limit, importPath, theme, view, markQuery, palette, helpFilter, sheetSearch
    case recordRegister, playRegister, openLink, copyLink
    case snooze, holdReason, holdUntil, community, assign, label, note, person, role
    case resolution, resolutionReason(Resolution)
    case layout
    case priority
    case decision(Judged)
    case guideline(Judged, ModerationDecision)
    case decisionReason(Judged, ModerationDecision)
    /// Says who answered while the reply was written.
    case sendAnyway(Phrase)
    case repeatedDecision(Judged, DecisionWish)

    /// One answer that a single key gives.
    package struct Choice: Equatable, Sendable {
        package var key: Character
        /// Gives the same answer, for those whose language says it so.
        var other: Character?
        /// The key as it is shown.
        package var name: Phrase
        package var label: Phrase

        init(key: Character, label: Phrase) {
            self.key = key
            self.label = label
            name = Phrase("%1", String(key))
        }

        /// The key goes by the language, for it is one of few whose word all know.
        static let yes: Choice = {
            var yes = Choice(key: "y", label: "yes")
            (yes.other, yes.name) = ("j", Phrase("y", context: "key"))
            return yes
        }()
    }

    package var label: Phrase {
        switch self {
        case .command: ":"
        case .search, .sheetSearch: "search: "
        case .helpFilter: "only: "
        case .recordRegister: "record into register (a to z, 0 to 9): "
        case .playRegister: "play macro (@: the last one): "
        case .limit: "limit: "
        case .importPath: "import file or folder: "
        case .theme: "theme (up and down): "
        case .view: "view: "
        case .layout: "layout:"
        case .palette: "command (up and down): "
        case .markQuery: "mark (empty: all of the list): "
        case .openLink: "open link (number): "
        case .copyLink: "copy link (number): "
        case .snooze: "snooze until (2h, tomorrow, mon; empty: next message): "
        case .holdReason: "hold, because: "
        case .holdUntil: "hold until (empty: no date): "
        case .community: "leave to the community until (empty: 2 days): "
        case .assign: "assign to (empty: nobody): "
        case .label: "label (-name takes it away): "
        case .note: "note: "
        case .person: "link to person: "
        case .role: "role (-name takes it away): "
        case .resolution: "resolved how?"
        case .resolutionReason: "reason (may be empty): "
        case .priority: "priority?"
        case .decision: "decide:"
        case .guideline(_, let decision):
            decision.restricts ? "guideline that it breaks: " : "guideline (may be empty): "
        case .sendAnyway(let told): told
        case .repeatedDecision(.many, let wish):
            Phrase("%1, guideline %2, because %3?", wish.decision.phrase, wish.guideline, wish.reason)
        case .repeatedDecision(.message, let last):
            Phrase("once more: %1, guideline %2, because %3?", last.decision.phrase, last.guideline, last.reason)
        case .decisionReason(_, let decision): decision.restricts ? "reason, in words: " : "reason (may be empty): "
        }
    }

    /// Whether one key answers it that is the name of a register.
    var isRegister: Bool { self == .recordRegister || self == .playRegister }

    /// Whether the answer is an act that may be done to many conversations at once.
    var isForMany: Bool {
        switch self {
        case .snooze, .holdReason, .holdUntil, .community, .assign, .label, .note, .resolution, .resolutionReason,
            .priority, .person, .role:
            true
        default: false
        }
    }

    package var choices: [Choice] {
        switch self {
        case .resolution:
            [
                Choice(key: "a", label: "answered"), Choice(key: "c", label: "community"),
                Choice(key: "k", label: "acknowledged"), Choice(key: "m", label: "moderated"),
                Choice(key: "n", label: "no action"),
            ]
        case .priority:
            [
                Choice(key: "l", label: "low"), Choice(key: "n", label: "normal"), Choice(key: "h", label: "high"),
                Choice(key: "u", label: "urgent"),
            ]
        case .decision(.message): Self.ladder
        // Many are not answered at once.
        case .decision(.many): Array(Self.ladder.suffix(5))
        case .sendAnyway: [Choice(key: "s", label: "send anyway"), Choice(key: "r", label: "read")]
        case .repeatedDecision: [.yes, Choice(key: "n", label: "no")]
        case .layout:
            [
                Choice(key: "a", label: "automatic"), Choice(key: "r", label: "right"),
                Choice(key: "b", label: "bottom"), Choice(key: "s", label: "single"),
            ]
        default: []
        }
    }

    /// Answering comes before restricting.
    private static let ladder = [
        Choice(key: "a", label: "answer"), Choice(key: "b", label: "ask back"),
        Choice(key: "k", label: "acknowledge"), Choice(key: "c", label: "community"),
        Choice(key: "p", label: "keep"), Choice(key: "l", label: "label"), Choice(key: "m", label: "limit"),
        Choice(key: "h", label: "hide"), Choice(key: "r", label: "remove"),
    ]

    /// The choice that Enter takes.
    package var defaultChoice: Character? {
        switch self {
        case .resolution: "a"
        case .priority: "n"
        case .layout: "a"
        default: nil
        }
    }
}
