import Conversations
import Screen

extension Dashboard {
    /// Figures of the conversations that the list is limited to; of all where it has no limit.
    mutating func openReport(_ period: ReportPeriod? = nil) -> [Effect] {
        reportPeriod = period ?? reportPeriod
        return load(ReportQuery(period: reportPeriod, limit: inbox.limit, context: inbox.context))
    }

    /// The same for a longer time or a shorter one.
    mutating func turnPeriod(by count: Int) -> [Effect] {
        guard case .report(var query) = sheet?.subject else {
            stall("this key means nothing here")
            return []
        }
        let period = query.period.moved(by: count)
        guard period != query.period else {
            stall("nothing further on")
            return []
        }
        (query.period, reportPeriod) = (period, period)
        return load(query)
    }

    private mutating func load(_ query: ReportQuery) -> [Effect] {
        sheet = Sheet(.report(query))
        return [.loadReport(query)]
    }

    mutating func receive(_ report: Report, now: Moment) {
        guard sheet?.subject == .report(report.query) else { return }
        sheet?.show(ReportSheet(report, now: now).entries)
    }

    /// The conversations that the selected bar stands for, as a limit of the list.
    mutating func openFromReport(_ query: ReportQuery) -> [Effect] {
        guard let bar = sheet?.selectedBar else { return [] }
        sheet = nil
        focus = .inbox
        // A view that looks only at some would show less than the bar counts.
        if inbox.view.query != nil { _ = inbox.show(settings.views.first { $0.query == nil } ?? .inbox) }
        let wanted = query.limit.map { QueryNode.and([$0.root, bar.query]) } ?? bar.query
        return inbox.setLimit(Query(wanted)) + followPreview()
    }
}

extension ReportPeriod {
    /// As a title says it.
    package var phrase: Phrase {
        switch self {
        case .week: Phrase("7 days")
        case .month: Phrase("30 days")
        case .quarter: Phrase("90 days")
        case .year: Phrase("1 year")
        case .all: Phrase("all time")
        }
    }
}
