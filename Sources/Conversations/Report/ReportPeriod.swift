/// How far back a report looks; days begin at midnight where the user is, and today is one of them.
package enum ReportPeriod: String, CaseIterable, Sendable {
    case week = "7d"
    case month = "30d"
    case quarter = "90d"
    case year = "1y"
    case all

    /// Days with today; nil: as far back as there is anything.
    package var days: Int? {
        switch self {
        case .week: 7
        case .month: 30
        case .quarter: 90
        case .year: 365
        case .all: nil
        }
    }

    /// Its first day; nil: from the beginning.
    package func firstDay(today: CivilDate) -> CivilDate? {
        days.map { CivilDate(daysSinceEpoch: today.daysSinceEpoch - $0 + 1) }
    }

    /// A neighbour in order of length; the last one stays.
    package func moved(by count: Int) -> ReportPeriod {
        let all = Self.allCases
        let index = (all.firstIndex(of: self) ?? 0) + count
        return all[min(max(index, 0), all.count - 1)]
    }
}
