import Conversations
import Screen

/// A part of a report's time with what was written in it: a day, a week from Monday, a month or a year.
struct ReportStretch: Equatable {
    var span: QuerySpan
    var phrase: Phrase
    var volume: Volume

    /// All parts, in order; as short as leave about forty.
    static func of(_ report: Report) -> [ReportStretch] {
        let first = report.firstDay.daysSinceEpoch
        let days = report.volumes.days.enumerated().map { (day: first + $0.offset, volume: $0.element) }
        switch days.count {
        case ...40: return days.map { day($0.day, $0.volume) }
        case ...280: return gathered(days, by: monday) { week($0, $1, last: first + days.count - 1, first: first) }
        case ...1200: return gathered(days, by: { firstOfMonth($0) }, make: month)
        default: return gathered(days, by: { CivilDate(daysSinceEpoch: $0).year }, make: year)
        }
    }

    private static func gathered(
        _ days: [(day: Int, volume: Volume)], by key: (Int) -> Int, make: (Int, Volume) -> ReportStretch
    ) -> [ReportStretch] {
        var sums: [(key: Int, volume: Volume)] = []
        for (day, volume) in days {
            let wanted = key(day)
            if let last = sums.last, last.key == wanted {
                sums[sums.count - 1].volume = last.volume + volume
            } else {
                sums.append((wanted, volume))
            }
        }
        return sums.map { make($0.key, $0.volume) }
    }

    private static func monday(_ day: Int) -> Int {
        day - (CivilDate(daysSinceEpoch: day).weekday + 6) % 7
    }

    private static func firstOfMonth(_ day: Int) -> Int {
        day - CivilDate(daysSinceEpoch: day).day + 1
    }

    private static func day(_ day: Int, _ volume: Volume) -> ReportStretch {
        let date = CivilDate(daysSinceEpoch: day)
        let name = Phrase("%1 %2", ReportSheet.weekday((date.weekday + 6) % 7), QueryDate.day(date).word)
        return ReportStretch(span: .at(.day(date)), phrase: name, volume: volume)
    }

    /// What lies outside of the report's days is not part of it.
    private static func week(_ monday: Int, _ volume: Volume, last: Int, first: Int) -> ReportStretch {
        let from = QueryDate.day(CivilDate(daysSinceEpoch: max(monday, first)))
        let to = QueryDate.day(CivilDate(daysSinceEpoch: min(monday + 6, last)))
        return ReportStretch(
            span: .between(from, to), phrase: Phrase("week of %1", from.word), volume: volume)
    }

    private static func month(_ first: Int, _ volume: Volume) -> ReportStretch {
        let date = CivilDate(daysSinceEpoch: first)
        let month = QueryDate.month(year: date.year, month: date.month)
        return ReportStretch(span: .at(month), phrase: Phrase("%1", month.word), volume: volume)
    }

    private static func year(_ year: Int, _ volume: Volume) -> ReportStretch {
        ReportStretch(span: .at(.year(year)), phrase: Phrase("%1", String(year)), volume: volume)
    }
}
