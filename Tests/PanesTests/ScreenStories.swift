import Conversations
import Dashboard
import DashboardSupport
import Panes
import Screen
import Testing

/// A screen that a story leads to, for the goldens.
struct ScreenStory: CustomTestStringConvertible, Sendable {
    let name: String
    let play: @Sendable (inout Story) -> Void

    var testDescription: String { name }

    static let sizes = [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)]

    static let all = [
        ScreenStory(name: "inbox") { $0.press("j j") },
        ScreenStory(name: "inbox-limited") { $0.press("f p a r c e l enter 1 2 g") },
        ScreenStory(name: "thread") { $0.press("enter") },
        ScreenStory(name: "composer") { story in
            story.press("j j r")
            story.type("Guten Tag,\n請稍候。 We look into it — and write again on Monday, with the tracking number.")
        },
        ScreenStory(name: "sent") { story in
            story.press("r")
            story.type("Hello")
            story.press("alt-enter")
            story.now = story.now.advanced(seconds: 3)
        },
        ScreenStory(name: "resolve-prompt") { $0.press("e") },
        ScreenStory(name: "decision-prompt") { $0.press("enter d h") },
        ScreenStory(name: "error") { $0.press("n") },
        ScreenStory(name: "command-line") { story in
            story.press(":")
            story.type("label +billing")
        },
        ScreenStory(name: "help") { $0.press("?") },
        ScreenStory(name: "help-filtered") { story in
            story.press("? /")
            story.type("answer")
        },
        ScreenStory(name: "manual") { story in
            story.press(":")
            story.type("help query\n")
            story.press("/")
            story.type("wait\n")
        },
        ScreenStory(name: "explanation") { story in
            let query = Query(.and([.term(.state(.todo)), .term(.label(QueryText("billing")))]))
            story.store.explanations[rows[0].id] = Explanation(
                row: rows[0], query: query, isMet: false,
                terms: query.root.signedTerms.enumerated().map {
                    Explanation.Term(term: $1.term, isMet: $0 == 0, isNegated: $1.isNegated)
                }, rule: .untouched, ended: nil,
                origins: [
                    Explanation.Origin(batch: 3, path: "~/exports/town.zip", importedAt: Samples.now, messages: 2)
                ],
                events: [])
            story.press("W")
        },
        ScreenStory(name: "recording") { $0.press("Q x j 2") },
        ScreenStory(name: "macros") { story in
            story.press("Q a j j Q Q b w Q @")
        },
        ScreenStory(name: "command-candidates") { story in
            story.press(":")
            story.type("help ")
            story.press("tab")
        },
        ScreenStory(name: "about") { story in
            story.store.facts[rows[0].id] = Samples.facts(rows[0].id)
            story.press("K")
        },
        ScreenStory(name: "report") { story in
            story.store.report = Samples.report
            story.press("g r j")
        },
        ScreenStory(name: "imports") { story in
            story.store.batches = Samples.batches
            story.press(":")
            story.type("import ~/exports/town.zip\n")
            story.receive(
                .importing(
                    ImportStep(path: "~/exports/town.zip", messages: 84_000, percent: 42, rate: 28_000, secondsLeft: 4))
            )
            story.press("I")
        },
        ScreenStory(name: "palette") { story in
            story.press("ctrl-p")
            story.type("mark")
            story.press("down")
        },
        ScreenStory(name: "marks") { $0.press("v v j V 2 j V g") },
        ScreenStory(name: "history") { story in
            story.store.past = (1...30).map { Samples.act($0, $0.isMultiple(of: 3) ? .waiting : .resolved, on: $0) }
            story.store.past[1].isOn = false
            story.store.past[2].count = 12
            story.press("H j")
        },
        ScreenStory(name: "empty") { story in
            story.store.rows = []
            story.receive(.storeChanged)
        },
    ]

    /// The story's end at a size.
    func story(_ size: Size, catalogue: Catalogue = .english) -> Story {
        let settings = DashboardSettings(
            storeName: "demo", actor: "anna", catalogue: catalogue, manual: [.commands(.standard), .query, .themes])
        var story = Story(Self.rows, columns: size.columns, rows: size.rows, settings: settings)
        story.store.threads[Self.rows[0].id] = Self.thread
        // A preview may have been drawn before this thread was there.
        story.receive(.storeChanged)
        play(&story)
        return story
    }

    /// Forty conversations of all kinds.
    static let rows: [InboxRow] = (1...40).map { number in
        var row = Samples.row(number, state: number.isMultiple(of: 3) ? .open : .new)
        if number == 2 { row.pendingCount = 1 }
        if number == 3 { row.priority = .urgent }
        if number == 4 { row.labels = ["billing", "bug"] }
        if number == 5 { row.assignee = "ben" }
        if number == 6 { row.hasDraft = true }
        if number == 7 { (row.waitingSince, row.state) = (nil, .open) }
        if number == 8 { (row.messageCount, row.author) = (4321, "\u{3164}") }
        return row
    }

    /// A thread with all that can stand in one.
    static let thread: ThreadPage = {
        var page = Samples.thread(rows[0])
        page.title = "Spring sale: questions \u{1F6D2}"
        page.rows += [
            ThreadRow(
                id: Samples.digest(4000), depth: 1,
                content: .note(NoteRow(actor: "ben", time: Samples.now.advanced(seconds: -600), text: "Ask logistics."))
            ),
            ThreadRow(
                id: Samples.digest(5000), depth: 2,
                content: .decision(
                    DecisionRow(
                        actor: "anna", time: Samples.now.advanced(seconds: -500), decision: .limited, guideline: "3",
                        reason: "names a third person", isOutdated: true))),
            ThreadRow(
                id: Samples.digest(6000), depth: 1,
                content: .reply(
                    ReplyRow(
                        actor: "anna", time: Samples.now.advanced(seconds: -5), text: "On its way!", state: .queued,
                        notBefore: Samples.now.advanced(seconds: 10), message: Samples.digest(3000)))),
            Samples.message(7000, "נועה לוי", "\u{202E}olleh\u{202C} deep", depth: 30, minutesAgo: nil) {
                $0.isBot = true
                $0.parentIsMissing = true
            },
            Samples.message(8000, "李小龍", "zone unknown", depth: 2, minutesAgo: 4000) {
                $0.zoneIsKnown = false
                $0.isEdited = true
                $0.attachments = ["photo.jpg"]
                $0.likes = 12
            },
        ]
        return page
    }()
}

/// Draws a story's end.
func screen(
    _ story: Story, theme: Theme = .plain, catalogue: Catalogue = .english
) -> (grid: CellGrid, cursor: Point?) {
    var grid = CellGrid(size: story.dashboard.size)
    let canvas = Canvas(
        theme: theme, catalogue: catalogue, now: story.now, zoneOffset: story.dashboard.settings.zoneOffset)
    let cursor = draw(story.dashboard, into: &grid, with: canvas)
    return (grid, cursor)
}
