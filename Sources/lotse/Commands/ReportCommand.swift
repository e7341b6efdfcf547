import ArgumentParser
import Conversations
import Dashboard
import Runtime
import Screen
import Store

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show what waits, how soon answers come, where and when people write.",
        discussion: """
            Without a query: of all conversations. The figures are those of `g r` in the dashboard. Hours and days are \
            those of this machine's zone. With --json: one object on one line, lengths of time in milliseconds.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Option(help: "How far back: 7d, 30d, 90d, 1y or all. Today is the last day.")
    var period = ReportPeriod.month

    @OptionGroup var words: QueryArgument

    func run() throws {
        let invocation = try common.invocation()
        let limit = try words.parsed()
        let store = try invocation.openStore()
        let report = try store.report(
            ReportQuery(period: period, limit: limit, context: invocation.queryContext),
            zone: try ZoneSpans.ofSystem(for: store, now: invocation.now), now: invocation.now)
        if rows.json { return try invocation.out.json(ReportLine.json(report)) }
        // What is not a terminal may not know the signs of bars.
        let repertoire: Repertoire = invocation.out.isTerminal ? invocation.out.repertoire : .ascii
        let text = ReportText(
            columns: min(invocation.out.columns, Sheet.pairColumns - 1), repertoire: repertoire,
            words: invocation.out.repertoire, catalogue: invocation.catalogue)
        try invocation.out.line(invocation.catalogue.say(Phrase("Report of %1", period.phrase)))
        for line in text.lines(ReportSheet(report, now: invocation.now).entries) { try invocation.out.line(line) }
    }
}

extension ReportPeriod: ExpressibleByArgument {}

/// A report as lines of text.
struct ReportText {
    let columns: Int
    /// Of bars and shades.
    let repertoire: Repertoire
    /// Of words, which the locale decides alone.
    let words: Repertoire
    let catalogue: Catalogue

    func lines(_ entries: [Sheet.Entry]) -> [String] {
        entries.map { line($0) }
    }

    private func line(_ entry: Sheet.Entry) -> String {
        let text: SafeText =
            switch entry {
            case .bar(let bar): self.bar(bar)
            case .figure(let figure):
                SafeText("  ")
                    + figure.text(columns: columns - 2, repertoire: repertoire, words: words, catalogue: catalogue)
            case .fact(let name, let value):
                SafeText("  ") + say(name).padded(to: Sheet.nameColumns(columns)) + say(value)
            case .heading(let phrase): say(phrase)
            case .line(let phrase), .item(let phrase, _): SafeText("  ") + say(phrase)
            case .quote, .text, .term, .columnBreak, .blank: SafeText()
            }
        return text.plain.trimmedRight
    }

    private func bar(_ bar: ReportBar) -> SafeText {
        let parts = bar.pieces(columns: columns - 2, repertoire: repertoire, words: words, catalogue: catalogue)
        return SafeText("  ") + parts.label + parts.value + parts.bar + parts.note
    }

    private func say(_ phrase: Phrase) -> SafeText {
        SafeText(catalogue.say(phrase))
    }
}

extension String {
    fileprivate var trimmedRight: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
