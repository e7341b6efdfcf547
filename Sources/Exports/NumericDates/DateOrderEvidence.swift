/// What the dates of a file, all written with the same separator, tell of their order.
struct DateOrderEvidence {
    /// Per order: dates that it makes impossible and another does not.
    private var impossible: [DateOrder: Int] = [:]
    /// Per order: how often it lets time run backwards by a day or more.
    private var inversions: [DateOrder: Int] = [:]
    private var lastDay: [DateOrder: Int64] = [:]
    private var open: Set<DateOrder> = Set(DateOrder.allCases)
    /// Day first and month first give different days at least once.
    private var differs = false
    private var marks: NumericDate.Marks = []
    private let separator: Unicode.Scalar

    init(separator: Unicode.Scalar) { self.separator = separator }

    mutating func learn(_ date: NumericDate) {
        marks.formUnion(date.marks)
        open.formIntersection(date.orders)
        var days: [DateOrder: Int64] = [:]
        for order in date.orders { days[order] = date.days(order) }
        // A day that no month has is damage, even where it could be the year of nobody's order.
        guard days[.dayFirst] != nil || days[.monthFirst] != nil else { return }
        if days[.dayFirst] != days[.monthFirst] { differs = true }
        for order in date.orders {
            guard let day = days[order] else {
                impossible[order, default: 0] += 1
                continue
            }
            if let last = lastDay[order], day < last { inversions[order, default: 0] += 1 }
            lastDay[order] = day
        }
    }

    /// One of day first and month first makes dates impossible; what is held back need not wait longer.
    var isClear: Bool {
        separator == "." || impossible[.dayFirst, default: 0] != impossible[.monthFirst, default: 0]
    }

    /// nil: it stays open. Impossible days tell first, then a file that runs backwards, then the marks of a country.
    var order: DateOrder? {
        // Nobody writes years of two digits first unless something says so.
        let likely = DateOrder.allCases.filter { $0 != .yearFirst || marks.contains(.eastAsianMeridiem) }
        var candidates = least(likely.filter(open.contains), impossible)
        candidates = least(candidates, inversions)
        if candidates.count == 1 { return candidates.first }
        if let hint, candidates.contains(hint) { return hint }
        return candidates.count == 1 || !differs ? candidates.first : nil
    }

    private var hint: DateOrder? {
        if marks.contains(.eastAsianMeridiem) { return .yearFirst }
        if separator != "/" || marks.contains(.foreignDigits) { return .dayFirst }
        return marks.contains(.capitalMeridiem) ? .monthFirst : nil
    }

    /// The candidates with the fewest counts, and those that are near: a few lines may be forged.
    private func least(_ candidates: [DateOrder], _ counts: [DateOrder: Int]) -> [DateOrder] {
        let fewest = candidates.map { counts[$0, default: 0] }.min() ?? 0
        return candidates.filter { counts[$0, default: 0] <= fewest * 4 }
    }
}
