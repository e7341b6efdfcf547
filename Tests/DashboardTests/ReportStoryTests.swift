import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct ReportStoryTests {
    private func story(columns: Int = 80) -> Story {
        var story = Story((1...5).map { Samples.row($0) }, columns: columns)
        story.store.report = Samples.report
        return story
    }

    private func subject(_ story: Story) -> ReportQuery? {
        if case .report(let query) = story.dashboard.sheet?.subject { query } else { nil }
    }

    @Test func `g r opens the report of 30 days, and its keys make it longer or shorter`() {
        var story = story()
        story.press("g r")
        #expect(subject(story)?.period == .month)
        #expect(story.dashboard.sheet?.isLoaded == true)
        story.press("> >")
        #expect(subject(story)?.period == .year)
        story.press("< q g r")
        #expect(subject(story)?.period == .quarter)
        story.press("q :")
        story.type("report all\n")
        #expect(subject(story)?.period == .all)
    }

    @Test(arguments: [(200, 50), (80, 24), (40, 10), (120, 12)])
    func `the selected bar stays on the screen when its size changes`(columns: Int, rows: Int) throws {
        for keys in ["g r G", "g r", "g r G g g"] {
            var story = story()
            story.press(keys)
            story.resize(columns: columns, rows: rows)
            let sheet = try #require(story.dashboard.sheet)
            let line = sheet.lines(columns: columns).firstIndex { $0.numbers.contains(sheet.selected ?? -1) }
            let shown = sheet.top..<sheet.top + Sheet.height(story.dashboard.size)
            #expect(shown.contains(try #require(line)))
        }
    }

    @Test func `what stands above the first bar is shown with it again`() {
        var story = story()
        story.press("g r G g g")
        #expect(story.dashboard.sheet?.top == 0)
    }

    @Test func `the end of the periods is an end`() {
        var story = story()
        story.press("g r < <")
        #expect(subject(story)?.period == .week)
        story.press("<")
        #expect(subject(story)?.period == .week)
    }

    @Test func `enter on a bar limits the list to what it counts`() {
        var story = story()
        story.press("> > g r enter")
        #expect(story.dashboard.context == .inbox)
        #expect(story.dashboard.inbox.limit?.source == "waiting:<1h")
        #expect(story.dashboard.inbox.view.query == nil)
        story.press("g r")
        #expect(subject(story)?.limit?.source == "waiting:<1h")
        story.press("j enter")
        #expect(story.dashboard.inbox.limit?.source == "waiting:<1h waiting:>1d waiting:<3d")
    }

    @Test func `a bar of each kind leads to its query`() {
        let bars = ReportSheet(Samples.report, now: Samples.now).entries.compactMap { entry in
            if case .bar(let bar) = entry { Query(bar.query).source } else { nil }
        }
        #expect(bars.contains("is:open since:2026-10-03"))
        #expect(bars.contains("platform:forum channel:laden since:2026-10-03"))
        #expect(bars.contains("sent:2026-10-03"))
    }

    @Test func `an answer to another period is not shown`() {
        var story = story()
        story.press("g r >")
        var late = Samples.report
        late.query.period = .week
        story.receive(.report(late))
        #expect(subject(story)?.period == .quarter)
        #expect(story.dashboard.sheet?.isLoaded == true)
    }

    @Test(arguments: [40, 79, 119, 120, 121, 200])
    func `no line of a report is wider than the screen, and every bar can be selected`(columns: Int) {
        let sheet = { () -> Sheet in
            var sheet = Sheet(.report(Samples.report.query))
            sheet.show(ReportSheet(Samples.report, now: Samples.now).entries)
            return sheet
        }()
        let numbers = sheet.lines(columns: columns).flatMap(\.numbers)
        let bars = sheet.entries.count { if case .bar = $0 { true } else { false } }
        #expect(numbers.sorted() == Array(0..<bars))
        for repertoire in [Repertoire.unicode, .ascii] {
            for entry in sheet.entries {
                switch entry {
                case .bar(let bar):
                    let parts = bar.pieces(columns: columns, repertoire: repertoire, catalogue: .english)
                    let width = parts.label.columns + parts.value.columns + parts.bar.columns + parts.note.columns
                    #expect(width <= columns)
                case .figure(let figure):
                    #expect(
                        figure.text(columns: columns, repertoire: repertoire, catalogue: .english).columns <= columns)
                default: break
                }
            }
        }
    }

    @Test(arguments: [1, 7, 30, 90, 280, 365, 1200, 3000])
    func `days are gathered so that few lines hold them all`(count: Int) {
        var report = Samples.report
        report.volumes.days = (0..<count).map { Volume(community: $0 % 7, team: $0 % 3) }
        let stretches = ReportStretch.of(report)
        #expect(stretches.map(\.volume).reduce(Volume(), +) == report.volumes.total)
        #expect(stretches.count <= 42)
    }
}
